#include "runtime/engage/activity.hpp"

#include <gtest/gtest.h>

namespace hornbook::engage {
namespace {

std::shared_ptr<const Question> asking(Task task) {
  Question question;
  question.task = std::move(task);
  question.hints = {{{}, "point", {}, {}, {}}, {{}, "teach", {}, {0}, {}}, {{}, "bottom out", {}, {1}, {}}};
  return std::make_shared<const Question>(std::move(question));
}

Activity choice_activity() {
  MultipleChoice task;
  task.choices = {{4, "a", {}, true, {}}, {1, "b", {}, false, {}}};
  return start_activity(asking(task), 1000);
}

Activity order_activity() {
  OrderTask task;
  task.tiles = {{0, "a", {}}, {1, "b", {}}, {2, "c", {}}};
  task.correct_order = {0, 1, 2};
  return start_activity(asking(task), 0);
}

// All intents in turn, at `now`.
ActivityStep after(Activity activity, const std::vector<ActivityIntent>& intents, MonotonicMs now = 0) {
  ActivityStep all{std::move(activity), {}};
  for (const ActivityIntent& intent : intents) {
    ActivityStep step = update(std::move(all.activity), intent, now);
    all.activity = std::move(step.activity);
    all.effects.insert(all.effects.end(), step.effects.begin(), step.effects.end());
  }
  return all;
}

TEST(Activity, SubmittedChoice_AsksForAVerdictWithTheTimeItTook) {
  const ActivityStep step = after(choice_activity(), {Choose{4}, Submit{}}, 3500);
  ASSERT_EQ(step.effects.size(), 1u);
  const auto& submitted = std::get<AnswerSubmitted>(step.effects[0]);
  EXPECT_EQ(submitted.answer, (Answer{1, {4}, {}}));
  EXPECT_EQ(submitted.response_ms, 2500u);
  EXPECT_TRUE(std::holds_alternative<Checking>(step.activity.phase));
}

TEST(Activity, NothingEntered_CannotBeSubmitted) {
  EXPECT_FALSE(can_submit(choice_activity()));
  EXPECT_TRUE(after(choice_activity(), {Submit{}}).effects.empty());
}

TEST(Activity, ChoiceThatIsNotThere_ChangesNothing) {
  EXPECT_FALSE(can_submit(after(choice_activity(), {Choose{9}}).activity));
}

TEST(Activity, WrongAnswer_KeepsTheEntryAndWaitsForAChange) {
  ActivityStep step = after(choice_activity(), {Choose{1}, Submit{}, GiveVerdict{}});
  EXPECT_TRUE(std::holds_alternative<TryAgain>(step.activity.phase));
  EXPECT_TRUE(can_submit(step.activity));
  step = after(step.activity, {Submit{}});
  EXPECT_TRUE(step.effects.empty()) << "a double tap must not cost a try";
  step = after(step.activity, {Choose{4}});
  EXPECT_TRUE(std::holds_alternative<Answering>(step.activity.phase));
}

TEST(Activity, ThirdWrongAnswer_FinishesTheItem) {
  const ActivityStep step = after(choice_activity(), {Choose{1}, Submit{}, GiveVerdict{}, Choose{1}, Submit{},
                                                      GiveVerdict{}, Choose{1}, Submit{}, GiveVerdict{}});
  EXPECT_EQ(step.activity.tries, tries_max);
  ASSERT_TRUE(std::holds_alternative<Finished>(step.activity.phase));
  EXPECT_FALSE(std::get<Finished>(step.activity.phase).verdict.correct);
}

TEST(Activity, FinishedItem_TakesNoMoreInput) {
  Verdict right;
  right.correct = true;
  const ActivityStep step =
      after(choice_activity(), {Choose{4}, Submit{}, GiveVerdict{right}, Choose{1}, Submit{}, AskHint{}});
  EXPECT_EQ(step.effects.size(), 1u);
  EXPECT_EQ(std::get<ChoiceEntry>(step.activity.entry).source_index, 4);
}

TEST(Activity, Hints_ComeInThreeGradesAndNoMore) {
  const ActivityStep step = after(choice_activity(), {AskHint{}, AskHint{}, AskHint{}, AskHint{}});
  ASSERT_EQ(step.effects.size(), 3u);
  EXPECT_EQ(std::get<HintOpened>(step.effects[2]).grade, 3);
}

TEST(Activity, SecondTry_IsTimedFromTheFeedback) {
  ActivityStep step = after(choice_activity(), {Choose{1}, Submit{}}, 2000);
  step = after(step.activity, {GiveVerdict{}}, 2000);
  step = after(step.activity, {Choose{4}, Submit{}}, 2750);
  EXPECT_EQ(std::get<AnswerSubmitted>(step.effects.at(0)).response_ms, 750u);
}

TEST(Activity, TypedText_KeepsOnlyWhatNumbersAreMadeOf) {
  const Activity start = start_activity(asking(NumberEntry{}), 0);
  const ActivityStep step = after(start, {TypeText{"1x 3/4é"}, EraseLast{}, TypeText{"8"}});
  EXPECT_EQ(std::get<NumberEntryText>(step.activity.entry).text, "1 3/8");
  EXPECT_FALSE(can_submit(after(start, {TypeText{"/"}}).activity));
  EXPECT_FALSE(can_submit(after(step.activity, {EraseAll{}}).activity));
}

TEST(Activity, Tiles_SwapWhenAPlaceIsTaken) {
  const ActivityStep step = after(order_activity(), {PickUp{0}, PutDown{0}, PickUp{1}, PutDown{0}});
  const auto& entry = std::get<OrderEntry>(step.activity.entry);
  EXPECT_EQ(entry.slots[0], 1);
  EXPECT_EQ(entry.in_hand, 0);
  EXPECT_FALSE(can_submit(step.activity));
}

TEST(Activity, AllTilesPlaced_AnswerInOrderOfPlaces) {
  const ActivityStep step =
      after(order_activity(), {PickUp{2}, PutDown{0}, PickUp{0}, PutDown{1}, PickUp{1}, PutDown{2}, Submit{}});
  ASSERT_EQ(step.effects.size(), 1u);
  const auto& submitted = std::get<AnswerSubmitted>(step.effects[0]);
  EXPECT_EQ(submitted.answer, (Answer{3, {2, 0, 1}, {}}));
}

TEST(Activity, PickedTwice_TileIsPutDown) {
  const ActivityStep step = after(order_activity(), {PickUp{1}, PickUp{1}, PutDown{0}});
  EXPECT_EQ(std::get<OrderEntry>(step.activity.entry).slots[0], std::nullopt);
}

TEST(Activity, MarkerBeyondTheLine_ChangesNothing) {
  NumberLine task;
  task.intervals = 4;
  const ActivityStep step = after(start_activity(asking(task), 0), {MoveTo{0, 4}, MoveTo{0, 5}});
  EXPECT_EQ(std::get<NumberLineEntry>(step.activity.entry).tick, 4u);
}

}  // namespace
}  // namespace hornbook::engage
