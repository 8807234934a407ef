#include "runtime/pack/index_experiments.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/interpret/experiments/running_experiment.hpp"
#include "runtime/pack/curriculum.hpp"
#include "tests/unit/runtime/pack/tiny_pack.hpp"

namespace hornbook::pack {
namespace {

// Two skills of four items each: 0 to 3 and 4 to 7; one experiment about the first skill.
class IndexExperiments : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }

  IndexExperiments() : index_(content::build_pack(test::tiny_source()).value().index) {
    const IndexItem one = index_.items.front();
    index_.skills.push_back(index_.skills.front());
    index_.skills.back().id = "t";
    index_.misconceptions = {{"m", {{"en", "M"}}}};
    index_.items.clear();
    for (std::uint16_t item = 0; item < 8; ++item) {
      index_.items.push_back(one);
      index_.items.back().id = "item-" + std::to_string(item);
      index_.items.back().skills = {static_cast<std::uint16_t>(item / 4)};
      index_.items.back().passage = 0;
    }
    index_.experiments = {experiment({0}, {1})};
  }

  static Experiment experiment(std::vector<std::uint32_t> first, std::vector<std::uint32_t> second) {
    Experiment made;
    made.id = "e";
    made.question = {{"en", "Which?"}};
    made.second_permille = 300;
    made.arms = {ExperimentArm{{{"en", "one"}}, std::move(first)}, ExperimentArm{{{"en", "two"}}, std::move(second)}};
    return made;
  }

  // What is said of it; reading it says the same.
  [[nodiscard]] std::string fault() const {
    const auto found = find_fault(index_);
    const auto read = decode_index(encode(index_));
    EXPECT_EQ(read.has_value(), !found.has_value());
    if (!found) return "";
    EXPECT_NE(describe(read.error()).find(found->sentence), std::string::npos);
    return found->sentence;
  }

  Index index_;
};

TEST_F(IndexExperiments, ComeBack_AndBecomeArmsOfItems) {
  const Bytes bytes = encode(index_);
  EXPECT_EQ(bytes.front(), 3) << "an older program must not take it for what it knows";
  const Index read = decode_index(bytes).value();
  EXPECT_EQ(encode(read), bytes);
  EXPECT_EQ(read.experiments.front().second_permille, 300);
  EXPECT_EQ(read.experiments.front().arms.back().name.at("en"), "two");
  const interpret::Curriculum curriculum = curriculum_of(read, Hash());
  EXPECT_EQ(curriculum.experiments, std::vector<ExperimentId>{interpret::experiment_id("org.example.tiny", "e")});
  EXPECT_EQ(curriculum.items[0].experiment, 1);
  EXPECT_EQ(curriculum.items[0].arm, 0);
  EXPECT_EQ(curriculum.items[1].experiment, 1);
  EXPECT_EQ(curriculum.items[1].arm, 1);
  EXPECT_EQ(curriculum.items[2].experiment, 0);
}

TEST_F(IndexExperiments, EveryTruncation_IsAnError) {
  const Bytes bytes = encode(index_);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode_index(ByteView(bytes).first(size)).has_value()) << size;
}

TEST_F(IndexExperiments, ItemInTwoArms_IsAFault) {
  index_.experiments = {experiment({0, 1}, {1})};
  EXPECT_NE(fault().find("\"item-1\" is in two arms"), std::string::npos);
  index_.experiments = {experiment({0}, {1}), experiment({2}, {1})};
  index_.experiments.back().id = "f";
  EXPECT_NE(fault().find("\"item-1\" is in two arms"), std::string::npos);
}

TEST_F(IndexExperiments, ArmsAboutDifferentSkills_AreAFault) {
  index_.experiments = {experiment({0}, {1, 4})};
  EXPECT_NE(fault().find("only one arm has items of the skill \"t\""), std::string::npos);
  index_.experiments = {experiment({0, 5}, {1, 4})};
  EXPECT_EQ(fault(), "");
}

TEST_F(IndexExperiments, ArmWithoutAQuestionThatCanBeWrong_IsAFault) {
  for (const std::uint32_t item : {1u, 2u, 3u}) index_.items[item].kind = engage::DrawingTemplate::number;
  EXPECT_NE(fault().find("the second arm leaves the skill \"s\" without a question that can be right or wrong"),
            std::string::npos);
  index_.items[2].kind = index_.items[0].kind;
  EXPECT_EQ(fault(), "") << "one that everybody has is enough";
  index_.experiments.push_back(experiment({2}, {3}));
  index_.experiments.back().id = "f";
  EXPECT_NE(fault(), "") << "unless another experiment may take it away";
}

TEST_F(IndexExperiments, ArmWithoutAQuestionThatShowsAMisconception_IsAFault_WhereOthersDo) {
  index_.items[1].misconceptions = {0};
  EXPECT_NE(fault().find("the first arm leaves the skill \"s\" without a question that shows a misconception"),
            std::string::npos);
  index_.items[0].misconceptions = {0};
  EXPECT_EQ(fault(), "");
}

TEST_F(IndexExperiments, TextOfWhichOnlySomeQuestionsAreInAnArm_IsAFault) {
  index_.items[0].passage = index_.items[2].passage = 1;
  EXPECT_NE(fault().find("some questions about the text"), std::string::npos);
  index_.experiments = {experiment({0, 2}, {1})};
  EXPECT_EQ(fault(), "");
}

TEST_F(IndexExperiments, WhatNoBuilderWrites_IsRefused) {
  index_.experiments = {experiment({0}, {1}), experiment({2}, {3})};
  EXPECT_FALSE(decode_index(encode(index_))) << "two of one id";
  index_.experiments = {experiment({0}, {})};
  EXPECT_FALSE(decode_index(encode(index_))) << "an arm has no item";
  index_.experiments = {experiment({0}, {2, 1})};
  EXPECT_FALSE(decode_index(encode(index_))) << "out of order";
  index_.experiments = {experiment({0}, {1})};
  index_.experiments.front().question.clear();
  EXPECT_FALSE(decode_index(encode(index_))) << "a translation is missing";
}

}  // namespace
}  // namespace hornbook::pack
