// Watching: what takes the leaf, what is heard, and what a check point does.
#include <gtest/gtest.h>

#include "tests/unit/ui/sample_station.hpp"

namespace hornbook::ui {
namespace {

using engage::MediaControl;

template <class Kind>
const Kind* effect(const StationStep& step) {
  for (const Effect& each : step.effects)
    if (const auto* found = std::get_if<Kind>(&each)) return found;
  return nullptr;
}

Intent control(MediaControl what) { return ToSession{session::ControlMedia{what}}; }

StationStep after(StationStep step, const Intent& intent, MonotonicMs now) {
  return update(std::move(step.state), intent, now);
}

const Activity& screen(const StationStep& step) { return std::get<Activity>(step.state.screen); }
const engage::Playback& playback(const StationStep& step) {
  return std::get<session::Working>(step.state.session->place).playback;
}

// Lets time pass as the program does: whenever the state says that it changes by itself.
StationStep passed(StationStep step, MonotonicMs from, MonotonicMs until) {
  for (MonotonicMs now = from; now < until;) {
    const auto next = next_change(step.state, now);
    now = next ? std::min(std::max(*next, now + 1), until) : until;
    step = update(std::move(step.state), TimePassed{}, now);
  }
  return step;
}

StationStep answered(StationStep step, MonotonicMs now) {
  const engage::Problem& problem = std::get<session::Working>(step.state.session->place).problem;
  const engage::Task task = engage::at_hand(problem).question->task;
  engage::at_hand(std::get<session::Working>(step.state.session->place).problem).entry = engage::right_entry_of(task);
  return after(std::move(step), test::act(engage::Submit{}), now);
}

TEST(Watching, EachSlideStartsItsSound_AndTheOneWithoutIsSilent) {
  StationStep step = update(test::watching_station(), control(MediaControl::Play), 0);
  ASSERT_NE(effect<PlaySound>(step), nullptr);
  EXPECT_EQ(effect<PlaySound>(step)->file.bytes[0], 1);
  EXPECT_EQ(effect<PlaySound>(step)->from_ms, 0u);
  step = after(std::move(step), TimePassed{}, 4'000);
  EXPECT_TRUE(step.effects.empty()) << "it is heard already";
  step = after(std::move(step), TimePassed{}, 10'000);
  ASSERT_NE(effect<PlaySound>(step), nullptr);
  EXPECT_EQ(effect<PlaySound>(step)->file.bytes[0], 2);
}

TEST(Watching, TheSoundOfASlideThatIsOver_IsNotHeardAgain) {
  StationStep step = update(test::watching_station(), control(MediaControl::Play), 0);
  step = after(std::move(step), SoundOver{}, 6'000);
  step = after(std::move(step), TimePassed{}, 7'000);
  EXPECT_EQ(effect<PlaySound>(step), nullptr);
}

TEST(Watching, APauseIsSilentAndPlayGoesOnInTheMiddleOfTheSound) {
  StationStep step = update(test::watching_station(), control(MediaControl::Play), 0);
  step = after(std::move(step), control(MediaControl::Pause), 3'000);
  EXPECT_NE(effect<StopSound>(step), nullptr);
  EXPECT_FALSE(next_change(step.state, 3'000) == std::optional<MonotonicMs>(3'500)) << "nothing moves";
  step = after(std::move(step), control(MediaControl::Play), 60'000);
  ASSERT_NE(effect<PlaySound>(step), nullptr);
  EXPECT_EQ(effect<PlaySound>(step)->from_ms, 3'000u);
}

TEST(Watching, ACheckPointStopsAndAsks_AndTheWayOnPlaysOn) {
  StationStep step = update(test::watching_station(), control(MediaControl::Play), 0);
  step = passed(std::move(step), 0, 25'000);
  EXPECT_FALSE(screen(step).at_media) << "the question takes the leaf";
  EXPECT_FALSE(playback(step).playing);
  EXPECT_FALSE(step.state.hearing);
  EXPECT_EQ(playback(step).position_ms, 20'000u);
  step = answered(std::move(step), 40'000);
  step = after(std::move(step), test::act(engage::TurnTo{{1, std::nullopt}}), 41'000);
  EXPECT_TRUE(screen(step).at_media) << "the next question comes after what is left to see";
  EXPECT_TRUE(playback(step).playing);
  step = passed(std::move(step), 41'000, 52'000);
  EXPECT_FALSE(screen(step).at_media);
  EXPECT_EQ(playback(step).position_ms, 30'000u);
}

TEST(Watching, WhatWasSeenCanBeSeenAgainFromTheQuestion) {
  StationStep step = passed(update(test::watching_station(), control(MediaControl::Play), 0), 0, 21'000);
  step = after(std::move(step), ShowMedia{true}, 30'000);
  EXPECT_TRUE(screen(step).at_media);
  EXPECT_EQ(playback(step).position_ms, 10'000u) << "ten seconds back";
  ASSERT_NE(effect<PlaySound>(step), nullptr);
  EXPECT_EQ(effect<PlaySound>(step)->file.bytes[0], 2);
  step = passed(std::move(step), 30'000, 41'000);
  EXPECT_FALSE(screen(step).at_media) << "and it asks again";
}

TEST(Watching, WhoReadsTheWordsComesToTheQuestionToo) {
  StationStep step = update(test::watching_station(), ShowMediaWords{true}, 0);
  EXPECT_TRUE(screen(step).at_words);
  step = after(std::move(step), control(MediaControl::ReadOn), 5'000);
  EXPECT_FALSE(screen(step).at_media);
  const auto recorded = std::get<measure::MediaProgress>(step.state.unsaved.back().body);
  EXPECT_EQ(recorded, (measure::MediaProgress{20'000, 30'000, engage::MediaAct::CheckPoint}));
}

TEST(Watching, AVoiceThatReadsPausesWhatIsHeard) {
  StationStep step = update(test::watching_station(), control(MediaControl::Play), 0);
  step = after(std::move(step), ReadAloud{{{"caption", "a", "a", "en"}}}, 2'000);
  EXPECT_FALSE(playback(step).playing);
  EXPECT_FALSE(step.state.hearing);
  EXPECT_NE(effect<Speak>(step), nullptr);
}

TEST(Watching, WhoWatchesIsThere_WhoOnlySitsBeforeAPauseIsAsked) {
  StationStep step = update(test::watching_station(), control(MediaControl::Play), 0);
  step = passed(std::move(step), 0, 15'000);
  EXPECT_EQ(step.state.last_act, 15'000);
  step = after(std::move(step), control(MediaControl::Pause), 15'000);
  EXPECT_FALSE(asks_whether_there(step.state, 15'000 + idle_asks_after_ms));
  EXPECT_TRUE(asks_whether_there(step.state, 15'000 + reading_asks_after_ms));
}

TEST(Watching, GoingHomeIsSilent) {
  StationStep step = update(test::watching_station(), control(MediaControl::Play), 0);
  step = after(std::move(step), Back{}, 1'000);
  EXPECT_NE(effect<StopSound>(step), nullptr);
  EXPECT_FALSE(step.state.hearing);
  EXPECT_TRUE(std::holds_alternative<Home>(step.state.screen));
}

}  // namespace
}  // namespace hornbook::ui
