// What every output promises, told of the silent one by a clock that a test moves, and of SDL's by its dummy driver.
#include "platform/sound/sound_output.hpp"

#include <SDL.h>
#include <gtest/gtest.h>

#include <vector>

#include "platform/sound/sdl_sound_output.hpp"
#include "platform/sound/silent_sound_output.hpp"
#include "platform/system/clock.hpp"

namespace hornbook::platform {
namespace {

constexpr SoundFormat stereo{8'000, 2};

std::vector<std::int16_t> samples_of(int ms) { return std::vector<std::int16_t>(static_cast<std::size_t>(ms) * 16, 1); }

TEST(SilentSoundOutput, PassesAsLongAsTheSoundWouldBeHeard) {
  ScriptedClock clock(0);
  SilentSoundOutput output(clock);
  output.start(stereo);
  output.queue(samples_of(500));
  clock.advance(200);
  EXPECT_EQ(output.position_ms(), 200);
  EXPECT_FALSE(output.is_drained());
  clock.advance(1'000);
  EXPECT_EQ(output.position_ms(), 500);
  EXPECT_TRUE(output.is_drained());
}

TEST(SilentSoundOutput, ASoundThatRanDry_GoesOnWhereItWas) {
  ScriptedClock clock(0);
  SilentSoundOutput output(clock);
  output.start(stereo);
  output.queue(samples_of(100));
  clock.advance(1'000);
  output.queue(samples_of(100));
  EXPECT_EQ(output.position_ms(), 100);
  clock.advance(50);
  EXPECT_EQ(output.position_ms(), 150);
}

TEST(SilentSoundOutput, APause_KeepsThePosition) {
  ScriptedClock clock(0);
  SilentSoundOutput output(clock);
  output.start(stereo);
  output.queue(samples_of(500));
  clock.advance(100);
  output.pause();
  clock.advance(5'000);
  EXPECT_EQ(output.position_ms(), 100);
  output.resume();
  clock.advance(100);
  EXPECT_EQ(output.position_ms(), 200);
}

TEST(SilentSoundOutput, AnotherSound_EndsTheOneBefore) {
  ScriptedClock clock(0);
  SilentSoundOutput output(clock);
  output.start(stereo);
  output.queue(samples_of(500));
  clock.advance(100);
  output.start({48'000, 1});
  EXPECT_EQ(output.position_ms(), 0);
  EXPECT_TRUE(output.is_drained());
  output.stop();
  output.queue(samples_of(500));
  EXPECT_EQ(output.position_ms(), 0);
  EXPECT_TRUE(output.is_drained());
}

class WithAudioDriver : public testing::TestWithParam<const char*> {
 protected:
  WithAudioDriver() { SDL_setenv("SDL_AUDIODRIVER", GetParam(), 1); }
  ~WithAudioDriver() override { SDL_setenv("SDL_AUDIODRIVER", "", 1); }
};

// A driver that is there, and one that is not: a machine without a loudspeaker.
INSTANTIATE_TEST_SUITE_P(SdlSoundOutput, WithAudioDriver, testing::Values("dummy", "none of the drivers"));

TEST_P(WithAudioDriver, ASoundIsHeardToItsEnd) {
  const SystemClock clock;
  const auto output = open_loudspeaker(clock);
  output->start(stereo);
  output->queue(samples_of(100));
  EXPECT_FALSE(output->is_drained());
  for (int waits = 0; waits < 500 && !output->is_drained(); ++waits) SDL_Delay(10);
  EXPECT_TRUE(output->is_drained());
  EXPECT_EQ(output->position_ms(), 100);
}

TEST_P(WithAudioDriver, AnotherSoundOfAnotherFormat_BeginsAtOnce) {
  const SystemClock clock;
  const auto output = open_loudspeaker(clock);
  output->start(stereo);
  output->queue(samples_of(60'000));
  output->start({22'050, 1});
  EXPECT_EQ(output->position_ms(), 0);
  EXPECT_TRUE(output->is_drained());
  output->queue(samples_of(60'000));
  output->pause();
  EXPECT_FALSE(output->is_drained());
  output->stop();
  output->queue(samples_of(100));
  EXPECT_TRUE(output->is_drained());
  EXPECT_EQ(output->position_ms(), 0);
}

}  // namespace
}  // namespace hornbook::platform
