#include "runtime/interpret/calibrate/typical_time.hpp"

#include <gtest/gtest.h>

namespace hornbook::interpret {
namespace {

std::vector<std::uint32_t> times_of(std::size_t learners, std::uint32_t ms) {
  return std::vector<std::uint32_t>(learners, ms);
}

SchoolAttempts school(std::vector<TimesOfItem> times) {
  SchoolAttempts attempts;
  for (std::size_t item = 0; item < times.size(); ++item) attempts.items.push_back({900 - item, 0});
  attempts.times = std::move(times);
  return attempts;
}

TEST(TypicalTime, IsTheMedianOfManyLearners_WhateverOnePauseSays) {
  std::vector<std::uint32_t> times{20'000, 21'000, 22'000};
  for (int i = 0; i < 60; ++i) times.push_back(30'000 + 10 * static_cast<std::uint32_t>(i));
  times.push_back(900'000);
  EXPECT_EQ(typical_ms(times, 30'000), 30'000u);
}

TEST(TypicalTime, OfFewLearners_IsDrawnToWhatIsExpected) {
  const std::uint32_t few = typical_ms(times_of(10, 60'000), 20'000);
  EXPECT_GT(few, 20'000u);
  EXPECT_LT(few, 60'000u);
  EXPECT_GT(typical_ms(times_of(200, 60'000), 20'000), 57'000u);
  EXPECT_EQ(typical_ms(times_of(10, 60'000), 0), 60'000u) << "nothing is expected";
}

TEST(TypicalTime, OfFewerThanTenLearners_IsNotTold) {
  const TypicalTimes times =
      typical_times(school({{0, times_of(learners_of_value_min - 1, 10'000)}, {0, times_of(40, 40'000)}}));
  ASSERT_EQ(times.items.size(), 1u);
  EXPECT_EQ(times.items.front(), (TypicalTime{899, 40'000}));
  EXPECT_EQ(times.usual_ms, 40'000u);
  EXPECT_TRUE(typical_times(school({{0, times_of(learners_of_value_min - 1, 10'000)}})).empty());
}

TEST(TypicalTime, IsDrawnToThePacks_OrElseToWhatIsUsualAtTheSchool) {
  const TypicalTimes times = typical_times(
      school({{10'000, times_of(10, 80'000)}, {0, times_of(10, 80'000)}, {0, times_of(10, 20'000)}, {0, {}}}));
  ASSERT_EQ(times.items.size(), 3u);
  const auto of = [&](ItemKey key) { return typical_ms_of({key, {0}}, times); };
  EXPECT_LT(of(900), of(899)) << "the pack said less";
  EXPECT_GT(of(898), 20'000u);
  EXPECT_EQ(of(897), times.usual_ms) << "nobody knows it: what is usual there";
  ItemNode said{1, {0}};
  said.typical_ms = 5'000;
  EXPECT_EQ(typical_ms_of(said, times), 5'000u) << "the pack's, where the school has none";
}

}  // namespace
}  // namespace hornbook::interpret
