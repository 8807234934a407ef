#include <gtest/gtest.h>

#include "tests/unit/ui/sample_station.hpp"
#include "ui/screens/transitions.hpp"

namespace hornbook::ui {
namespace {

template <class Kind>
bool shows(const StationState& state) {
  return std::holds_alternative<Kind>(state.screen);
}

StationState shut() {
  StationState state = test::sample_station(0);
  state.screen = Locked{};
  return state;
}
StationState after_a_power_cut() { return update(shut(), NamelessMayWork{true}, 0).state; }

TEST(Nameless, AfterAPowerCut_OneMayBeginWithoutAName) {
  ASSERT_TRUE(shows<PowerWentOff>(after_a_power_cut()));
  const StationStep step = update(after_a_power_cut(), BeginWithoutName{}, 0);
  EXPECT_TRUE(shows<SigningIn>(step.state));
  ASSERT_EQ(step.effects.size(), 1U);
  EXPECT_EQ(std::get<BeginSession>(step.effects[0]).learner, nameless_index);
  EXPECT_TRUE(card_of(step.state, nameless_index)->name.empty());
  EXPECT_EQ(card_of(step.state, badge_holder_index), nullptr);
}

TEST(Nameless, AsLongAsNoPowerCutShutTheClass_NobodyMay) {
  const StationStep step = update(shut(), BeginWithoutName{}, 0);
  EXPECT_TRUE(shows<Locked>(step.state));
  EXPECT_TRUE(step.effects.empty());
}

TEST(Nameless, TeacherWhoComes_FindsTheKeys_AndTheQuestionComesBackByItself) {
  StationState state = update(after_a_power_cut(), AskTeacher{}, 0).state;
  ASSERT_TRUE(shows<Locked>(state));
  EXPECT_EQ(next_change(state, 0), who_rests_after_ms);
  EXPECT_TRUE(shows<PowerWentOff>(update(state, TimePassed{}, who_rests_after_ms).state));
  EXPECT_TRUE(shows<PowerWentOff>(update(state, Back{}, 0).state));
  state = update(state, ClassOpened{"4 Robin", {{0, "Amina", "lion", "en", false}}}, 0).state;
  EXPECT_TRUE(shows<Attract>(state));
  EXPECT_FALSE(state.nameless_may_work);
}

TEST(Nameless, WhatATeacherTypes_IsNotTakenAwayByNews) {
  StationState state = update(shut(), TypePassphrase{"three"}, 0).state;
  state = update(std::move(state), NamelessMayWork{true}, 0).state;
  ASSERT_TRUE(shows<Locked>(state));
  EXPECT_EQ(std::get<Locked>(state.screen).passphrase, "three");
}

TEST(Nameless, BadgeIsReadThere) {
  StationState state = after_a_power_cut();
  state.takes_badges = true;
  EXPECT_TRUE(shows<BadgeEntry>(update(state, TypePassphrase{"H"}, 0).state));
  state = update(state, ShowBadge{}, 0).state;
  ASSERT_TRUE(shows<BadgeEntry>(state));
  EXPECT_TRUE(shows<PowerWentOff>(update(state, Back{}, 0).state));
}

}  // namespace
}  // namespace hornbook::ui
