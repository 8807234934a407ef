#include <gtest/gtest.h>

#include "tests/unit/ui/sample_station.hpp"
#include "ui/screens/transitions.hpp"

namespace hornbook::ui {
namespace {

template <class Kind>
bool shows(const StationState& state) {
  return std::holds_alternative<Kind>(state.screen);
}

template <class Kind>
const Kind* effect(const StationStep& step) {
  for (const Effect& each : step.effects) {
    if (const auto* found = std::get_if<Kind>(&each)) return found;
  }
  return nullptr;
}

StationState after(StationState state, std::initializer_list<Intent> intents, MonotonicMs now = 0) {
  for (const Intent& intent : intents) state = update(std::move(state), intent, now).state;
  return state;
}

TEST(Flow, ATouchLeadsFromTheInvitationToTheFaces) { EXPECT_TRUE(shows<Who>(after(test::sample_station(), {Wake{}}))); }

TEST(Flow, WithoutAnOpenClassATouchAsksForTheTeacher) {
  EXPECT_TRUE(shows<Locked>(after(test::sample_station(0), {Wake{}})));
}

TEST(Flow, ALearnerWithoutPicturesIsSignedInAtOnce) {
  const StationStep step = update(after(test::sample_station(), {Wake{}}), PickLearner{1}, 0);
  EXPECT_TRUE(shows<SigningIn>(step.state));
  ASSERT_NE(effect<BeginSession>(step), nullptr);
  EXPECT_EQ(effect<BeginSession>(step)->learner, 1U);
}

TEST(Flow, ThreeTapsAreCheckedAndTheRightOnesSignIn) {
  StationState state = after(test::sample_station(), {Wake{}, PickLearner{2}, TapPicture{4}, TapPicture{0}});
  StationStep step = update(state, TapPicture{8}, 0);
  ASSERT_NE(effect<CheckPicture>(step), nullptr);
  EXPECT_EQ(effect<CheckPicture>(step)->taps, (std::vector<std::uint8_t>{4, 0, 8}));
  step = update(step.state, PictureChecked{true}, 0);
  EXPECT_TRUE(shows<SigningIn>(step.state));
  EXPECT_NE(effect<BeginSession>(step), nullptr);
}

TEST(Flow, FailuresAtThePicturesSlowDownAndOutliveTheVisit) {
  StationState state = after(test::sample_station(), {Wake{}, PickLearner{2}});
  for (int failure = 0; failure < 3; ++failure) {
    state = after(std::move(state), {TapPicture{1}, TapPicture{1}, TapPicture{1}, PictureChecked{false}});
  }
  state = after(std::move(state), {Back{}, PickLearner{2}});
  const auto& pictures = std::get<PicturePassword>(state.screen);
  EXPECT_EQ(pictures.failures, 3);
  EXPECT_EQ(pictures.wait_until, transitions::rest_after_failures_ms(3));
  EXPECT_TRUE(std::get<PicturePassword>(after(state, {TapPicture{1}}).screen).taps.empty());
  EXPECT_EQ(std::get<PicturePassword>(update(state, TapPicture{1}, pictures.wait_until).state.screen).taps.size(), 1U);
}

TEST(Flow, RestAfterFailuresGrowsToAMinuteAndNoFurther) {
  EXPECT_EQ(transitions::rest_after_failures_ms(2), 0);
  EXPECT_EQ(transitions::rest_after_failures_ms(3), 5'000);
  EXPECT_EQ(transitions::rest_after_failures_ms(4), 10'000);
  EXPECT_EQ(transitions::rest_after_failures_ms(1'000), 60'000);
}

TEST(Flow, ThePassphraseGoesOutOnceAndIsNotKept) {
  StationState state = test::sample_station(0);
  state.screen = Locked{};
  state = after(std::move(state), {TypePassphrase{"sol"}, TypePassphrase{"ñ"}, ErasePassphrase{}});
  const StationStep step = update(state, OpenClass{}, 0);
  ASSERT_NE(effect<OpenLease>(step), nullptr);
  EXPECT_EQ(effect<OpenLease>(step)->passphrase, "sol");
  EXPECT_TRUE(std::get<Locked>(step.state.screen).passphrase.empty());
  EXPECT_TRUE(update(step.state, OpenClass{}, 0).effects.empty());
  EXPECT_TRUE(std::get<Locked>(after(step.state, {ClassStaysShut{"no"}}).screen).wrong);
}

TEST(Flow, AnActIsUnsavedUntilTheJournalSaysSo) {
  StationStep step = update(test::signed_in_station(), ToSession{session::ChooseOption{0}}, 10);
  EXPECT_TRUE(shows<Activity>(step.state));
  ASSERT_NE(effect<Append>(step), nullptr);
  EXPECT_FALSE(step.state.saved);
  EXPECT_TRUE(after(step.state, {Saved{}}).saved);
}

TEST(Flow, WhatCouldNotBeSavedIsKeptAndSavedAgainUnderNewSequences) {
  StationStep step = update(test::signed_in_station(), ToSession{session::ChooseOption{0}}, 10);
  const std::size_t events = effect<Append>(step)->events.size();
  StationState state = after(step.state, {SaveFailed{"The card is full.", 40}});
  EXPECT_EQ(state.save_trouble, "The card is full.");
  EXPECT_FALSE(state.saved);
  EXPECT_TRUE(update(state, ToSession{session::GoHome{}}, 20).effects.empty()) << "nothing is added meanwhile";
  step = update(state, SaveAgain{}, 30);
  ASSERT_NE(effect<Append>(step), nullptr);
  EXPECT_EQ(effect<Append>(step)->events.size(), events);
  EXPECT_EQ(effect<Append>(step)->events.front().sequence, 40U);
  EXPECT_EQ(step.state.session->next_sequence, 40U + events);
  EXPECT_TRUE(after(step.state, {Saved{}}).unsaved.empty());
}

TEST(Flow, LeavingEndsTheSessionOnlyAfterItsLastEventIsSaved) {
  StationStep step = update(test::signed_in_station(), SignOut{}, 10);
  EXPECT_TRUE(shows<Goodbye>(step.state));
  ASSERT_NE(effect<Append>(step), nullptr);
  EXPECT_EQ(effect<EndSession>(step), nullptr);
  EXPECT_TRUE(shows<Goodbye>(after(step.state, {Wake{}}))) << "the next child waits for the save";
  step = update(step.state, Saved{}, 11);
  EXPECT_NE(effect<EndSession>(step), nullptr);
  EXPECT_FALSE(step.state.session);
  EXPECT_TRUE(shows<Who>(after(step.state, {Wake{}})));
}

TEST(Flow, AGoalIsChosenOnAScreenOfItsOwnAndSaidAtTheGoodbye) {
  StationState state = after(test::signed_in_station(), {ShowGoal{}}, 10);
  EXPECT_TRUE(shows<GoalChoice>(state));
  EXPECT_TRUE(shows<Home>(after(state, {Back{}}, 11)));
  StationStep step = update(state, ToSession{session::SetGoal{0, 3}}, 12);
  EXPECT_TRUE(shows<Home>(step.state));
  ASSERT_NE(effect<Append>(step), nullptr);
  EXPECT_TRUE(std::holds_alternative<measure::GoalSet>(effect<Append>(step)->events.back().body));
  step = update(after(step.state, {Saved{}}), SignOut{}, 13);
  ASSERT_TRUE(shows<Goodbye>(step.state));
  const auto& goal = std::get<Goodbye>(step.state.screen).goal;
  ASSERT_TRUE(goal.has_value());
  EXPECT_EQ(goal->target, 3);
}

TEST(Flow, HowAnItemFittedIsAskedOnlyWhenItIsDoneAndKeepsItsScreen) {
  StationState state = test::working_station(0);
  EXPECT_FALSE(std::get<Activity>(after(state, {AskHowItFitted{}}).screen).says_how_it_fitted);
  engage::at_hand(std::get<session::Working>(state.session->place).problem).phase = engage::Finished{engage::right()};
  state = after(std::move(state), {AskHowItFitted{}});
  EXPECT_TRUE(std::get<Activity>(state.screen).says_how_it_fitted);
  EXPECT_FALSE(std::get<Activity>(after(state, {AskHowItFitted{}}).screen).says_how_it_fitted) << "the way back";
  const StationStep step = update(state, ToSession{session::SayHowItFitted{measure::OverrideReason::TooHard}}, 5);
  ASSERT_NE(effect<Append>(step), nullptr);
  ASSERT_TRUE(shows<Activity>(step.state));
  EXPECT_FALSE(std::get<Activity>(step.state.screen).says_how_it_fitted);
}

TEST(Flow, NobodyThereIsAskedGentlyAndThenLeaves) {
  StationState state = after(test::signed_in_station(), {ShowProgress{}}, 1'000);
  EXPECT_FALSE(asks_whether_there(state, 1'000 + idle_asks_after_ms - 1));
  EXPECT_TRUE(asks_whether_there(state, 1'000 + idle_asks_after_ms));
  EXPECT_FALSE(asks_whether_there(after(state, {StillHere{}}, 95'000), 95'001));
  const StationStep step = update(state, TimePassed{}, 1'000 + idle_ends_after_ms);
  EXPECT_TRUE(shows<Attract>(step.state));
  ASSERT_NE(effect<Append>(step), nullptr);
  const auto& end = std::get<measure::SessionEnd>(effect<Append>(step)->events.back().body);
  EXPECT_EQ(end.reason, measure::SessionEndReason::Idle);
}

TEST(Flow, TheFacesAndTheGoodbyeRestByThemselves) {
  StationState state = after(test::sample_station(), {Wake{}}, 0);
  EXPECT_EQ(next_change(state, 0), who_rests_after_ms);
  EXPECT_TRUE(shows<Attract>(after(state, {TimePassed{}}, who_rests_after_ms)));
  state = after(test::signed_in_station(), {SignOut{}, Saved{}}, 5);
  EXPECT_TRUE(shows<Attract>(after(state, {TimePassed{}}, 5 + goodbye_rests_after_ms)));
}

TEST(Flow, TheInvitationNeedsNoFrames) { EXPECT_FALSE(next_change(test::sample_station(), 0).has_value()); }

TEST(Flow, ATickIsDrawnInFramesUnlessMotionIsOff) {
  StationState state =
      after(test::working_station(0), {test::act(engage::Choose{1}), test::act(engage::Submit{})}, 100);
  EXPECT_EQ(next_change(state, 100), 116);
  EXPECT_GT(next_change(state, 100 + tick_draws_for_ms), 100 + tick_draws_for_ms + 1'000);
  state.settings.motion = false;
  EXPECT_GT(next_change(state, 100), 1'100);
}

TEST(Flow, APlaceOnTheNumberLineBecomesTheNearestTick) {
  const StationState state = after(test::working_station(3), {PlaceMarker{0.70F, 0, 4}});
  const auto& working = std::get<session::Working>(state.session->place);
  EXPECT_EQ(std::get<engage::NumberLineEntry>(engage::at_hand(working.problem).entry).tick, 3U);
}

TEST(Flow, BackFromAnActivityLeadsHome) { EXPECT_TRUE(shows<Home>(after(test::working_station(1), {Back{}}))); }

TEST(Flow, HowItLooksIsInForceAtOnceKeptForTheLearnerAndTakenBackWhenTheyLeave) {
  StationState state = test::signed_in_station();
  state = after(std::move(state), {ShowLook{}});
  EXPECT_TRUE(state.choosing_look);
  const StationStep step = update(std::move(state), SetTheme{"dark"}, 0);
  EXPECT_EQ(step.state.settings.theme, "dark");
  ASSERT_EQ(step.effects.size(), 1U);
  EXPECT_EQ(std::get<KeepSettings>(step.effects[0]).settings.theme, "dark");
  state = after(step.state, {Back{}});
  EXPECT_FALSE(state.choosing_look);
  EXPECT_TRUE(shows<Home>(state)) << "the screen behind stays";
  state = after(std::move(state), {SignOut{}, Saved{}});
  EXPECT_EQ(state.settings, Settings{}) << "the next child does not find another's colours";
}

TEST(Flow, HowItLooksWithoutALearnerIsTheStations) {
  StationState state = after(test::sample_station(), {ShowLook{}, SetScale{1.5F}, SetMotion{false}, SetTheme{"neon"}});
  EXPECT_EQ(state.settings, (Settings{"light", 1.5F, false}));
  EXPECT_EQ(state.station_settings, state.settings);
  state = update(std::move(state), TimePassed{}, who_rests_after_ms).state;
  EXPECT_FALSE(state.choosing_look) << "nobody is there any more";
}

TEST(Settings, WrittenAndRead_AreTheSameAndStrangeValuesAreLeftOut) {
  const Settings settings{"contrast", 1.25F, false};
  const SettingsText text = with_settings({{"language", "es"}}, settings);
  EXPECT_EQ(text.at("language"), "es");
  EXPECT_EQ(settings_in(text), settings);
  EXPECT_EQ(settings_in({{"look.theme", "neon"}, {"look.scale_percent", "900"}, {"look.motion", ""}}), Settings{});
}

TEST(Flow, ThePicturesAreAskedForInTheLanguageOfWhoeverTheyBelongTo) {
  StationState state = test::sample_station();
  state.learners[2].language = "es";
  state = after(std::move(state), {Wake{}, PickLearner{2}});
  EXPECT_EQ(language_of(state), "es");
  EXPECT_EQ(language_of(after(std::move(state), {Back{}})), "en");
}

TEST(Flow, TheScreenSpeaksTheLearnersLanguage) {
  StationState state = test::signed_in_station("es");
  EXPECT_EQ(language_of(state), "es");
  state = after(std::move(state), {SignOut{}, Saved{}});
  EXPECT_EQ(language_of(state), "es") << "the goodbye is said in it too";
  EXPECT_EQ(language_of(after(std::move(state), {Wake{}})), "en");
}

}  // namespace
}  // namespace hornbook::ui
