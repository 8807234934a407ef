#include "runtime/interpret/placement/take_check.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "runtime/interpret/prediction.hpp"
#include "tests/unit/runtime/interpret/event_log.hpp"

namespace hornbook::interpret {
namespace {

using measure::CheckEndReason;

constexpr UnixMs monday = 1'790'000'000'000;
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

SkillKey key_of(std::size_t skill) { return 100 + skill; }
std::uint32_t item_of(std::size_t skill, std::size_t item) {
  return static_cast<std::uint32_t>(skill * test::items_per_skill + item);
}

// A check of the sample course in which the first skills of the way 0 → 1 → 3 → 5 are known.
test::EventLog checked(std::size_t known_skills, CheckEndReason reason = CheckEndReason::Precise) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::CheckStarted{0, 0});
  const std::vector<std::size_t> way{0, 1, 2, 3, 5};
  for (std::size_t item = 0; item < 2; ++item)
    for (std::size_t at = 0; at < way.size(); ++at) log.practise(item_of(way[at], item), at < known_skills);
  log.add(measure::CheckEnded{0, 0, reason, 0, 400});
  return log;
}

TEST(TakeCheck, WhileItGoesOn_NothingIsConcludedOfSkills) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::CheckStarted{0, 0});
  log.practise(item_of(0, 0), true);
  log.practise(item_of(3, 0), false);
  const LearnerState state = log.folded();
  EXPECT_TRUE(state.skills.empty());
  EXPECT_TRUE(state.misconceptions.empty());
  EXPECT_EQ(state.responses, 2u);
  const ClusterCheck& check = state.placement.checks.at(key_of(0));
  ASSERT_EQ(check.answers.size(), 2u);
  EXPECT_EQ(check.answers[0].outcome, CheckOutcome::Right);
  EXPECT_EQ(check.answers[1].outcome, CheckOutcome::NotRight);
}

TEST(TakeCheck, AtItsEnd_WhatIsClearlyKnownIsPlacedAndTheRestStaysNew) {
  const LearnerState state = checked(3).folded();
  for (const std::size_t skill : {0u, 1u, 2u}) {
    ASSERT_TRUE(is_placed(state, key_of(skill))) << skill;
    const SkillState& known = state.skills.at(key_of(skill));
    EXPECT_GE(known.known, clearly_known);
    EXPECT_EQ(known.unaided_correct, 2u) << "its answers count as the first tries that they were";
    EXPECT_GE(known.belief.mastery, 0.8) << "by both accounts";
  }
  for (const std::size_t skill : {3u, 5u}) EXPECT_FALSE(state.skills.contains(key_of(skill))) << skill;
  const ClusterCheck& check = state.placement.checks.at(key_of(0));
  EXPECT_EQ(check.ended, CheckEndReason::Precise);
  EXPECT_LT(check.standard_error, 0.6);
  EXPECT_EQ(state.placement.asking, 0u);
}

TEST(TakeCheck, Placement_IsNotMastery) {
  test::EventLog log = checked(5);
  const Parameters parameters = default_parameters();
  for (const auto& [key, skill] : log.folded().skills)
    EXPECT_NE(standing(&skill, parameters), SkillStanding::Mastered) << key;
  log.end();
  log.start(monday + day_ms);
  for (std::size_t item = 2; item < 4; ++item) log.practise(item_of(0, item), true);
  const LearnerState state = log.folded();
  EXPECT_EQ(standing(&state.skills.at(key_of(0)), parameters), SkillStanding::Mastered)
      << "after another day's answers";
  EXPECT_FALSE(is_placed(state, key_of(0))) << "what is mastered needs no check";
}

TEST(TakeCheck, Mistake_EndsAPlacement) {
  test::EventLog log = checked(5);
  log.practise(item_of(0, 2), false);
  EXPECT_FALSE(is_placed(log.folded(), key_of(0)));
}

TEST(TakeCheck, SkillNobodyAskedAbout_IsPlacedByWhatLiesBeyondIt) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::CheckStarted{0, 0});
  for (const std::size_t skill : {3u, 5u})
    for (std::size_t item = 0; item < 3; ++item) log.practise(item_of(skill, item), true);
  log.add(measure::CheckEnded{0, 0, CheckEndReason::Ceiling, 0, 0});
  const LearnerState state = log.folded();
  ASSERT_TRUE(is_placed(state, key_of(0)));
  EXPECT_EQ(state.skills.at(key_of(0)).opportunities, 0u);
  EXPECT_EQ(state.skills.at(key_of(0)).last_seen_ms, 0);
}

