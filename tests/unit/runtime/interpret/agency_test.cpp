#include <gtest/gtest.h>

#include "tests/unit/runtime/interpret/event_log.hpp"

namespace hornbook::interpret {
namespace {

constexpr UnixMs monday = 1'790'000'000'000;
constexpr SkillKey first_skill = 100;

measure::OverrideMade said(measure::OverrideReason reason) {
  return {measure::DecidedBy::Learner, 1, reason, std::nullopt};
}

TEST(Agency, TooHardAndTooEasy_MoveTheWishByAStepWithinItsBounds) {
  test::EventLog log;
  log.start(monday);
  log.add(said(measure::OverrideReason::TooHard));
  EXPECT_EQ(log.folded().agency.easier_steps, 1);
  for (int i = 0; i < 5; ++i) log.add(said(measure::OverrideReason::TooHard));
  EXPECT_EQ(log.folded().agency.easier_steps, easier_steps_max);
  log.add(said(measure::OverrideReason::JustRight));
  EXPECT_EQ(log.folded().agency.easier_steps, easier_steps_max);
  for (int i = 0; i < 9; ++i) log.add(said(measure::OverrideReason::TooEasy));
  EXPECT_EQ(log.folded().agency.easier_steps, -easier_steps_max);
}

TEST(Agency, Wish_FadesFromSessionToSession) {
  test::EventLog log;
  log.start(monday);
  log.add(said(measure::OverrideReason::TooEasy));
  log.add(said(measure::OverrideReason::TooEasy));
  log.end();
  log.start(monday + 86'400'000);
  EXPECT_EQ(log.folded().agency.easier_steps, -1);
  log.end();
  log.start(monday + 2 * 86'400'000);
  EXPECT_EQ(log.folded().agency.easier_steps, 0);
}

TEST(Agency, Goal_CountsItemsOfItsSkillOnceEach) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::GoalSet{first_skill, 3, day_of(monday), measure::DecidedBy::Learner});
  log.practise(0, false);
  log.answer(true, 0, 2);  // the second try of the same item
  log.practise(1, true);
  log.practise(test::items_per_skill, true);  // of another skill
  const LearnerState state = log.folded();
  EXPECT_EQ(state.agency.goal.done, 2u);
  EXPECT_TRUE(has_goal(state.agency, state.sessions, monday));
  EXPECT_FALSE(has_goal(state.agency, state.sessions, monday + 86'400'000)) << "it was meant for that day";
}

TEST(Agency, GoalOfAnything_CountsEverySkill_AndCanBeGivenUp) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::GoalSet{0, 5, 0, measure::DecidedBy::Learner});
  log.practise(0, true);
  log.practise(test::items_per_skill, true);
  EXPECT_EQ(log.folded().agency.goal.done, 2u);
  const LearnerState state = log.folded();
  EXPECT_TRUE(has_goal(state.agency, state.sessions, 0)) << "without a day it holds for its session";
  EXPECT_FALSE(has_goal(state.agency, state.sessions + 1, 0));
  log.add(measure::GoalSet{0, 0, 0, measure::DecidedBy::Learner});
  EXPECT_EQ(log.folded().agency.goal, GoalState{});
}

TEST(Agency, Checks_MayBePutOffTwiceInARowAndThenAreDue) {
  AgencyState agency;
  EXPECT_TRUE(may_put_checks_off(agency, 1));
  take(agency, said(measure::OverrideReason::Later), 1);
  EXPECT_TRUE(puts_checks_off(agency, 1));
  EXPECT_FALSE(may_put_checks_off(agency, 1)) << "it is put off already";
  EXPECT_FALSE(puts_checks_off(agency, 2)) << "the next session asks again";
  take(agency, said(measure::OverrideReason::Later), 2);
  EXPECT_TRUE(puts_checks_off(agency, 2));
  EXPECT_FALSE(may_put_checks_off(agency, 3));
  take(agency, said(measure::OverrideReason::Later), 3);
  EXPECT_FALSE(puts_checks_off(agency, 3)) << "beyond the limit a wish is recorded and changes nothing";
  EXPECT_TRUE(may_put_checks_off(agency, 4));
}

TEST(Agency, MessageShown_IsRememberedAcrossSessions) {
  test::EventLog log;
  log.start(monday);
  log.practise(0, true);
  log.add(measure::MessageShown{17});
  log.end();
  log.start(monday + 1000);
  EXPECT_EQ(log.folded().agency.message.last, 17);
  EXPECT_EQ(log.folded().agency.message.responses, 1u);
}

TEST(Agency, EarlierParameterVersions_KnowNone) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::MessageShown{17});
  log.add(measure::GoalSet{0, 5, 0, measure::DecidedBy::Learner});
  log.add(said(measure::OverrideReason::TooHard));
  log.practise(0, true);
  Parameters parameters = default_parameters();
  parameters.version = 2;
  EXPECT_EQ(log.folded(parameters).agency, AgencyState{});
}

TEST(Agency, State_SurvivesItsBytesAndAWishOutOfRangeIsRefused) {
  LearnerState state;
  state.agency = {{9, 12, monday}, {first_skill, 5, 2, 20'000, 3, true, true}, -2, 4, 2};
  EXPECT_EQ(decode_state(encode(state)).value(), state);
  state.agency.easier_steps = 3;
  EXPECT_FALSE(decode_state(encode(state)).has_value());
}

}  // namespace
}  // namespace hornbook::interpret
