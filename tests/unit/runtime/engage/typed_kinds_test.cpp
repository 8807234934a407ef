// What the kinds of task that are typed say of an answer.
#include <gtest/gtest.h>

#include "runtime/engage/task.hpp"

namespace hornbook::engage {
namespace {

Verdict verdict_on(const ExpressionTask& task, const char* typed) { return assess(task, {typed}); }

ExpressionTask expecting(const char* answer, algebra::Form form = algebra::Form::Any) {
  ExpressionTask task;
  task.expected = answer;
  task.requirement.form = form;
  return task;
}

TEST(ExpressionTask, EquivalentForm_IsRight) {
  EXPECT_TRUE(verdict_on(expecting("$2(x+3)$"), "6 + 2x").correct);
  EXPECT_TRUE(verdict_on(expecting("$x = 4$"), "4").correct);
  EXPECT_FALSE(verdict_on(expecting("$2(x+3)$"), "2x + 3").correct);
}

TEST(ExpressionTask, RightValueInAnotherForm_EarnsHalfAndSaysWhatIsLeft) {
  const Verdict verdict = verdict_on(expecting("$\\frac{3}{4}$", algebra::Form::Simplified), "6/8");
  EXPECT_FALSE(verdict.correct);
  EXPECT_EQ(verdict.credit_permille, 500);
  EXPECT_EQ(verdict.remark, Remark::Simplify);
  EXPECT_EQ(verdict_on(expecting("x^2 + 3x", algebra::Form::Expanded), "x(x+3)").remark, Remark::Expand);
  EXPECT_EQ(verdict_on(expecting("x(x+3)", algebra::Form::Factored), "x^2 + 3x").remark, Remark::Factor);
}

TEST(ExpressionTask, AcceptedToleranceAndMistakes_AreFollowed) {
  ExpressionTask task = expecting("$3.14$");
  task.requirement.tolerance = Rational::create(1, 100).value();
  task.accepted = {"22/7"};
  task.wrong = {{"6.28", {std::uint16_t{3}, "That is twice as far."}}};
  EXPECT_TRUE(verdict_on(task, "3.145").correct);
  EXPECT_TRUE(verdict_on(task, "22/7").correct);
  EXPECT_FALSE(verdict_on(task, "3.2").correct);
  EXPECT_EQ(verdict_on(task, "628/100").misconception, std::uint16_t{3});
}

TEST(ExpressionTask, Quantity_WantsItsUnit) {
  ExpressionTask task = expecting("5 m");
  task.is_quantity = true;
  EXPECT_TRUE(verdict_on(task, "500 cm").correct);
  EXPECT_EQ(verdict_on(task, "5").remark, Remark::OtherForm);
  EXPECT_EQ(right_entry(task).text, "5 m");
}

TEST(ExpressionTask, WhatCannotBeRead_CannotBeSubmitted) {
  const ExpressionTask task = expecting("x + 1");
  EXPECT_FALSE(is_complete(task, {"x + "}));
  EXPECT_FALSE(is_complete(task, {"(x + 1"}));
  EXPECT_TRUE(is_complete(task, {"1 + x"}));
  EXPECT_FALSE(as_mathematics(task, "x + "));
  EXPECT_EQ(in_words(task, {"1/2"}), "$\\frac{1}{2}$");
  EXPECT_EQ(in_words(task, {"2*"}), "2\\*");
}

TEST(ExpressionTask, WhatCannotBeTold_IsSaid) {
  EXPECT_EQ(verdict_on(expecting("x"), "x^(10^30)").remark, Remark::CannotTell);
}

TEST(ExpressionTask, SignsNeeded_ComeFromTheAnswers) {
  ExpressionTask task = expecting("$y \\le \\sqrt{x} + \\pi$");
  task.wrong = {{"y < |z|", {}}};
  EXPECT_EQ(signs_needed(task), (std::vector<std::string>{"x", "y", "π", "√", "=", "<", "≤", ">", "≥", "z", "|"}));
}

TEST(ShortText, RecognisedMistake_ComesBeforeWhatIsNearlySpelled) {
  ShortText task;
  task.expected = "numerator";
  task.accepted = {"top number"};
  task.near = {{"numerater", {std::uint16_t{1}, "It ends like doctor."}}};
  EXPECT_TRUE(assess(task, {"Top number"}).correct);
  EXPECT_EQ(assess(task, {"numerater"}).feedback, "It ends like doctor.");
  EXPECT_EQ(assess(task, {"numrator"}).remark, Remark::CheckSpelling);
  EXPECT_EQ(assess(task, {"numrator"}).credit_permille, 500);
  EXPECT_EQ(assess(task, {"denominator"}).credit_permille, 0);
  EXPECT_FALSE(is_complete(task, {"  "}));
}

TEST(MultipleAnswer, CreditIsPartial) {
  MultipleAnswer task;
  for (std::uint8_t at = 0; at < 5; ++at) {
    Choice choice;
    choice.source_index = at;
    choice.correct = at < 3;
    if (at == 4) choice.wrong = {std::uint16_t{2}, "Count again."};
    task.choices.push_back(choice);
  }
  EXPECT_TRUE(assess(task, {{0, 1, 2}}).correct);
  const Verdict some = assess(task, {{0, 2}});
  EXPECT_EQ(some.credit_permille, 666);
  EXPECT_EQ(some.remark, Remark::MoreToFind);
  const Verdict mixed = assess(task, {{0, 1, 3, 4}});
  EXPECT_EQ(mixed.credit_permille, 0);
  EXPECT_EQ(mixed.feedback, "Count again.") << "the choice that has something to say";
  EXPECT_EQ(assess(task, {{0, 3}}).remark, Remark::NotAllOfThem);
  EXPECT_EQ(assess(task, {{0, 1, 2, 3}}).credit_permille, 666);
}

TEST(MultipleAnswer, ChoosingAgain_LetsGo) {
  MultipleAnswer task;
  task.choices = {{0, "a", {}, true, {}}, {1, "b", {}, false, {}}};
  MultipleAnswerEntry entry;
  EXPECT_TRUE(enter(task, entry, Choose{1}));
  EXPECT_TRUE(enter(task, entry, Choose{0}));
  EXPECT_EQ(entry.chosen, (std::vector<std::uint8_t>{0, 1}));
  EXPECT_TRUE(enter(task, entry, Choose{1}));
  EXPECT_EQ(entry.chosen, (std::vector<std::uint8_t>{0}));
  EXPECT_FALSE(from_answer(task, Answer{7, {1, 0}, {}})) << "not ascending";
}

TEST(MatchTask, CreditIsTheShareOfTargetsWithTheirTile) {
  MatchTask task;
  task.targets = {{"a", {}, {}}, {"b", {}, {std::uint16_t{1}, "Look at b."}}, {"c", {}, {}}, {"d", {}, {}}};
  for (std::uint8_t at = 0; at < 5; ++at) task.tiles.push_back({at, std::to_string(at), {}});
  EXPECT_TRUE(assess(task, right_entry(task)).correct);
  const Verdict verdict = assess(task, MatchEntry{{{2, 4, 0, 3}, {}}});
  EXPECT_EQ(verdict.credit_permille, 250);
  EXPECT_EQ(verdict.feedback, "Look at b.") << "the first that has something to say";
  EXPECT_FALSE(from_answer(task, Answer{9, {0, 1, 1, 2}, {}})) << "one tile in two places";
  EXPECT_EQ(in_words(task, MatchEntry{{{0, 1, {}, {}}, {}}}), "a: 0; b: 1");
}

}  // namespace
}  // namespace hornbook::engage
