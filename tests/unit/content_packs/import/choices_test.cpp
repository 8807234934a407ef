#include <gtest/gtest.h>

#include "content_packs/import/oatutor/question.hpp"

namespace hornbook::content::oatutor {
namespace {

class ChoicesOfOatutor : public ::testing::Test {
 protected:
  ImportedChoices read(std::vector<std::string> answers, std::vector<std::string> choices) {
    question_.where = "s";
    question_.problem_type = "MultipleChoice";
    question_.answer_type = "string";
    question_.answers = std::move(answers);
    question_.choices = std::move(choices);
    remarks_.clear();
    const auto task = task_of(question_, Figures(problem_, "p", media_), remarks_);
    kind_ = task ? kind_of(*task) : "";
    return task && std::holds_alternative<ImportedChoices>(*task) ? std::get<ImportedChoices>(*task)
                                                                  : ImportedChoices();
  }
  [[nodiscard]] std::string correct_of(const ImportedChoices& task) const {
    std::string correct;
    for (const ImportedChoice& choice : task.choices) correct += choice.correct ? choice.text + ";" : "";
    return correct;
  }
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> codes;
    for (const Remark& remark : remarks_) codes.push_back(remark.code);
    return codes;
  }

  Question question_;
  PoolProblem problem_;
  std::map<std::string, Bytes> media_;
  Remarks remarks_;
  std::string kind_;
};
using Codes = std::vector<std::string>;

TEST_F(ChoicesOfOatutor, TheRightOne_IsFoundBesideItsSpacesAndSigns) {
  EXPECT_EQ(correct_of(read({"$$3t^2$$ - $$18t$$"}, {"$$3t^2$$ $$-$$ $$18t$$", "No"})), "$3t^2$ $-$ $18t$;");
  EXPECT_TRUE(codes().empty());
  EXPECT_EQ(kind_, "choice");
}

TEST_F(ChoicesOfOatutor, TheRightOneInOtherWords_IsFoundByItsValue) {
  EXPECT_EQ(correct_of(read({"$$0.5$$"}, {"$$\\frac{1}{2}$$", "$$2$$"})), "$\\frac{1}{2}$;");
  EXPECT_EQ(codes(), Codes({"answer-spelt-otherwise"}));
}

TEST_F(ChoicesOfOatutor, TheRightOneThatIsMissing_IsAdded) {
  const ImportedChoices task = read({"C"}, {"A", "B"});
  EXPECT_EQ(task.choices.size(), 3u);
  EXPECT_EQ(correct_of(task), "C;");
  EXPECT_EQ(codes(), Codes({"answer-not-among-choices"}));
}

TEST_F(ChoicesOfOatutor, Doubles_AreDroppedAndSaid) {
  EXPECT_EQ(read({"A"}, {"A", "B", "A "}).choices.size(), 2u);
  EXPECT_EQ(codes(), Codes({"choice-twice"}));
  EXPECT_EQ(outcome_of(remarks_), Outcome::Taken);
}

TEST_F(ChoicesOfOatutor, SeveralRightOnes_AreAllToBeMarked) {
  static_cast<void>(read({"A", "C"}, {"A", "B", "C"}));
  EXPECT_EQ(kind_, "multiple_answer");
  EXPECT_EQ(codes(), Codes({"answers-several"}));
}

TEST_F(ChoicesOfOatutor, NothingToChooseFrom_IsTyped) {
  EXPECT_TRUE(read({"$$5$$"}, {}).choices.empty());
  EXPECT_EQ(kind_, "expression");
  EXPECT_TRUE(read({"Yes"}, {"Yes", " "}).choices.empty());
  EXPECT_EQ(kind_, "short_text");
  EXPECT_EQ(codes(), Codes({"choice-empty", "choices-too-few"}));
}

TEST_F(ChoicesOfOatutor, AllOfTheAbove_StaysLast) {
  const ImportedChoices task = read({"B"}, {"None of the above", "A", "B", "C"});
  EXPECT_FALSE(task.shuffled);
  EXPECT_EQ(task.choices.back().text, "None of the above");
}

TEST_F(ChoicesOfOatutor, OrderThatTheLessonKeeps_IsKept) {
  question_.keeps_order = true;
  const ImportedChoices task = read({"B"}, {"C", "B", "A"});
  EXPECT_FALSE(task.shuffled);
  EXPECT_EQ(task.choices.front().text, "C");
}

TEST_F(ChoicesOfOatutor, MoreThanFit_KeepTheRightOne) {
  std::vector<std::string> many;
  for (int i = 0; i < 20; ++i) many.push_back("choice " + std::to_string(i));
  const ImportedChoices task = read({"choice 19"}, many);
  EXPECT_EQ(task.choices.size(), 12u);
  EXPECT_EQ(correct_of(task), "choice 19;");
  EXPECT_EQ(codes(), Codes({"choices-too-many"}));
}

TEST_F(ChoicesOfOatutor, Pictures_AreChoices) {
  const Bytes picture = {1};
  problem_.figures = {{"figure1.gif", &picture}, {"figure2.gif", &picture}};
  const ImportedChoices task = read({"##figure2.gif##"}, {"##figure1.gif##", "##figure2.gif##"});
  ASSERT_EQ(task.choices.size(), 2u);
  EXPECT_EQ(task.choices[1].figure->path, "media/p/figure2.gif");
  EXPECT_NE(task.choices[0].figure->description, task.choices[1].figure->description);
  EXPECT_TRUE(task.choices[1].correct);
}

}  // namespace
}  // namespace hornbook::content::oatutor
