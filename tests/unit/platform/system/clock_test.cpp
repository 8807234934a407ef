#include "platform/system/clock.hpp"

#include <gtest/gtest.h>

namespace hornbook::platform {
namespace {

TEST(ParseUtc, AMomentToTheSecond_IsCountedFrom1970) {
  EXPECT_EQ(parse_utc("1970-01-02T00:00:01Z").value(), 86'401'000);
  EXPECT_EQ(parse_utc("2026-09-01T08:30:00Z").value(), 1'788'251'400'000);
}

TEST(ParseUtc, SecondsAndTheZoneLetter_MayBeLeftOut) {
  EXPECT_EQ(parse_utc("2026-09-01T08:30").value(), parse_utc("2026-09-01T08:30:00Z").value());
}

TEST(ParseUtc, WhatIsNoMoment_IsRefused) {
  for (const char* text :
       {"", "Z", "2026", "2026-09-01", "2026-13-01T00:00Z", "2026-02-30T00:00Z", "2026-09-01T24:00Z",
        "2026-09-01T08:30:0", "2026-09-01T08:30:00+02:00", "2026-09-01 08:30:00", "2026-09-01T-8:30Z"}) {
    EXPECT_FALSE(parse_utc(text)) << text;
  }
}

TEST(ScriptedClock, MovesOnlyWhenItIsTold) {
  ScriptedClock clock(1'000'000);
  EXPECT_EQ(clock.monotonic_ms(), 0);
  clock.advance(2500);
  EXPECT_EQ(clock.monotonic_ms(), 2500);
  EXPECT_EQ(clock.now().unix_ms, 1'002'500);
}

TEST(SystemClock, AShift_MovesTheWallClockAlone) {
  const SystemClock real;
  const SystemClock shifted(86'400'000);
  EXPECT_NEAR(static_cast<double>(shifted.now().unix_ms - real.now().unix_ms), 86'400'000.0, 5000.0);
  EXPECT_NEAR(static_cast<double>(shifted.monotonic_ms() - real.monotonic_ms()), 0.0, 5000.0);
}

TEST(Stopwatch, ProcessStart_LiesInThePast) { EXPECT_GT(since_process_start_us(), 0); }

}  // namespace
}  // namespace hornbook::platform
