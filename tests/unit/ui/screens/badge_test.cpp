#include <gtest/gtest.h>

#include "tests/unit/ui/sample_station.hpp"
#include "ui/screens/transitions.hpp"

namespace hornbook::ui {
namespace {

template <class Kind>
bool shows(const StationState& state) {
  return std::holds_alternative<Kind>(state.screen);
}

StationState after(StationState state, std::initializer_list<Intent> intents, MonotonicMs now = 0) {
  for (const Intent& intent : intents) state = update(std::move(state), intent, now).state;
  return state;
}

StationState station(std::uint32_t learners) {
  StationState state = test::sample_station(learners);
  state.takes_badges = true;
  if (learners == 0) state.screen = Locked{};
  return state;
}

const BadgeOpened amina{{7, "Amina", "fox", "es", true}};

TEST(Badge, ReadOnTheLockedScreen_SignsItsHolderInAndKeepsTheClassShut) {
  const StationStep asked = update(after(station(0), {TypePassphrase{"HB-7K3M9"}}), OpenClass{}, 0);
  ASSERT_EQ(asked.effects.size(), 1U);
  EXPECT_EQ(std::get<OpenLease>(asked.effects[0]).passphrase, "HB-7K3M9");
  const StationStep opened = update(asked.state, amina, 0);
  EXPECT_TRUE(shows<SigningIn>(opened.state));
  ASSERT_EQ(opened.effects.size(), 1U);
  EXPECT_EQ(std::get<BeginSession>(opened.effects[0]).learner, badge_holder_index);
  EXPECT_EQ(language_of(opened.state), "es");
  EXPECT_EQ(card_of(opened.state, badge_holder_index)->name, "Amina");
  EXPECT_TRUE(opened.state.learners.empty());
}

TEST(Badge, ScannedAtTheInvitationOrTheFaces_IsTakenFromItsFirstSign) {
  for (const StationState& state : {station(4), after(station(4), {Wake{}})}) {
    const StationState typed = after(state, {TypePassphrase{"h"}, TypePassphrase{"B"}, TypePassphrase{"'"}});
    ASSERT_TRUE(shows<BadgeEntry>(typed));
    EXPECT_EQ(std::get<BadgeEntry>(typed.screen).typed, "HB");
    const StationStep asked = update(typed, OpenClass{}, 0);
    ASSERT_EQ(asked.effects.size(), 1U);
    EXPECT_EQ(std::get<OpenBadge>(asked.effects[0]).typed, "HB");
    EXPECT_TRUE(shows<SigningIn>(update(asked.state, amina, 0).state));
  }
}

TEST(Badge, WhereNoneAreGood_NothingIsTyped) {
  StationState state = test::sample_station(4);
  EXPECT_TRUE(shows<Attract>(after(state, {TypePassphrase{"H"}})));
  EXPECT_TRUE(shows<Who>(after(state, {Wake{}, ShowBadge{}})));
}

TEST(Badge, ThatOpensNothing_SaysWhyAndIsForgotten) {
  StationState state = after(station(4), {Wake{}, ShowBadge{}, TypePassphrase{"HBX"}, OpenClass{}});
  state = after(state, {ClassStaysShut{"", StayedShut::BadgeOfAnotherSchool}});
  const auto& entry = std::get<BadgeEntry>(state.screen);
  EXPECT_TRUE(entry.typed.empty());
  EXPECT_EQ(entry.why, StayedShut::BadgeOfAnotherSchool);
  EXPECT_FALSE(std::get<BadgeEntry>(after(state, {TypePassphrase{"H"}}).screen).why.has_value());
  EXPECT_TRUE(shows<Who>(after(state, {Back{}})));
}

TEST(Badge, NobodyTypesOn_GoesBackToWhereOneRests) {
  const StationState open = after(station(4), {Wake{}, ShowBadge{}});
  EXPECT_TRUE(shows<Attract>(after(open, {TimePassed{}}, who_rests_after_ms)));
  const StationState shut = after(station(0), {ShowBadge{}});
  ASSERT_TRUE(shows<BadgeEntry>(shut));
  EXPECT_TRUE(shows<Locked>(after(shut, {TimePassed{}}, who_rests_after_ms)));
  EXPECT_TRUE(shows<Locked>(after(shut, {Back{}})));
}

TEST(Badge, AfterGoodbye_TheStationIsAsItWas) {
  StationState state = station(0);
  state = after(state, {ShowBadge{}, TypePassphrase{"HB"}, OpenClass{}, amina});
  SignedIn signed_in;
  signed_in.session = *test::signed_in_station().session;
  state = after(state, {signed_in, SignOut{}, Saved{}});
  ASSERT_TRUE(shows<Goodbye>(state));
  EXPECT_EQ(std::get<Goodbye>(state.screen).name, "Amina");
  EXPECT_EQ(card_of(state, badge_holder_index), nullptr);
  EXPECT_TRUE(shows<Locked>(after(state, {TimePassed{}}, goodbye_rests_after_ms)));
  EXPECT_TRUE(shows<Locked>(after(state, {Back{}})));
}

TEST(ClassCloses, AtTheInvitationOrTheFaces_NoNameIsLeft) {
  for (const StationState& state :
       {station(4), after(station(4), {Wake{}}), after(station(4), {Wake{}, PickLearner{2}})}) {
    const StationState closed = after(state, {ClassClosed{}});
    EXPECT_TRUE(shows<Locked>(closed));
    EXPECT_TRUE(closed.learners.empty());
    EXPECT_TRUE(closed.class_name.empty());
  }
}

}  // namespace
}  // namespace hornbook::ui
