#include "runtime/measure/scoring.hpp"

#include <gtest/gtest.h>

#include "runtime/engage/task.hpp"

namespace hornbook::measure {
namespace {

using engage::Rational;

engage::Question asking(engage::Task task) {
  engage::Question question;
  question.task = std::move(task);
  question.explanation = "well seen";
  question.not_yet = "look again";
  return question;
}

engage::Question number_question(engage::NumberForm form, Rational expected = Rational::create(7, 4).value()) {
  engage::NumberEntry task;
  task.expected = expected;
  task.form = form;
  task.wrong.push_back({Rational::create(3, 4).value(), {std::uint16_t{2}, "the whole is missing"}});
  return asking(task);
}

TEST(Scoring, RightChoice_GetsFullCreditAndTheExplanation) {
  engage::MultipleChoice task;
  task.choices = {{3, "a", {}, false, {std::uint16_t{5}, "tops only"}}, {1, "b", {}, true, {}}};
  const engage::Question question = asking(task);
  const engage::Verdict verdict = score(question, engage::Answer{1, {1}, {}});
  EXPECT_TRUE(verdict.correct);
  EXPECT_EQ(verdict.credit_permille, 1000);
  EXPECT_EQ(verdict.feedback, "well seen");
}

TEST(Scoring, WrongChoice_ShowsItsMisconception) {
  engage::MultipleChoice task;
  task.choices = {{3, "a", {}, false, {std::uint16_t{5}, "tops only"}}, {1, "b", {}, true, {}}};
  const engage::Verdict verdict = score(asking(task), engage::Answer{1, {3}, {}});
  EXPECT_FALSE(verdict.correct);
  EXPECT_EQ(verdict.misconception, 5);
  EXPECT_EQ(verdict.feedback, "tops only");
}

TEST(Scoring, ChoiceThatIsNotThere_IsNotCorrect) {
  EXPECT_FALSE(score(asking(engage::MultipleChoice{}), engage::Answer{1, {0}, {}}).correct);
}

TEST(Scoring, SameNumberInAnyForm_IsRightWhereAnyIsAsked) {
  for (const char* typed : {"7/4", "14/8", "1 3/4", "1.75", "1,75"}) {
    EXPECT_TRUE(score(number_question(engage::NumberForm::Any), engage::Answer{2, {}, {typed}}).correct) << typed;
  }
}

TEST(Scoring, RightValueInAnotherForm_GetsHalf) {
  const engage::Verdict verdict =
      score(number_question(engage::NumberForm::SimplestFraction), engage::Answer{2, {}, {"14/8"}});
  EXPECT_FALSE(verdict.correct);
  EXPECT_EQ(verdict.credit_permille, 500);
  EXPECT_EQ(verdict.feedback, "look again");
  EXPECT_FALSE(score(number_question(engage::NumberForm::MixedNumber), engage::Answer{2, {}, {"7/4"}}).correct);
  EXPECT_TRUE(score(number_question(engage::NumberForm::MixedNumber), engage::Answer{2, {}, {"1 3/4"}}).correct);
}

TEST(Scoring, ForeseenWrongNumber_ShowsItsMisconception) {
  const engage::Verdict verdict = score(number_question(engage::NumberForm::Any), engage::Answer{2, {}, {"6/8"}});
  EXPECT_EQ(verdict.misconception, 2);
  EXPECT_EQ(verdict.credit_permille, 0);
}

TEST(Scoring, NoNumber_IsNotCorrectAndSaysSomethingUseful) {
  EXPECT_EQ(score(number_question(engage::NumberForm::Any), engage::Answer{2, {}, {"//"}}).feedback, "look again");
}

TEST(Scoring, Order_GetsTheShareOfNeighboursInOrder) {
  engage::OrderTask task;
  task.correct_order = {2, 0, 1};
  task.reversed = {std::uint16_t{1}, "the other way round"};
  const engage::Question question = asking(task);
  EXPECT_TRUE(score(question, engage::Answer{3, {2, 0, 1}, {}}).correct);
  EXPECT_EQ(score(question, engage::Answer{3, {0, 2, 1}, {}}).credit_permille, 500);
  EXPECT_EQ(score(question, engage::Answer{3, {1, 0, 2}, {}}).misconception, 1);
  EXPECT_EQ(score(question, engage::Answer{3, {2, 2, 1}, {}}).credit_permille, 0);
  EXPECT_EQ(score(question, engage::Answer{3, {2}, {}}).credit_permille, 0);
}

TEST(Scoring, NumberLine_IsAllOrNothing) {
  engage::NumberLine task;
  task.intervals = 8;
  task.target_tick = 3;
  task.wrong.push_back({4, {std::uint16_t{7}, "count the spaces"}});
  EXPECT_TRUE(score(asking(task), engage::Answer{4, {3}, {}}).correct);
  EXPECT_EQ(score(asking(task), engage::Answer{4, {4}, {}}).misconception, 7);
  EXPECT_EQ(score(asking(task), engage::Answer{4, {5}, {}}).feedback, "look again");
}

TEST(Scoring, AnswerToAnotherKindOfTask_IsNotCorrect) {
  EXPECT_FALSE(score(number_question(engage::NumberForm::Any), engage::Answer{1, {0}, {}}).correct);
}

TEST(Scoring, RightAnswer_ScoresAsRightForEveryTaskAndForm) {
  using engage::NumberForm;
  const std::vector<Rational> values{Rational::create(7, 4).value(), Rational::create(-7, 4).value(),
                                     Rational::create(1, 3).value(), Rational::whole(2)};
  for (const Rational& value : values) {
    for (const NumberForm form : {NumberForm::Any, NumberForm::Fraction, NumberForm::SimplestFraction}) {
      const engage::Question question = number_question(form, value);
      EXPECT_TRUE(score(question, engage::right_answer(question.task)).correct) << engage::to_text(value);
    }
  }
  for (const Rational& value : {values[0], values[1], values[3]}) {
    const engage::Question question = number_question(NumberForm::MixedNumber, value);
    EXPECT_TRUE(score(question, engage::right_answer(question.task)).correct) << engage::to_text(value);
  }
  engage::NumberLine line;
  line.intervals = 4;
  line.target_tick = 2;
  EXPECT_TRUE(score(asking(line), engage::right_answer(line)).correct);
}

}  // namespace
}  // namespace hornbook::measure
