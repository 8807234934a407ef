#include "sync/server/ingest/sequence_ranges.hpp"

#include <gtest/gtest.h>

#include <set>

#include "runtime/core/limits.hpp"
#include "runtime/core/seeded_random.hpp"

namespace hornbook::server {
namespace {

TEST(SequenceRanges, Neighbours_GrowTogether) {
  SequenceRanges ranges;
  ASSERT_TRUE(ranges.insert(1, 3));
  ASSERT_TRUE(ranges.insert(7, 9));
  EXPECT_EQ(ranges.through(), 3u);
  EXPECT_EQ(ranges.gaps(), (std::vector<journal::SequenceRange>{{4, 6}}));
  ASSERT_TRUE(ranges.insert(4, 6));
  EXPECT_EQ(ranges.through(), 9u);
  EXPECT_TRUE(ranges.gaps().empty());
}

TEST(SequenceRanges, RandomInsertions_AgreeWithASet) {
  SeededRandom random(7);
  for (int round = 0; round < 200; ++round) {
    SequenceRanges ranges;
    std::set<std::uint64_t> expected;
    for (int i = 0; i < 12; ++i) {
      const std::uint64_t first = 1 + random.below(60);
      const std::uint64_t last = first + random.below(8);
      ASSERT_TRUE(ranges.insert(first, last));
      for (std::uint64_t n = first; n <= last; ++n) expected.insert(n);
    }
    const SequenceRanges read = SequenceRanges::decode(ranges.encode()).value();
    for (std::uint64_t n = 1; n < 80; ++n) EXPECT_EQ(read.contains(n), expected.contains(n)) << n << " round " << round;
    EXPECT_EQ(read.highest(), *expected.rbegin());
  }
}

TEST(SequenceRanges, MoreGapsThanTheLimit_AreRefused) {
  SequenceRanges ranges;
  for (std::uint64_t i = 0; i < limits::acknowledged_gaps_max; ++i) ASSERT_TRUE(ranges.insert(2 * i + 1, 2 * i + 1));
  EXPECT_EQ(ranges.insert(100'000, 100'000).error().code, ErrorCode::LimitExceeded);
  EXPECT_FALSE(ranges.contains(100'000));
}

}  // namespace
}  // namespace hornbook::server
