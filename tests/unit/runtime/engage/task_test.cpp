#include "runtime/engage/task.hpp"

#include <gtest/gtest.h>

#include <set>

namespace hornbook::engage {
namespace {

WrongAnswer mistake(std::uint16_t misconception) { return {misconception, "look again"}; }

// A word, a number, a choice and two tiles.
Cloze cloze() {
  Cloze task;
  task.text = cut_at_marks("[[2]] [[1]] [[3]] [[4]] [[5]]", 5, MarkWords::None).value();
  ShortText word;
  word.expected = "cat";
  word.near = {{"cot", mistake(12)}};
  NumberEntry number;
  number.expected = Rational::whole(7);
  MultipleChoice choice;
  choice.choices = {{1, "a", {}, true, {}}, {0, "b", {}, false, {}}};
  task.blanks = {word, number, choice, TileBlank{0, {}}, TileBlank{2, {}}};
  task.tiles = {{2, "of", {}}, {0, "to", {}}, {1, "by", {}}};
  return task;
}

HotText hot_text() {
  HotText task;
  task.text = cut_at_marks("[[2:a]] [[1:b]] [[3:c]]", 3, MarkWords::Needed).value();
  task.choices = {{0, "b", {}, true, {}}, {1, "a", {}, false, mistake(13)}, {2, "c", {}, true, {}}};
  task.maximum = 2;
  return task;
}

Table table() {
  Table task;
  NumberEntry number;
  number.expected = Rational::whole(12);
  number.wrong = {{Rational::whole(7), mistake(14)}};
  ShortText word;
  word.expected = "odd";
  NumberEntry carried;
  carried.expected = Rational::whole(1);
  task.blanks = {carried, number, word};
  task.optional = {true, false, false};
  TableRow carries{"", {{"", std::uint8_t{0}}, {"", {}}}, false, true};
  TableRow numbers{"x", {{"3", {}}, {"", std::uint8_t{1}}}, true, false};
  TableRow words{"y", {{"", std::uint8_t{2}}, {"even", {}}}, false, false};
  task.rows = {carries, numbers, words};
  return task;
}

std::vector<Task> one_of_each_kind() {
  MultipleChoice choice;
  choice.choices = {{4, "a", {}, true, {}}, {1, "b", {}, false, mistake(0)}};
  NumberEntry number;
  number.expected = Rational::create(3, 4).value();
  number.wrong = {{Rational::create(4, 3).value(), mistake(1)}};
  OrderTask order;
  order.tiles = {{2, "c", {}}, {0, "a", {}}, {1, "b", {}}};
  order.correct_order = {0, 1, 2};
  order.reversed = mistake(2);
  NumberLine line;
  line.to = Rational::whole(1);
  line.intervals = 4;
  line.target_tick = 3;
  line.wrong = {{1, mistake(3)}};
  ExpressionTask expression;
  expression.expected = "$\\frac{1}{2}x + 3$";
  expression.wrong = {{"2x + 3", mistake(4)}};
  ShortText text;
  text.expected = "número";
  text.near = {{"cifra", mistake(5)}};
  MultipleAnswer several;
  several.choices = {{2, "a", {}, true, {}}, {0, "b", {}, false, mistake(6)}, {1, "c", {}, true, {}}};
  MatchTask match;
  match.targets = {{"one", {}, mistake(7)}, {"two", {}, {}}, {"three", {}, {}}};
  match.tiles = {{2, "3", {}}, {3, "4", {}}, {0, "1", {}}, {1, "2", {}}};
  SortTask sort;
  sort.bins = {{"even", {}}, {"odd", {}}};
  sort.tiles = {{1, "7", {}}, {0, "4", {}}, {2, "½", {}}};
  sort.homes = {{0, mistake(8)}, {1, {}}, {std::nullopt, {}}};
  HotSpot spot;
  spot.picture = {{}, 200, 100};
  spot.several = true;
  spot.areas = {{0, PictureCircle{{30, 30}, 20}, "a", true, {}},
                {1, PictureRectangle{{60, 10}, 40, 40}, "b", false, mistake(9)},
                {2, PicturePolygon{{{110, 10}, {190, 10}, {110, 90}}}, "c", true, {}}};
  LabelTask label;
  label.picture = {{}, 200, 100};
  label.match = match;
  label.match.targets[0].wrong = mistake(10);
  label.at = {{10, 10}, {50, 50}, {190, 90}};
  Plot plot;
  plot.x = {Rational::whole(-2), Rational::whole(3), Rational::whole(1), 5, 1, ""};
  plot.y = plot.x;
  plot.form = PlotPoints{{{4, 1}, {0, 0}}, {"A", "B"}, {{{1, 4}, mistake(11)}}};
  FlashCard card;
  card.front.text = "7 × 8";
  card.back.text = "56";
  OpenResponse open;
  open.starters = {"I think that"};
  return {choice, number, order, line, expression, text,    several,    match,   sort,
          spot,   label,  plot,  card, open,       cloze(), hot_text(), table(), DrawingTask{}};
}

// The most gestures that any answer below takes.
constexpr int gestures_max = 40;

// Follows gesture_towards() from `entry`.
Entry reached(const Task& task, Entry entry, const Entry& wanted) {
  for (int count = 0; count < gestures_max; ++count) {
    const auto gesture = gesture_towards(task, entry, wanted);
    if (!gesture) return entry;
    EXPECT_TRUE(apply(task, entry, *gesture));
  }
  ADD_FAILURE() << "the gestures do not come to an end";
  return entry;
}

TEST(Task, KindNumbersAndNames_AreEachGivenOnce) {
  std::set<std::uint8_t> numbers;
  std::set<std::string_view> names;
  for (const KindName& kind : Kinds::names) {
    EXPECT_NE(kind.number, 0);
    EXPECT_TRUE(numbers.insert(kind.number).second) << kind.name;
    EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
    EXPECT_EQ(name_of_kind(kind.number), kind.name);
  }
  EXPECT_EQ(name_of_kind(0), "");
}

TEST(Task, RightAnswer_IsRightAndCanBeEntered) {
  for (const Task& task : one_of_each_kind()) {
    SCOPED_TRACE(name_of_kind(kind_of(task)));
    const Answer answer = right_answer(task);
    EXPECT_EQ(answer.kind, kind_of(task));
    EXPECT_EQ(assess_answer(task, answer).correct, !is_judged_by_person(task));
    EXPECT_EQ(assess_answer(task, answer).credit_permille, is_judged_by_person(task) ? 0 : full_credit);
    const Entry entry = reached(task, start_entry(task), right_entry_of(task));
    ASSERT_TRUE(is_answerable(task, entry));
    EXPECT_EQ(answer_of(task, entry), answer);
  }
}

TEST(Task, ExpectedMistake_ComesFirstAmongTheWrongAnswersAndIsRecognised) {
  std::uint16_t misconception = 0;
  for (const Task& task : one_of_each_kind()) {
    SCOPED_TRACE(name_of_kind(kind_of(task)));
    const std::vector<Answer> wrong = wrong_answers(task);
    ASSERT_EQ(wrong.empty(), is_judged_by_person(task));
    if (is_judged_by_person(task) || std::holds_alternative<FlashCard>(task))
      continue;  // nobody expects mistakes there
    EXPECT_EQ(assess_answer(task, wrong.front()).misconception, misconception++);
    for (const Answer& answer : wrong) EXPECT_FALSE(assess_answer(task, answer).correct);
  }
}

TEST(Task, WrongAnswer_IsMendedByGestures) {
  for (const Task& task : one_of_each_kind()) {
    SCOPED_TRACE(name_of_kind(kind_of(task)));
    for (const Answer& wrong : wrong_answers(task)) {
      const Entry mended = reached(task, entry_of(task, wrong).value(), right_entry_of(task));
      EXPECT_TRUE(assess_answer(task, answer_of(task, mended)).correct);
    }
  }
}

TEST(Task, WayBack_FitsWhateverWasSubmitted) {
  for (const Task& task : one_of_each_kind()) {
    SCOPED_TRACE(name_of_kind(kind_of(task)));
    for (const Answer& wrong : wrong_answers(task)) {
      Entry entry = entry_of(task, wrong).value();
      EXPECT_TRUE(apply(task, entry, way_back_of(task)));
    }
  }
}

TEST(Task, EmptyEntry_CannotBeSubmittedAndEraseAllLeadsBackToIt) {
  for (const Task& task : one_of_each_kind()) {
    SCOPED_TRACE(name_of_kind(kind_of(task)));
    EXPECT_FALSE(is_answerable(task, start_entry(task)));
    Entry entry = right_entry_of(task);
    EXPECT_TRUE(apply(task, entry, EraseAll{}));
    EXPECT_FALSE(is_answerable(task, entry));
  }
}

TEST(Task, AnswerOfAnotherKindOrShape_DoesNotFit) {
  for (const Task& task : one_of_each_kind()) {
    SCOPED_TRACE(name_of_kind(kind_of(task)));
    Answer answer = right_answer(task);
    ++answer.kind;
    EXPECT_FALSE(entry_of(task, answer));
    EXPECT_FALSE(entry_of(task, Answer{kind_of(task), {0, 0, 0, 0, 0}, {"a", "b"}}));
    EXPECT_FALSE(entry_of(task, Answer{kind_of(task), {}, {}}));
    EXPECT_EQ(assess_answer(task, Answer{}).credit_permille, 0);
  }
}

TEST(Task, WhatAPersonJudges_IsKeptAndHasOneTry) {
  for (const Task& task : one_of_each_kind()) {
    SCOPED_TRACE(name_of_kind(kind_of(task)));
    const Verdict verdict = assess_answer(task, right_answer(task));
    EXPECT_EQ(verdict.remark == Remark::KeptForTeacher, is_judged_by_person(task));
    if (is_judged_by_person(task)) {
      EXPECT_TRUE(verdict.is_last);
    }
  }
}

TEST(Task, GestureOfAnotherKind_ChangesNothing) {
  const std::vector<Task> tasks = one_of_each_kind();
  Entry choice = start_entry(tasks[0]);
  EXPECT_FALSE(apply(tasks[0], choice, TypeText{"3"}));
  EXPECT_FALSE(apply(tasks[0], choice, Choose{9})) << "there is no such choice";
  Entry line = start_entry(tasks[3]);
  EXPECT_FALSE(apply(tasks[3], line, MoveTo{1, 0})) << "the line has one marker";
  EXPECT_FALSE(apply(tasks[3], line, MoveTo{0, 5})) << "beyond the last tick";
}

}  // namespace
}  // namespace hornbook::engage
