// One fault in a pool: it is survived, and said where it is.
#include <gtest/gtest.h>

#include <algorithm>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "runtime/core/crypto.hpp"
#include "tests/unit/content_packs/import/small_pool.hpp"

namespace hornbook::content {
namespace {

using namespace tests;

class FaultyPool : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
  void SetUp() override { tree_ = small_pool(); }

  // Beside the fault there is a problem that is whole, so that there is always a pack.
  Imported import() {
    put(tree_, problem_path("whole"), problem_json("whole"));
    put(tree_, step_path("whole", "wholea"), step_json("wholea"));
    Imported imported = import_oatutor(tree_).value();
    const auto is_p1 = [](const ItemReport& item) { return item.id == "p1"; };
    const auto found = std::find_if(imported.report.items.begin(), imported.report.items.end(), is_p1);
    p1_ = found == imported.report.items.end() ? ItemReport() : *found;
    return imported;
  }
  [[nodiscard]] bool is_said(const std::string& code) const {
    ImportReport report;
    report.items = {p1_};
    const auto codes = codes_of(report);
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  }
  void change(const std::string& path, const std::string& field, const Json& value) {
    Json json = Json::parse(as_text(tree_.at(path)));
    json[field] = value;
    put(tree_, path, json);
  }

  SourceTree tree_;
  ItemReport p1_;
};

TEST_F(FaultyPool, WithoutAFault_AllIsTaken) {
  const Imported imported = import();
  EXPECT_EQ(p1_.outcome, Outcome::Taken);
  EXPECT_EQ(p1_.steps.at(0).kind, "expression");
  EXPECT_EQ(p1_.steps.at(0).hints, 2u);
  EXPECT_EQ(imported.pack.licence, "CC-BY-4.0");
  EXPECT_EQ(imported.pack.authors.at(0), "The Book, https://example.org/book");
  EXPECT_EQ(imported.pack.skills.at(0).title, "Add numbers");
}

// What is told of a long text is cut between its characters, or the report could not be written as JSON.
TEST_F(FaultyPool, LongTextsOfAnotherScript_AreReportedInWholeCharacters) {
  std::string words = "a";
  for (int i = 0; i < 60; ++i) words += "ö";
  change(step_path("p1", "p1a"), "answerType", words);
  change(step_path("p1", "p1a"), "id", words);
  change(step_path("p1", "p1a"), words.c_str(), "x");
  const Imported imported = import();
  EXPECT_TRUE(is_said("answer-type-unknown"));
  EXPECT_TRUE(is_said("id-not-of-its-folder"));
  EXPECT_TRUE(is_said("field-unknown"));
  EXPECT_NO_THROW(static_cast<void>(to_json(imported.report).dump()));
}

TEST_F(FaultyPool, BrokenOrMissingProblem_IsRefusedWithItsSteps) {
  put(tree_, problem_path("p1"), std::string("{\"id\": "));
  static_cast<void>(import());
  EXPECT_EQ(p1_.outcome, Outcome::Refused);
  EXPECT_TRUE(is_said("json-broken"));
  EXPECT_EQ(p1_.steps.at(0).outcome, Outcome::Refused);
  tree_.erase(problem_path("p1"));
  static_cast<void>(import());
  EXPECT_TRUE(is_said("file-missing"));
}

TEST_F(FaultyPool, BrokenStep_IsRefusedAlone) {
  put(tree_, step_path("p1", "p1b"), std::string("[1"));
  const Imported imported = import();
  EXPECT_EQ(p1_.outcome, Outcome::Approximated);
  EXPECT_EQ(p1_.steps.at(0).outcome, Outcome::Taken);
  EXPECT_EQ(p1_.steps.at(1).outcome, Outcome::Refused);
  EXPECT_EQ(imported.pack.items.at(0).steps.size(), 1u);
}

TEST_F(FaultyPool, BrokenHints_LeaveTheStep) {
  put(tree_, pathway_path("p1", "p1a"), std::string("nonsense"));
  static_cast<void>(import());
  EXPECT_EQ(p1_.steps.at(0).outcome, Outcome::Approximated);
  EXPECT_EQ(p1_.steps.at(0).kind, "expression");
}

TEST_F(FaultyPool, ProblemWithoutSteps_IsRefused) {
  tree_.erase(step_path("p1", "p1a"));
  tree_.erase(pathway_path("p1", "p1a"));
  static_cast<void>(import());
  EXPECT_EQ(p1_.outcome, Outcome::Refused);
  EXPECT_TRUE(is_said("problem-without-steps"));
}

TEST_F(FaultyPool, StepWithoutAnswer_IsRefused) {
  change(step_path("p1", "p1a"), "stepAnswer", Json::array({"$$ $$"}));
  static_cast<void>(import());
  EXPECT_EQ(p1_.steps.at(0).outcome, Outcome::Refused);
  EXPECT_TRUE(is_said("answer-missing"));
}

TEST_F(FaultyPool, StepWithoutSkill_GetsItsLessons) {
  put(tree_, "skillModel.json", std::string("{}"));
  const Imported imported = import();
  EXPECT_TRUE(is_said("skill-missing"));
  EXPECT_EQ(imported.pack.items.at(0).skills, std::vector<std::string>{"adding"});
}

TEST_F(FaultyPool, WithoutPlanAndModel_IsStillAPack) {
  tree_.erase("coursePlans.json");
  tree_.erase("skillModel.json");
  const Imported imported = import();
  EXPECT_EQ(imported.pack.items.size(), 2u);
  EXPECT_EQ(imported.report.remarks.at(0).code, "file-missing");
}

TEST_F(FaultyPool, MissingPicture_IsLeftOut) {
  change(problem_path("p1"), "body", "See\\n##figure1.gif##");
  static_cast<void>(import());
  EXPECT_TRUE(is_said("picture-missing"));
  tree_["content-pool/p1/figures/Figure1.GIF"] = {1, 2};
  const Imported imported = import();
  EXPECT_TRUE(is_said("picture-without-description"));
  EXPECT_EQ(imported.pack.media.count("media/p1/figure1.gif"), 1u);
}

TEST_F(FaultyPool, MorePicturesThanOne_FindTheirPlaces) {
  for (const char* name : {"1.gif", "2.gif", "3.gif"}) tree_["content-pool/p1/figures/" + std::string(name)] = {1};
  change(step_path("p1", "p1a"), "stepBody", "##1.gif## ##2.gif## ##3.gif##");
  Imported imported = import();
  EXPECT_EQ(imported.pack.items.at(0).figure->path, "media/p1/1.gif");
  EXPECT_EQ(imported.pack.items.at(0).steps.at(0).figure->path, "media/p1/2.gif");
  EXPECT_TRUE(is_said("picture-beyond-the-first"));
  change(step_path("p1", "p1a"), "problemType", "MultipleChoice");
  change(step_path("p1", "p1a"), "stepAnswer", {"B"});
  change(step_path("p1", "p1a"), "choices", {"C", "A", "B"});
  imported = import();
  const auto& choices = std::get<ImportedChoices>(imported.pack.items.at(0).steps.at(0).task).choices;
  EXPECT_EQ(choices.at(0).figure->path, "media/p1/3.gif");
  EXPECT_FALSE(is_said("picture-beyond-the-first"));
}

TEST_F(FaultyPool, UnknownFieldsFilesAndPathways_AreSaid) {
  change(problem_path("p1"), "mood", "good");
  tree_["content-pool/p1/notes.txt"] = {1};
  tree_["content-pool/p1/steps/p1a/tutoring/p1aOtherPathway.json"] = {'[', ']'};
  const Imported imported = import();
  EXPECT_TRUE(is_said("field-unknown"));
  EXPECT_TRUE(is_said("pathway-beyond-the-first"));
  EXPECT_EQ(imported.report.remarks.at(0).code, "file-unknown");
}

TEST_F(FaultyPool, FieldsOfTheWrongKind_AreSaid) {
  change(problem_path("p1"), "title", Json::array({1}));
  change(step_path("p1", "p1a"), "stepAnswer", "$$5$$");
  static_cast<void>(import());
  EXPECT_TRUE(is_said("field-of-wrong-kind"));
  EXPECT_EQ(p1_.steps.at(0).kind, "expression");
}

TEST_F(FaultyPool, TextsBeyondALimit_DoNotSpoilThePack) {
  change(problem_path("p1"), "body", std::string(5000, 'x'));
  Imported imported = import();
  EXPECT_TRUE(is_said("text-too-long"));
  EXPECT_EQ(imported.pack.items.at(0).prompt.size(), 2000u);
  Json many = Json::array();
  for (int i = 0; i < 30; ++i) {
    many.push_back(hint_json("p1a-h" + std::to_string(i), {}));
    many.back()["text"] = std::string(10'000, 'y');
  }
  put(tree_, pathway_path("p1", "p1a"), many);
  imported = import();
  EXPECT_EQ(p1_.outcome, Outcome::Refused);
  EXPECT_TRUE(is_said("item-too-long"));
}

TEST_F(FaultyPool, StepWithoutText_IsTakenWhenItsProblemAsks) {
  change(step_path("p1", "p1a"), "stepTitle", "");
  static_cast<void>(import());
  EXPECT_TRUE(is_said("step-without-text"));
  EXPECT_EQ(p1_.outcome, Outcome::Taken);
  change(problem_path("p1"), "title", "");
  change(problem_path("p1"), "body", "");
  static_cast<void>(import());
  EXPECT_EQ(p1_.outcome, Outcome::Approximated);
}

TEST_F(FaultyPool, Variables_AreWrittenOut) {
  change(problem_path("p1"), "variabilization", {{"b", {"2", "3"}}, {"sum", {"4", "6"}}});
  change(step_path("p1", "p1a"), "stepTitle", "$$@{b}+@{b}$$");
  change(step_path("p1", "p1a"), "stepAnswer", {"@{sum}"});
  const Imported imported = import();
  EXPECT_EQ(p1_.items, (std::vector<std::string>{"p1", "p1-2"}));
  EXPECT_EQ(imported.pack.items.at(1).steps.at(0).prompt, "$3+3$");
  EXPECT_EQ(std::get<ImportedExpression>(imported.pack.items.at(1).steps.at(0).task).answer, "6");
}

// Problems are shared among courses; the lesson says which course they are in.
TEST_F(FaultyPool, NameOfAnotherCourse_DoesNotTakeAProblemOutOfItsLesson) {
  change(problem_path("p1"), "courseName", "A course it was written for");
  Json plans = Json::parse(as_text(tree_.at("coursePlans.json")));
  plans[0]["language"] = "se";
  put(tree_, "coursePlans.json", plans);
  const auto imported = import_oatutor(tree_, {"Course"});
  ASSERT_TRUE(imported.has_value());
  EXPECT_EQ(imported->pack.language, "sv");
  EXPECT_EQ(imported->pack.title, "Course");
}

TEST(OatutorFaults, PoolThatDoesNotSayItsLanguage_IsInTheOneGivenElseEnglishIsAssumedAndReported) {
  SourceTree tree = small_pool();
  Json plans = Json::parse(as_text(tree.at("coursePlans.json")));
  plans[0].erase("language");
  put(tree, "coursePlans.json", plans);
  const auto assumed_in = [](const Imported& imported) {
    const auto& remarks = imported.report.remarks;
    return std::any_of(remarks.begin(), remarks.end(),
                       [](const Remark& remark) { return remark.code == "language-assumed"; });
  };

  const Imported assumed = import_oatutor(tree).value();
  EXPECT_EQ(assumed.pack.language, "en");
  EXPECT_TRUE(assumed_in(assumed));
  const Imported given = import_oatutor(tree, {"", "sv"}).value();
  EXPECT_EQ(given.pack.language, "sv");
  EXPECT_FALSE(assumed_in(given));
  EXPECT_EQ(import_oatutor(small_pool(), {"", "sv"}).value().pack.language, "en") << "its course says so";
}

TEST_F(FaultyPool, SubHintsOfWhatAsksNothing_AreReadWithIt) {
  Json hint = hint_json("p1a-h1", {});
  hint["subHints"] = Json::array({hint_json("p1a-h1-s1", {})});
  hint["subHints"][0]["text"] = "Use your fingers.";
  put(tree_, pathway_path("p1", "p1a"), Json::array({hint}));
  const Imported imported = import();
  EXPECT_TRUE(is_said("sub-hints-joined"));
  const ImportedHint& read = imported.pack.items.at(0).steps.at(0).hints.at(0);
  EXPECT_EQ(read.text, "Count on.\n\nUse your fingers.");
  EXPECT_TRUE(read.sub_hints.empty());
  EXPECT_TRUE(lint(to_source(imported.pack)).empty());
}

TEST_F(FaultyPool, ProblemThatSaysNothing_HasTheNameOfItsLessonAboveItsSteps) {
  change(problem_path("p1"), "title", "");
  change(problem_path("p1"), "body", "");
  const Imported imported = import();
  EXPECT_EQ(imported.pack.items.at(0).prompt, "Adding");
  EXPECT_TRUE(is_said("problem-without-text"));
  EXPECT_TRUE(lint(to_source(imported.pack)).empty());
}

TEST_F(FaultyPool, TitleThatIsTheTask_IsShown) {
  change(problem_path("p1"), "title", "What is $$y$$?");
  EXPECT_EQ(import().pack.items.at(0).prompt, "What is $y$?\n\nSimplify:");
  change(problem_path("p1"), "title", "A heading");
  EXPECT_EQ(import().pack.items.at(0).prompt, "Simplify:");
  change(problem_path("p1"), "body", "");
  EXPECT_EQ(import().pack.items.at(0).prompt, "A heading");
}

TEST_F(FaultyPool, NoPool_IsAnError) {
  EXPECT_EQ(import_oatutor({}).error().code, ErrorCode::NotFound);
  put(tree_, problem_path("p1"), std::string("x"));
  EXPECT_EQ(import_oatutor(tree_).error().code, ErrorCode::BadInput);
}

TEST_F(FaultyPool, PoolInAFolder_IsFound) {
  SourceTree inner;
  for (const auto& [path, bytes] : tree_) inner.emplace("some/where/" + path, bytes);
  EXPECT_EQ(import_oatutor(inner).value().pack.items.size(), 1u);
}

}  // namespace
}  // namespace hornbook::content
