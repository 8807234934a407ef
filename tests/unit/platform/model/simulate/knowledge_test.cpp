// What makes each family what it is.
#include <gtest/gtest.h>

#include <cmath>

#include "platform/programs/model/simulate/additive_factors.hpp"
#include "platform/programs/model/simulate/knowledge_tracing.hpp"
#include "platform/programs/model/simulate/memory_decay.hpp"
#include "platform/programs/model/simulate/misconceptions.hpp"
#include "tests/unit/platform/model/simulate/small_course.hpp"

namespace hornbook::simulate {
namespace {

constexpr Range never{0, 0};
constexpr Range always{1, 1};

KnowledgeTracingRanges tracing(const Range& initial, const Range& learn, const Range& forget = never) {
  return {.initial = initial, .learn = learn, .slip = {0.1, 0.1}, .guess = {0.2, 0.2}, .forget_a_day = forget};
}

TEST(KnowledgeTracing, KnownSkill_IsRightUnlessTheLearnerSlips) {
  SeededRandom random(1);
  Course course = test::small_course();
  const auto family = make_knowledge_tracing(course, tracing(always, never), random);
  const auto knowledge = family->new_learner({}, random);
  EXPECT_TRUE(knowledge->knows(1));
  EXPECT_NEAR(knowledge->chance(1), 0.9, 1e-9);
}

TEST(KnowledgeTracing, UnknownSkill_IsGuessedUntilItIsLearnedAtOnce) {
  SeededRandom random(1);
  Course course = test::small_course();
  const auto family = make_knowledge_tracing(course, tracing(never, always), random);
  const auto knowledge = family->new_learner({}, random);
  EXPECT_NEAR(knowledge->chance(0), 0.2, 1e-9);
  knowledge->learn_from(0, {}, random);
  EXPECT_TRUE(knowledge->knows(0));
  EXPECT_NEAR(knowledge->chance(0), 0.9, 1e-9);
}

TEST(KnowledgeTracing, ItemOfSeveralSkills_NeedsAll) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  course.items[1].skills = {1, 0};
  const auto family = make_knowledge_tracing(course, tracing(never, always), random);
  const auto knowledge = family->new_learner({}, random);
  knowledge->learn_from(2, {}, random);
  EXPECT_NEAR(knowledge->chance(2), 0.9, 1e-9);
  EXPECT_NEAR(knowledge->chance(1), 0.2, 1e-9);
  knowledge->learn_from(0, {}, random);
  EXPECT_NEAR(knowledge->chance(1), 0.9, 1e-9);
}

TEST(KnowledgeTracing, Forgetting_ComesOvernight) {
  SeededRandom random(1);
  Course course = test::small_course();
  const auto family = make_knowledge_tracing(course, tracing(always, never, always), random);
  const auto knowledge = family->new_learner({}, random);
  knowledge->wait_until(test::monday_ms, random);
  knowledge->wait_until(test::monday_ms + 3 * test::ms_an_hour, random);
  EXPECT_TRUE(knowledge->knows(0));
  knowledge->wait_until(test::monday_ms + test::ms_a_day, random);
  EXPECT_FALSE(knowledge->knows(0));
}

AdditiveFactorsRanges factors() {
  return {.skill_ease = {-1, -1}, .success_gain = {0.3, 0.3}, .failure_gain = {0.1, 0.1}};
}

double logistic_of(double x) { return 1 / (1 + std::exp(-x)); }

TEST(AdditiveFactors, Chance_IsTheLogisticOfTheSum) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  course.items[1].difficulty = 0.5;
  course.items[1].discrimination = 1.2;
  const auto family = make_additive_factors(course, factors(), random);
  const auto knowledge = family->new_learner({}, random);
  EXPECT_NEAR(knowledge->chance(1), logistic_of(1.2 * (-1 - 0.5)), 1e-12);
  knowledge->learn_from(1, {true, false, 1}, random);
  knowledge->learn_from(1, {true, false, 1}, random);
  knowledge->learn_from(1, {false, false, 1}, random);
  EXPECT_NEAR(knowledge->chance(1), logistic_of(1.2 * (-1 + 0.7 - 0.5)), 1e-12);
}

TEST(AdditiveFactors, Mastery_ComesWithEightyFivePercentOnAnAverageItem) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  const auto family = make_additive_factors(course, factors(), random);
  const auto knowledge = family->new_learner({}, random);
  while (knowledge->chance(1) < additive_mastery) {
    EXPECT_FALSE(knowledge->knows(1));
    knowledge->learn_from(1, {true, false, 1}, random);
  }
  EXPECT_TRUE(knowledge->knows(1));
}

TEST(AdditiveFactors, Time_ChangesNothing) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  const auto family = make_additive_factors(course, factors(), random);
  const auto knowledge = family->new_learner({}, random);
  const double before = knowledge->chance(1);
  knowledge->wait_until(test::monday_ms, random);
  knowledge->wait_until(test::monday_ms + 100 * test::ms_a_day, random);
  EXPECT_EQ(knowledge->chance(1), before);
}

// P(right) on item 1 at `later`, after the skill was practised at these times.
double remembered(const std::vector<std::int64_t>& practised_ms, std::int64_t later_ms) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  MemoryDecayRanges ranges;
  ranges.met_before = 0;
  ranges.skill_deviation = 0;
  ranges.encoding = {1, 1};
  const auto family = make_memory_decay(course, ranges, random);
  const auto knowledge = family->new_learner({}, random);
  for (const std::int64_t at : practised_ms) {
    knowledge->wait_until(test::monday_ms + at, random);
    knowledge->learn_from(1, {true, false, 1}, random);
  }
  knowledge->wait_until(test::monday_ms + later_ms, random);
  return knowledge->chance(1);
}

