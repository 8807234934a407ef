#include <gtest/gtest.h>

#include <limits>

#include "runtime/interpret/answer_model.hpp"
#include "runtime/interpret/prediction.hpp"
#include "tests/unit/runtime/interpret/event_log.hpp"

namespace hornbook::interpret {
namespace {

constexpr UnixMs monday = 1'790'000'000'000;
constexpr std::int64_t hour_ms = 60 * 60 * 1000;
constexpr SkillKey first_skill = 100;

TEST(Fold, RightAnswers_RaiseWhatIsKnown) {
  test::EventLog log;
  log.start(monday);
  double before = known_at_first({}, default_parameters());
  for (int i = 0; i < 5; ++i) {
    log.practise(0, true);
    const double known = log.folded().skills.at(first_skill).known;
    EXPECT_GT(known, before);
    before = known;
  }
  EXPECT_GT(before, 0.95);
}

TEST(Fold, WrongAnswer_LowersWhatIsKnownAndCountsTheRow) {
  test::EventLog log;
  log.start(monday);
  for (int i = 0; i < 3; ++i) log.practise(0, true);
  const double before = log.folded().skills.at(first_skill).known;
  log.practise(0, false);
  log.practise(1, false);
  const SkillState skill = log.folded().skills.at(first_skill);
  EXPECT_LT(skill.known, before);
  EXPECT_EQ(skill.failures_in_row, 2u);
  EXPECT_EQ(skill.opportunities, 5u);
  EXPECT_EQ(skill.correct, 3u);
}

TEST(Fold, HintedAnswer_IsNoUnaidedOne) {
  test::EventLog log;
  log.start(monday);
  log.practise(0, true, 1);
  const SkillState skill = log.folded().skills.at(first_skill);
  EXPECT_EQ(skill.correct, 1u);
  EXPECT_EQ(skill.unaided_correct, 0u);
  test::EventLog unaided;
  unaided.start(monday);
  unaided.practise(0, true);
  EXPECT_LT(skill.known, unaided.folded().skills.at(first_skill).known);
}

TEST(Fold, RapidGuess_WeighsLessAndCountsForNoMastery) {
  const auto after = [](std::uint32_t response_ms, bool correct, std::uint32_t version) {
    Parameters parameters = default_parameters();
    parameters.version = version;
    test::EventLog log;
    log.start(monday);
    log.practise(0, true);
    log.present(1);
    log.answer(correct, 0, 1, response_ms);
    const LearnerState state = log.folded(parameters);
    return std::pair(state.ability, state.skills.at(first_skill));
  };
  for (const bool correct : {false, true}) {
    const auto [slow_ability, slow] = after(2000, correct, 2);
    const auto [rapid_ability, rapid] = after(1999, correct, 2);
    const auto [before_ability, before] = after(1999, correct, 1);
    EXPECT_EQ(slow.known, before.known) << "version 1 knew no rapid guesses";
    EXPECT_NEAR(slow_ability, before_ability, 1e-6);
    EXPECT_EQ(correct, rapid.known < slow.known);
    EXPECT_EQ(correct, rapid_ability < slow_ability);
    EXPECT_EQ(rapid.opportunities, 2u);
    EXPECT_EQ(rapid.unaided_correct, 1u);
    EXPECT_EQ(rapid.failures_in_row, 0u);
  }
  EXPECT_EQ(after(0, true, 2).second.unaided_correct, 2u) << "a time that nobody measured says nothing";
}

TEST(Fold, SecondTry_IsNoNewOpportunity) {
  test::EventLog log;
  log.start(monday);
  log.practise(0, false);
  log.answer(true, 0, 2);
  const LearnerState state = log.folded();
  EXPECT_EQ(state.skills.at(first_skill).opportunities, 1u);
  EXPECT_EQ(state.skills.at(first_skill).correct, 0u);
  EXPECT_EQ(state.responses, 2u);
}

TEST(Fold, Mastery_WaitsForADelayedRightAnswer) {
  const Parameters parameters = default_parameters();
  test::EventLog log;
  log.start(monday);
  for (int i = 0; i < 7; ++i) log.practise(0, true);
  EXPECT_EQ(standing(&log.folded().skills.at(first_skill), parameters), SkillStanding::Practising);
  log.wait(hour_ms);
  log.practise(1, true);
  EXPECT_EQ(standing(&log.folded().skills.at(first_skill), parameters), SkillStanding::Mastered);
}

TEST(Fold, DelayedAnswer_IsCountedInSessionsWhereNoClockIsKnown) {
  test::EventLog log;
  log.start(0, -1);
  for (int i = 0; i < 6; ++i) log.practise(0, true);
  EXPECT_FALSE(log.folded().skills.at(first_skill).delayed_correct);
  log.end();
  log.start(0, -1);
  log.practise(1, true);
  EXPECT_TRUE(log.folded().skills.at(first_skill).delayed_correct);
}

TEST(Fold, UnknownPack_ChangesNothingButTheTime) {
  test::EventLog log;
  log.start(monday);
  log.wait(5000);
  log.add(measure::ItemPresented{9, 0, 1});
  log.answer(true);
  const LearnerState state = log.folded();
  EXPECT_TRUE(state.skills.empty());
  EXPECT_EQ(state.responses, 0u);
  EXPECT_EQ(state.last_event_ms, monday + 10'000);
}

TEST(Fold, ItemBeyondThePack_ChangesNothing) {
  test::EventLog log;
  log.start(monday);
  log.practise(5000, true);
  EXPECT_TRUE(log.folded().skills.empty());
}

TEST(Fold, EventsWithoutASessionStart_AreHarmless) {
  test::EventLog log;
  log.present(0);
  log.answer(true);
  log.add(measure::UnknownEvent{200, {1, 2}});
  log.end();
  EXPECT_EQ(log.folded(), LearnerState{});
}

TEST(Fold, SessionEnd_LeavesNoOpenSession) {
  test::EventLog log;
  log.start(monday);
  EXPECT_EQ(log.folded().open_sessions.size(), 1u);
  log.end();
  EXPECT_TRUE(log.folded().open_sessions.empty());
}

TEST(Fold, CorrectedClock_CountsFromThenOn) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::ClockCorrected{{monday + 7 * hour_ms, 10}});
  log.wait(3000);
  log.present(0);
  EXPECT_EQ(log.folded().last_event_ms, monday + 7 * hour_ms + 3000);
}

TEST(Fold, ClockOutOfAllReason_IsHeldWithinReason) {
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
  test::EventLog log;
  for (const std::int64_t clock : {least, greatest, std::int64_t{0}}) {
    log.start(clock);
    log.practise(0, true);
    log.wait(hour_ms);
    log.practise(1, true);
    log.end();
  }
  const LearnerState state = log.folded();
  EXPECT_GE(state.last_event_ms, 0);
  EXPECT_LT(state.last_event_ms, 253'402'300'800'000);
  EXPECT_EQ(state.skills.at(first_skill).opportunities, 6u);
}

// The same from GCC and clang, optimised or not: a change of these is a change of the model for every learner's past.
TEST(Fold, FixedLogs_GiveTheCommittedHashes) {
  EXPECT_EQ(to_hex(hash_of(LearnerState{}).view()), "eb26d1099560e57f95908fda97dd2cda9ce88bab77962b8011f50c03473f15c9");
  EXPECT_EQ(to_hex(hash_of(test::long_log(1).folded()).view()),
            "ed89955a8c729ea777591134e4c33e08029d8241cb43ef67e29b097be374f2d2");
  EXPECT_EQ(to_hex(hash_of(test::long_log(2).folded()).view()),
            "82b3938f35bc5a8ad7dc75de1e595225917f892b27c9e669de2b3dab3dbe61e2");
  const Parameters second = shipped_parameters().at(1);
  const Parameters third = shipped_parameters().at(2);
  EXPECT_EQ(to_hex(hash_of(test::long_log(1).folded(third)).view()),
            "f1f32cc99a3f1120f3dc05499361e232496ac37561ec6edc5f0a3898c8c212aa");
  EXPECT_EQ(to_hex(hash_of(test::long_log(1).folded(second)).view()),
            "860aa644ac5b51273b28877ffa992f061dc7745990a418006e80970f7e6866b8");
  EXPECT_EQ(to_hex(hash_of(test::long_log(2).folded(second)).view()),
            "66cf715a998fe9c5858d623e8a4f0be0909cd9d6bfc065e4d66b6396d298cf49");
  EXPECT_EQ(to_hex(hash_of(default_parameters()).view()),
            "07b64a4168c4a0ff1a417038800bb9f27b77a12cddda92cf20fb02997bc71be1");
  EXPECT_EQ(to_hex(hash_of(shipped_parameters().at(3)).view()),
            "2d4c0f428c24d15ccd6dd21d69db9b663f3b603587546dbc719a0edd9d6a81b4");
  EXPECT_EQ(to_hex(hash_of(second).view()), "8e0b5ac9ea49090af8c0f54dea4ca64e0940dd5c9724484af3da952782b6b706");
}

TEST(BaseVector, Include_KeepsTheLatestOfEachDeviceInOrder) {
  measure::BaseVector contains;
  include(contains, DeviceId{{2}}, 1, 5);
  include(contains, DeviceId{{1}}, 3, 1);
  include(contains, DeviceId{{2}}, 1, 4);
  EXPECT_EQ(contains, (measure::BaseVector{{DeviceId{{1}}, 3, 1}, {DeviceId{{2}}, 1, 5}}));
  EXPECT_TRUE(covers(contains, DeviceId{{1}}, 2, 999));
  EXPECT_FALSE(covers(contains, DeviceId{{1}}, 3, 2));
  EXPECT_FALSE(covers(contains, DeviceId{{3}}, 1, 1));
}

TEST(Fold, WhatAPersonWillJudge_IsNoEvidence) {
  test::EventLog log;
  log.start(1'790'000'000'000);
  log.practise(0, true);
  const LearnerState before = log.folded();
  log.present(0);
  measure::Response response;
  response.answer = {engage::OpenResponseTemplate::number, {}, {"Because it is half of a smaller whole."}};
  response.response_ms = 60'000;
  log.add(response);
  const LearnerState after = log.folded();
  EXPECT_EQ(after.ability, before.ability);
  ASSERT_EQ(after.skills.size(), before.skills.size());
  for (const auto& [key, skill] : before.skills) {
    EXPECT_EQ(after.skills.at(key).known, skill.known);
    EXPECT_EQ(after.skills.at(key).recent, skill.recent);
    EXPECT_EQ(after.skills.at(key).opportunities, skill.opportunities);
    EXPECT_EQ(after.skills.at(key).failures_in_row, skill.failures_in_row);
  }
  EXPECT_EQ(after.responses, before.responses + 1) << "it was answered all the same";
}

// Two minutes and a half are a pause for who takes ten seconds, unless the school knows that this item takes longer.
TEST(Fold, TypicalTimesOfTheSchool_SayWhatIsAPause) {
  const auto paused = [](const TypicalTimes& times) {
    test::EventLog log;
    log.start(1'790'000'000'000);
    for (std::uint32_t item = 0; item < 5; ++item) {
      log.present(item);
      log.answer(true, 0, 1, item < 4 ? 10'000 : 150'000);
    }
    Parameters parameters = default_parameters();
    parameters.times = times;
    return log.folded(parameters).detectors.idle.item_paused;
  };
  EXPECT_GT(paused({}), 0.5);
  EXPECT_LT(paused({10'000, {{test::sample_curriculum()->items[4].key, 120'000}}}), 0.1);
}

}  // namespace
}  // namespace hornbook::interpret
