#include "platform/script/pick_answer.hpp"

#include <gtest/gtest.h>

#include "runtime/engage/task.hpp"
#include "runtime/measure/scoring.hpp"

namespace hornbook::platform {
namespace {

using engage::Rational;

SeededRandom chance(1);

std::vector<engage::Question> one_of_each_kind() {
  std::vector<engage::Question> items(4);
  items[0].task = engage::MultipleChoice{{{0, "1/2", {}, true, {}}, {1, "1/3", {}, false, {}}}};
  items[1].task = engage::NumberEntry{Rational::create(3, 4).value(), engage::NumberForm::Any, "", {}};
  items[2].task = engage::OrderTask{{{0, "a", {}}, {1, "b", {}}, {2, "c", {}}}, {2, 0, 1}, "", "", {}};
  items[3].task = engage::NumberLine{Rational::whole(0), Rational::whole(1), 4, 1, 0, {}};
  return items;
}

TEST(PickAnswer, Right_IsScoredAsRightAndWrongAsWrongForEveryKind) {
  for (const engage::Question& item : one_of_each_kind()) {
    const auto right = pick_answer(item.task, AnswerKind::Right, chance);
    const auto wrong = pick_answer(item.task, AnswerKind::Wrong, chance);
    ASSERT_TRUE(right && wrong) << item.task.index();
    EXPECT_TRUE(measure::score(item, *right).correct) << item.task.index();
    EXPECT_FALSE(measure::score(item, *wrong).correct) << item.task.index();
  }
}

TEST(PickAnswer, Wrong_PrefersAMistakeThatTheItemExpects) {
  auto item = one_of_each_kind()[1];
  std::get<engage::NumberEntry>(item.task).wrong = {{Rational::create(4, 3).value(), {std::nullopt, "turned round"}}};
  EXPECT_EQ(pick_answer(item.task, AnswerKind::Wrong, chance).value().texts, std::vector<std::string>{"4/3"});
}

TEST(PickAnswer, AnItemWithoutAWrongAnswer_IsRefused) {
  auto item = one_of_each_kind()[0];
  std::get<engage::MultipleChoice>(item.task).choices.pop_back();
  EXPECT_FALSE(pick_answer(item.task, AnswerKind::Wrong, chance));
}

TEST(PickAnswer, AGuess_FitsTheKindOfTask) {
  for (const engage::Question& item : one_of_each_kind()) {
    const auto guess = pick_answer(item.task, AnswerKind::Guess, chance);
    ASSERT_TRUE(guess);
    EXPECT_TRUE(engage::entry_of(item.task, *guess));
  }
}

}  // namespace
}  // namespace hornbook::platform