TEST(TakeCheck, WhatWasPractised_KeepsItsOwnEvidence) {
  test::EventLog log;
  log.start(monday);
  log.practise(item_of(0, 0), false);
  const SkillState before = log.folded().skills.at(key_of(0));
  log.add(measure::CheckStarted{0, 0});
  for (const std::size_t skill : {0u, 1u, 3u, 5u}) log.practise(item_of(skill, 1), true);
  log.add(measure::CheckEnded{0, 0, CheckEndReason::Enough, 0, 0});
  EXPECT_EQ(log.folded().skills.at(key_of(0)), before);
}

TEST(TakeCheck, Later_KeepsTheAnswersForAnotherSitting) {
  test::EventLog log = checked(2, CheckEndReason::Later);
  log.end();
  EXPECT_TRUE(log.folded().skills.empty());
  log.start(monday + day_ms);
  EXPECT_EQ(log.folded().placement.asking, 0u) << "only when the learner goes on with it";
  log.practise(item_of(0, 2), true);
  EXPECT_EQ(log.folded().skills.at(key_of(0)).opportunities, 1u) << "practice in between is practice";
  log.add(measure::CheckStarted{0, 0});
  EXPECT_EQ(log.folded().placement.checks.at(key_of(0)).answers.size(), 10u);
}

TEST(TakeCheck, CutOffByTheEndOfASession_GoesOnToo) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::CheckStarted{0, 0});
  log.practise(item_of(0, 0), true);
  log.start(monday + day_ms);
  const LearnerState state = log.folded();
  EXPECT_EQ(state.placement.asking, 0u);
  EXPECT_EQ(state.placement.checks.at(key_of(0)).answers.size(), 1u);
}

TEST(TakeCheck, PassedOver_IsNotKnownYet_AndRapid_SaysNothing) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::CheckStarted{0, 0});
  log.present(item_of(0, 0));
  log.add(measure::ItemSkipped{});
  log.present(item_of(0, 1));
  log.answer(true, 0, 1, 900);
  const ClusterCheck check = log.folded().placement.checks.at(key_of(0));
  ASSERT_EQ(check.answers.size(), 2u);
  EXPECT_EQ(check.answers[0].outcome, CheckOutcome::NotRight);
  EXPECT_EQ(check.answers[1].outcome, CheckOutcome::Unread);
  const Cluster cluster = clusters_of(*test::sample_curriculum(), {}).front();
  EXPECT_EQ(answers_of(check, cluster, *test::sample_curriculum(), default_parameters()).size(), 1u);
}

TEST(TakeCheck, EventsThatFitNothing_AreHarmless) {
  test::EventLog log;
  log.add(measure::CheckStarted{0, 0});
  log.start(monday);
  log.add(measure::CheckEnded{0, 0, CheckEndReason::Precise, 0, 0});
  log.add(measure::CheckStarted{7, 0});
  log.add(measure::CheckStarted{0, 9});
  log.add(measure::CheckEnded{0, 9, CheckEndReason::Precise, 0, 0});
  log.add(measure::ItemSkipped{});
  EXPECT_EQ(log.folded().placement, PlacementState{});
  log.add(measure::CheckStarted{0, 0});
  for (std::size_t answer = 0; answer < 40; ++answer) log.practise(item_of(0, answer % 4), true);
  EXPECT_EQ(log.folded().placement.checks.at(key_of(0)).answers.size(), limits::check_answers_max);
}

TEST(TakeCheck, EarlierParameters_KnowNothingOfIt) {
  const LearnerState state = checked(3).folded(shipped_parameters().at(1));
  EXPECT_EQ(state.placement, PlacementState{});
  EXPECT_FALSE(state.skills.empty()) << "answers are answers";
}

TEST(TakeCheck, State_SurvivesItsBytes) {
  for (const CheckEndReason reason : {CheckEndReason::Precise, CheckEndReason::Later}) {
    const LearnerState state = checked(3, reason).folded();
    EXPECT_EQ(decode_state(encode(state)).value(), state);
  }
  Bytes bytes = encode(checked(3).folded());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(decode_state(ByteView(bytes).first(size)));
}

// The same from GCC and clang, optimised or not; without the detectors, whose rules have hashes of their own.
TEST(TakeCheck, FixedCheck_GivesTheCommittedHash) {
  LearnerState state = checked(3).folded();
  state.detectors = {};
  EXPECT_EQ(to_hex(hash_of(state).view()), "7439de5f1794393c23d0b19925b295e359afe671ae243c4bae1bba08fac472ae");
}

}  // namespace
}  // namespace hornbook::interpret
