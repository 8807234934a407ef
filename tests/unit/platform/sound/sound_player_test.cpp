#include "platform/sound/sound_player.hpp"

#include <gtest/gtest.h>

#include "platform/sound/silent_sound_output.hpp"

namespace hornbook::platform {
namespace {

// So many tenths of a second, one at a time.
class Tenths final : public SoundSource {
 public:
  Tenths(int tenths, int& made, bool breaks = false) : left_(tenths), made_(made), breaks_(breaks) {}
  [[nodiscard]] SoundFormat format() const override { return {8'000, 2}; }
  Result<std::vector<std::int16_t>> next() override {
    if (left_ == 0 && breaks_) return fail(ErrorCode::BadInput, "test", "it is damaged");
    if (left_ == 0) return std::vector<std::int16_t>();
    --left_;
    ++made_;
    return std::vector<std::int16_t>(1'600, 1);
  }

 private:
  int left_;
  int& made_;
  bool breaks_;
};

class Player : public ::testing::Test {
 protected:
  ScriptedClock clock_{0};
  SilentSoundOutput output_{clock_};
  SoundPlayer player_{output_, clock_};
  int made_ = 0;
};

TEST_F(Player, MakesALittleMoreThanIsHeard_AndSaysOnceWhenItIsOver) {
  ASSERT_TRUE(player_.play(std::make_unique<Tenths>(20, made_)));
  EXPECT_LE(made_, 6) << "half a second ahead";
  clock_.advance(400);
  EXPECT_FALSE(player_.follow());
  EXPECT_GE(made_, 9);
  EXPECT_LE(made_, 10);
  int over = 0;
  for (int look = 0; look < 40 && player_.next_change(); ++look) {
    clock_.advance(100);
    over += player_.follow() ? 1 : 0;
  }
  EXPECT_EQ(made_, 20);
  EXPECT_EQ(over, 1);
  EXPECT_GE(clock_.monotonic_ms(), 2'000);
  EXPECT_LE(clock_.monotonic_ms(), 2'300);
  EXPECT_FALSE(player_.next_change()) << "in silence there is nothing to do";
}

TEST_F(Player, WhatBreaksOnTheWayIsOver) {
  ASSERT_TRUE(player_.play(std::make_unique<Tenths>(8, made_, true)));
  clock_.advance(400);
  EXPECT_TRUE(player_.follow());
  EXPECT_FALSE(player_.play(std::make_unique<Tenths>(0, made_, true))) << "it does not even begin";
  EXPECT_FALSE(player_.next_change());
}

TEST_F(Player, GivingWayLeavesTheOutputAlone) {
  ASSERT_TRUE(player_.play(std::make_unique<Tenths>(20, made_)));
  output_.start({8'000, 1});  // a voice begins
  output_.queue(std::vector<std::int16_t>(8'000, 1));
  player_.give_way();
  player_.stop();
  clock_.advance(500);
  EXPECT_EQ(output_.position_ms(), 500);
}

}  // namespace
}  // namespace hornbook::platform
