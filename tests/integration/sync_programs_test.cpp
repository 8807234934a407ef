// hornbookctl and hornbook-server as they are, over real sockets. Smaller than what is asked of them, so that it fits a
// test's time: tests/bench/sync_bench.cpp runs the whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "tests/support/sync_runs.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::test {
namespace {

// 9.6 kbit/s, a round trip of two seconds, a fifth of the packets lost each way; a tenth of a class's day.
TEST(SyncPrograms, ATenthOfAClassDay_ArrivesOverAThinLinkWithinAWindow) {
  ASSERT_TRUE(crypto_start());
  const auto run = run_over_thin_link({}, 900, 180);
  if (!run && run.error().code == ErrorCode::NotAllowed) GTEST_SKIP() << describe(run.error());
  ASSERT_TRUE(run) << describe(run.error());
  std::printf("900 events in %.0f s; %llu packets, %llu lost\n", run->seconds,
              static_cast<unsigned long long>(run->link.packets), static_cast<unsigned long long>(run->link.lost));
  EXPECT_TRUE(run->devices.front().synced);
  EXPECT_EQ(run->server.events_stored, 900u);
  EXPECT_GT(run->link.lost, run->link.packets / 20) << "the link was better than it claims";
}

TEST(SyncPrograms, TenDevicesAtOnce_LoseNothing) {
  ASSERT_TRUE(crypto_start());
  const auto run = run_devices_at_once(10, 100);
  ASSERT_TRUE(run) << describe(run.error());
  EXPECT_TRUE(std::all_of(run->devices.begin(), run->devices.end(), [](const DeviceRun& each) { return each.synced; }));
  EXPECT_EQ(run->server.events_stored, 1000u);
}

}  // namespace
}  // namespace hornbook::test