TEST(MemoryDecay, WhatWasNeverPractised_IsGuessed) { EXPECT_NEAR(remembered({}, 0), 0.25, 1e-12); }

TEST(MemoryDecay, Recall_FallsWithTime) {
  const std::vector<std::int64_t> practised{0, 60'000, 120'000};
  const double at_once = remembered(practised, 130'000);
  const double after_an_hour = remembered(practised, test::ms_an_hour);
  const double after_a_day = remembered(practised, test::ms_a_day);
  const double after_a_month = remembered(practised, 30 * test::ms_a_day);
  EXPECT_GT(at_once, after_an_hour);
  EXPECT_GT(after_an_hour, after_a_day);
  EXPECT_GT(after_a_day, after_a_month + 0.02);
}

TEST(MemoryDecay, SpacedPractice_LastsLonger) {
  const std::int64_t later = 10 * test::ms_a_day;
  const double massed = remembered({0, 20'000, 40'000, 60'000, 80'000, 100'000}, later);
  const double spaced =
      remembered({0, test::ms_a_day, 2 * test::ms_a_day, 3 * test::ms_a_day, 4 * test::ms_a_day, 5 * test::ms_a_day},
                 5 * test::ms_a_day + later);
  EXPECT_GT(spaced, massed + 0.1);
}

// One practice leaves activation −d·ln t with d = a, as the strength before it was 0: recall is the logistic of
// (activation + level − τ) / s.
TEST(MemoryDecay, OnePractice_FollowsTheEquation) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  MemoryDecayRanges ranges;
  ranges.met_before = 0;
  ranges.skill_deviation = 0;
  ranges.encoding = {1, 1};
  ranges.decay_least = {0.2, 0.2};
  const auto family = make_memory_decay(course, ranges, random);
  const auto knowledge = family->new_learner({0, 0, 0}, random);
  knowledge->wait_until(test::monday_ms, random);
  knowledge->learn_from(1, {true, false, 1}, random);
  knowledge->wait_until(test::monday_ms + 100'000, random);
  const double recall = logistic_of((-0.2 * std::log(100) - ranges.threshold) / ranges.noise);
  EXPECT_NEAR(knowledge->chance(1), recall * (1 - ranges.slip) + (1 - recall) * 0.25, 1e-9);
}

MisconceptionRanges bugs() {
  MisconceptionRanges ranges;
  ranges.known = never;
  ranges.bug_held = always;
  ranges.consistency = always;
  ranges.remedy = always;
  ranges.learn = always;
  ranges.relapse_a_day = never;
  ranges.known_after_remedy = 1;
  ranges.slip = 0.1;
  return ranges;
}

TEST(Misconceptions, BugThatIsHeld_IsRightWhereItMakesNoDifference) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  const auto family = make_misconceptions(course, bugs(), random);
  const auto knowledge = family->new_learner({}, random);
  EXPECT_FALSE(knowledge->knows(1));
  EXPECT_NEAR(knowledge->chance(1), 0.9, 1e-9);
  EXPECT_NEAR(knowledge->chance(2), 0, 1e-9);
}

TEST(Misconceptions, WrongAnswers_CarryTheSameTagWhereTheBugShows) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  const auto family = make_misconceptions(course, bugs(), random);
  const auto knowledge = family->new_learner({}, random);
  const auto first = knowledge->bug_shown(2, random);
  ASSERT_TRUE(first.has_value());
  EXPECT_TRUE(*first == bug_tag(1, 0) || *first == bug_tag(1, 1));
  for (int answer = 0; answer < 20; ++answer) EXPECT_EQ(knowledge->bug_shown(2, random), first);
  EXPECT_FALSE(knowledge->bug_shown(1, random).has_value());
}

TEST(Misconceptions, OnlyAnItemThatRefutesTheBug_RemediesIt) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  const auto family = make_misconceptions(course, bugs(), random);
  const auto knowledge = family->new_learner({}, random);
  for (int time = 0; time < 50; ++time) knowledge->learn_from(1, {true, false, 1}, random);
  EXPECT_FALSE(knowledge->knows(1));
  knowledge->learn_from(2, {false, false, 1}, random);
  EXPECT_TRUE(knowledge->knows(1));
  EXPECT_NEAR(knowledge->chance(2), 0.9, 1e-9);
}

TEST(Misconceptions, BugThatWasGivenUp_MayComeBack) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  MisconceptionRanges ranges = bugs();
  ranges.relapse_a_day = always;
  const auto family = make_misconceptions(course, ranges, random);
  const auto knowledge = family->new_learner({}, random);
  knowledge->wait_until(test::monday_ms, random);
  const auto tag = knowledge->bug_shown(2, random);
  knowledge->learn_from(2, {false, false, 1}, random);
  ASSERT_TRUE(knowledge->knows(1));
  knowledge->wait_until(test::monday_ms + test::ms_a_day, random);
  EXPECT_FALSE(knowledge->knows(1));
  EXPECT_EQ(knowledge->bug_shown(2, random), tag);
}

TEST(Misconceptions, WrongAnswersWithoutARule_GiveBirthToBugs) {
  SeededRandom random(1);
  Course course = test::small_course(false);
  MisconceptionRanges ranges = bugs();
  ranges.bug_held = never;
  ranges.learn = never;
  ranges.bug_birth = always;
  const auto family = make_misconceptions(course, ranges, random);
  const auto knowledge = family->new_learner({}, random);
  EXPECT_FALSE(knowledge->bug_shown(2, random).has_value());
  knowledge->learn_from(1, {false, false, 1}, random);
  EXPECT_TRUE(knowledge->bug_shown(2, random).has_value());
}

}  // namespace
}  // namespace hornbook::simulate
