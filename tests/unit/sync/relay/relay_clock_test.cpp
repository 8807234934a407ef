#include "sync/relay/relay_clock.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/simulated_clock.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::relay {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60'000;
constexpr UnixMs date = 1'790'000'000'000;

class AgeOfARelay : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "age"; }
  // Lives for a while under this date and is switched off.
  void live(UnixMs starting, std::int64_t ms) {
    test::SimulatedClock clock(starting);
    const RelayClock opened = RelayClock::open(file(), clock);
    clock.advance(ms);
    ASSERT_TRUE(opened.save());
  }
  [[nodiscard]] std::uint64_t day_at(UnixMs now) const {
    const test::SimulatedClock clock(now);
    return RelayClock::open(file(), clock).day();
  }

  test::TemporaryDirectory folder_;
};

TEST_F(AgeOfARelay, CountsWhatItLived) {
  live(date, 3 * day_ms);
  EXPECT_EQ(day_at(date + 3 * day_ms), 3u);
}

TEST_F(AgeOfARelay, CountsAWeekendThatItWasOff) {
  live(date, 5 * day_ms);
  EXPECT_EQ(day_at(date + 7 * day_ms), 7u);
}

TEST_F(AgeOfARelay, DateYearsAhead_IsAWeekAtMost) {
  live(date, 5 * day_ms);
  EXPECT_EQ(day_at(date + 3653 * day_ms), 12u);
}

TEST_F(AgeOfARelay, DateYearsBack_IsNoTimeAtAll) {
  live(date, 5 * day_ms);
  EXPECT_EQ(day_at(date - 3653 * day_ms), 5u);
  live(date - 3653 * day_ms, 2 * day_ms);
  EXPECT_EQ(day_at(date - 3650 * day_ms), 8u);
}

TEST_F(AgeOfARelay, DamagedFile_BeginsAnew) {
  std::ofstream(file()) << "????????????????";
  EXPECT_EQ(day_at(date), 0u);
  std::ofstream(file()) << "short";
  EXPECT_EQ(day_at(date), 0u);
}

}  // namespace
}  // namespace hornbook::relay
