#include "content_packs/import/oatutor/hints.hpp"

#include <gtest/gtest.h>

#include "tests/unit/content_packs/import/small_pool.hpp"

namespace hornbook::content::oatutor {
namespace {

using tests::hint_json;
using tests::Json;
using Ids = std::vector<std::string>;

class HintsOfOatutor : public ::testing::Test {
 protected:
  std::vector<ImportedHint> read(const Json& pathway) {
    remarks_.clear();
    return hints_of(pathway, "p1a", "A picture", Figures(problem_, "p1", media_), remarks_);
  }
  [[nodiscard]] Ids codes() const {
    Ids codes;
    for (const Remark& remark : remarks_) codes.push_back(remark.code);
    return codes;
  }
  static Ids ids_of(const std::vector<ImportedHint>& hints) {
    Ids ids;
    for (const ImportedHint& hint : hints) ids.push_back(hint.id);
    return ids;
  }

  PoolProblem problem_;
  std::map<std::string, Bytes> media_;
  Remarks remarks_;
};

TEST_F(HintsOfOatutor, OneAfterAnother_NeedNoDependencies) {
  const auto hints = read(Json::array({hint_json("p1a-h1", {}), hint_json("p1a-h2", {"p1a-h1"})}));
  EXPECT_EQ(ids_of(hints), Ids({"h1", "h2"}));
  EXPECT_FALSE(hints[0].after || hints[1].after);
  EXPECT_TRUE(remarks_.empty());
}

TEST_F(HintsOfOatutor, OtherDependencies_AreKept) {
  const auto hints = read(Json::array({hint_json("p1a-h1", {}), hint_json("p1a-h2", {}),
                                       hint_json("p1a-h3", {"p1a-h1", "p1a-h2"}), hint_json("p1a-h4", {"p1a-h1"})}));
  EXPECT_EQ(hints[1].after, Ids());
  EXPECT_EQ(hints[2].after, Ids({"h1", "h2"}));
  EXPECT_EQ(hints[3].after, Ids({"h1"}));
}

TEST_F(HintsOfOatutor, WhatOthersDependOn_ComesFirst) {
  const auto hints = read(Json::array({hint_json("p1a-h1", {"p1a-h2"}), hint_json("p1a-h2", {})}));
  EXPECT_EQ(ids_of(hints), Ids({"h2", "h1"}));
  EXPECT_TRUE(remarks_.empty());
}

TEST_F(HintsOfOatutor, DependencyOnNothingItselfOrACircle_IsLeftOut) {
  static_cast<void>(read(Json::array({hint_json("p1a-h1", {"p9z-h7"})})));
  EXPECT_EQ(codes(), Ids({"hint-dependency-unknown"}));
  static_cast<void>(read(Json::array({hint_json("p1a-h1", {"p1a-h1"})})));
  EXPECT_EQ(codes(), Ids({"hint-dependency-self"}));
  const auto circle = read(
      Json::array({hint_json("p1a-h1", {"p1a-h3"}), hint_json("p1a-h2", {"p1a-h1"}), hint_json("p1a-h3", {"p1a-h2"})}));
  EXPECT_EQ(ids_of(circle), Ids({"h1", "h2", "h3"}));
  EXPECT_EQ(codes(), Ids({"hint-dependency-circle"}));
}

TEST_F(HintsOfOatutor, TwoOfOneId_GetTwo) {
  EXPECT_EQ(ids_of(read(Json::array({hint_json("p1a-h1", {}), hint_json("p1a-h1", {"p1a-h1"})}))), Ids({"h1", "h1-2"}));
  EXPECT_EQ(codes(), Ids({"hint-id-twice", "hint-dependency-self"}));
}

TEST_F(HintsOfOatutor, Scaffold_AsksAndHasSubHints) {
  Json scaffold = hint_json("p1a-h1", {});
  scaffold["type"] = "scaffold";
  scaffold["problemType"] = "TextBox";
  scaffold["answerType"] = "arithmetic";
  scaffold["hintAnswer"] = {"$$8$$"};
  Json question = hint_json("p1a-h1-s2", {});
  question["text"] = "What is $$2+2$$?";
  question["answerType"] = "arithmetic";
  question["hintAnswer"] = {"4"};
  scaffold["subHints"] = {hint_json("p1a-h1-s1", {}), question};
  const auto hints = read(Json::array({scaffold}));
  ASSERT_TRUE(hints.at(0).task);
  EXPECT_EQ(kind_of(*hints[0].task), "expression");
  EXPECT_EQ(hints[0].sub_hints, Ids({"Count on.", "What is $2+2$?", "$4$"}));
  EXPECT_EQ(codes(), Ids({"sub-hint-question"}));
}

TEST_F(HintsOfOatutor, ScaffoldWithoutAnAnswer_IsAHint) {
  Json scaffold = hint_json("p1a-h1", {});
  scaffold["type"] = "scaffold";
  const auto hints = read(Json::array({scaffold}));
  EXPECT_FALSE(hints.at(0).task);
  EXPECT_EQ(codes(), Ids({"answer-missing", "scaffold-as-hint"}));
  EXPECT_EQ(outcome_of(remarks_), Outcome::Approximated);
}

TEST_F(HintsOfOatutor, WhatSaysNothingOrIsNoHint_IsLeftOut) {
  Json empty = hint_json("p1a-h1", {});
  empty["title"] = empty["text"] = "";
  EXPECT_TRUE(read(Json::array({empty, 5})).empty());
  EXPECT_EQ(codes(), Ids({"hint-empty", "hint-of-wrong-kind"}));
  EXPECT_TRUE(read(Json{{"a", 1}}).empty());
  EXPECT_EQ(codes(), Ids({"pathway-of-wrong-kind"}));
}

TEST_F(HintsOfOatutor, TooMany_KeepTheLast) {
  Json many = Json::array();
  for (int i = 0; i < 40; ++i) many.push_back(hint_json("p1a-h" + std::to_string(i), {}));
  const auto hints = read(many);
  EXPECT_EQ(hints.size(), 32u);
  EXPECT_EQ(hints.back().id, "h39");
  EXPECT_EQ(codes(), Ids({"hints-too-many"}));
}

}  // namespace
}  // namespace hornbook::content::oatutor
