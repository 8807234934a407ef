// What all families have in common.
#include "platform/programs/model/simulate/family.hpp"

#include <gtest/gtest.h>

#include "runtime/core/time.hpp"
#include "tests/unit/platform/model/simulate/small_course.hpp"

namespace hornbook::simulate {
namespace {

class EveryFamily : public testing::TestWithParam<FamilyKind> {};

std::string test_name(const testing::TestParamInfo<FamilyKind>& parameter) {
  return std::string(name_of(parameter.param));
}
INSTANTIATE_TEST_SUITE_P(Families, EveryFamily, testing::ValuesIn(all_families), test_name);

// Mean P(right) on the items of skill 1, and the share who know it, after `times` honest failures and successes at it,
// five minutes apart; over many courses and learners.
struct Group {
  double chance = 0;
  double knowing = 0;
};
Group practised(FamilyKind kind, bool linked, int times, const Aptitude& aptitude = {}) {
  constexpr int learners = 400;
  Group group;
  for (int learner = 0; learner < learners; ++learner) {
    SeededRandom random = stream_of(9, {static_cast<std::uint64_t>(learner)});
    const Course course = test::small_course(linked);
    const auto family = make_family(kind, course, random);
    const auto knowledge = family->new_learner(aptitude, random);
    UnixMs now = test::monday_ms;
    for (int time = 0; time < times; ++time) {
      knowledge->wait_until(now, random);
      const std::size_t item = 1 + random.below(2);
      knowledge->learn_from(item, {happens(random, knowledge->chance(item)), false, 1}, random);
      now += 5 * 60 * 1000;
    }
    knowledge->wait_until(now, random);
    group.chance += (knowledge->chance(1) + knowledge->chance(2)) / 2 / learners;
    group.knowing += (knowledge->knows(1) ? 1.0 : 0.0) / learners;
  }
  return group;
}

TEST_P(EveryFamily, Learners_LearnByPractice) {
  const Group before = practised(GetParam(), false, 0);
  const Group some = practised(GetParam(), false, 4);
  const Group many = practised(GetParam(), false, 30);
  EXPECT_GT(some.chance, before.chance + 0.05);
  EXPECT_GT(many.chance, some.chance);
  EXPECT_GT(many.knowing, 0.8);
  EXPECT_LT(before.knowing, 0.6);
}

TEST_P(EveryFamily, Learning_IsSlowerWithoutPrerequisites) {
  EXPECT_LT(practised(GetParam(), true, 5).knowing, practised(GetParam(), false, 5).knowing - 0.05);
}

TEST_P(EveryFamily, Learners_DifferInLevelAndPace) {
  EXPECT_GT(practised(GetParam(), false, 0, {1.5, 0, 0}).chance, practised(GetParam(), false, 0, {-1.5, 0, 0}).chance);
  EXPECT_GT(practised(GetParam(), false, 5, {0, 1.5, 0}).knowing,
            practised(GetParam(), false, 5, {0, -1.5, 0}).knowing);
}

TEST_P(EveryFamily, WhatWasTaught_IsKnownBetter) {
  EXPECT_GT(practised(GetParam(), false, 0, {0, 0, 2}).chance, practised(GetParam(), false, 0).chance + 0.05);
}

TEST_P(EveryFamily, WithoutEffort_NothingIsLearned) {
  SeededRandom random(4);
  const Course course = test::small_course(false);
  const auto family = make_family(GetParam(), course, random);
  const auto knowledge = family->new_learner({-3, 0, 0}, random);
  knowledge->wait_until(test::monday_ms, random);
  const double before = knowledge->chance(1);
  for (int time = 0; time < 50; ++time) knowledge->learn_from(1, {true, false, 0}, random);
  EXPECT_DOUBLE_EQ(knowledge->chance(1), before);
}

TEST_P(EveryFamily, SameSeed_GivesTheSameLearner) {
  const Group one = practised(GetParam(), true, 7);
  const Group other = practised(GetParam(), true, 7);
  EXPECT_EQ(one.chance, other.chance);
  EXPECT_EQ(one.knowing, other.knowing);
}

}  // namespace
}  // namespace hornbook::simulate
