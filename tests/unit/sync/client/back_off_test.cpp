#include "sync/client/back_off.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sync/client/piece_size.hpp"

namespace hornbook::device {
namespace {

constexpr std::int64_t every_ms = 600'000;

TEST(BackOff, AfterSuccess_WaitsAboutTheTimeThatWasAskedFor) {
  BackOff back_off(every_ms, 1);
  for (int i = 0; i < 100; ++i) {
    const std::int64_t wait_ms = back_off.after_success();
    EXPECT_GE(wait_ms, every_ms * 9 / 10);
    EXPECT_LE(wait_ms, every_ms);
  }
}

TEST(BackOff, AfterFailures_WaitsLongerAndNeverLongerThanBetweenSyncs) {
  std::int64_t longest_ms = BackOff::first_failure_ms;
  std::vector<BackOff> devices;
  for (std::uint64_t seed = 0; seed < 200; ++seed) devices.emplace_back(every_ms, seed);
  for (int failure = 0; failure < 40; ++failure) {
    std::vector<std::int64_t> waits;
    for (BackOff& device : devices) waits.push_back(device.after_failure());
    const auto [least, most] = std::minmax_element(waits.begin(), waits.end());
    EXPECT_LE(*most, longest_ms);
    EXPECT_GT(*most, longest_ms * 9 / 10) << "two hundred devices use the whole range";
    EXPECT_LT(*least, longest_ms / 10);
    longest_ms = std::min(every_ms, longest_ms * 2);
  }
}

TEST(BackOff, ASuccess_BeginsAnew) {
  BackOff back_off(every_ms, 7);
  for (int i = 0; i < 10; ++i) static_cast<void>(back_off.after_failure());
  static_cast<void>(back_off.after_success());
  EXPECT_LE(back_off.after_failure(), BackOff::first_failure_ms);
}

TEST(PieceSize, AGoodLink_TakesAClassesDayAtOnce) { EXPECT_GE(PieceSize(100).bytes(), 100'000u); }

// 9.6 kbit/s and a round trip of two seconds: TCP, TLS and their bytes take some eight.
TEST(PieceSize, AThinLink_IsGivenWhatItCarriesInSomeSeconds) {
  PieceSize piece(8'000);
  EXPECT_LE(piece.bytes(), 10'000u);
  for (int i = 0; i < 5; ++i) {
    const std::uint64_t traffic = piece.bytes() + 1'500;
    piece.carried(traffic, static_cast<std::int64_t>(traffic * 1000 / 1200) + 2'000);
  }
  EXPECT_GT(piece.bytes(), 10'000u);
  EXPECT_LT(piece.bytes(), 18'000u) << "more than fifteen seconds of this link";
}

TEST(PieceSize, TwoPieces_AreUnderWayAsLongAsAnswersTakeASecond) {
  EXPECT_FALSE(PieceSize(100).is_slow_to_answer());
  PieceSize piece(8'000);
  EXPECT_TRUE(piece.is_slow_to_answer()) << "connecting says so";
  piece.carried(7'000, 100);
  EXPECT_FALSE(piece.is_slow_to_answer());
  piece.carried(7'000, PieceSize::slow_answer_ms);
  EXPECT_TRUE(piece.is_slow_to_answer());
}

TEST(PieceSize, ALinkThatGetsBad_IsGivenLessAndNeverNothing) {
  PieceSize piece(10);
  piece.carried(100, 1'000'000);
  EXPECT_EQ(piece.bytes(), PieceSize::bytes_min);
  piece.carried(0, 0);
  EXPECT_EQ(piece.bytes(), PieceSize::bytes_min);
}

}  // namespace
}  // namespace hornbook::device
