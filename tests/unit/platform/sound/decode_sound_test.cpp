#include "platform/sound/decode_sound.hpp"

#include <gtest/gtest.h>

#include "platform/system/files.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::platform {
namespace {

Bytes wav(std::uint16_t channels, std::uint32_t rate_hz, std::uint16_t bits, const std::vector<std::int16_t>& samples) {
  ByteWriter writer;
  const auto data_bytes = static_cast<std::uint32_t>(samples.size() * 2);
  writer.raw(as_bytes("RIFF"));
  writer.u32(36 + data_bytes);
  writer.raw(as_bytes("WAVEfmt "));
  writer.u32(16);
  writer.u16(1);
  writer.u16(channels);
  writer.u32(rate_hz);
  writer.u32(rate_hz * channels * 2);
  writer.u16(static_cast<std::uint16_t>(channels * 2));
  writer.u16(bits);
  writer.raw(as_bytes("data"));
  writer.u32(data_bytes);
  for (const std::int16_t sample : samples) writer.u16(static_cast<std::uint16_t>(sample));
  return writer.take();
}

Bytes narration() {
  const std::string path = std::string(HORNBOOK_SOURCE_DIR) + "/content_packs/library/try_me/media/eaten.en.opus";
  return read_file(path, limits::object_bytes_max).value();
}

TEST(DecodeSound, Wav_GivesItsSamplesBack) {
  const std::vector<std::int16_t> samples{0, -1, 32'767, -32'768};
  const auto sound = decode_sound(wav(2, 22'050, 16, samples));
  ASSERT_TRUE(sound.has_value());
  EXPECT_EQ(sound->format, (SoundFormat{22'050, 2}));
  EXPECT_EQ(sound->samples, samples);
}

TEST(DecodeSound, WavThatCannotBePlayed_SaysWhatIsNeeded) {
  EXPECT_FALSE(decode_sound(wav(1, 22'050, 8, {0})));
  EXPECT_FALSE(decode_sound(wav(3, 22'050, 16, {0})));
  EXPECT_FALSE(decode_sound(wav(1, 96'000, 16, {0})));
  EXPECT_FALSE(decode_sound(wav(1, 22'050, 16, {}))) << "there is nothing to hear";
}

TEST(DecodeSound, LongerThanAllowed_IsRefused) {
  const std::vector<std::int16_t> samples(8'000 * (limits::sound_seconds_max + 1));
  EXPECT_EQ(decode_sound(wav(1, 8'000, 16, samples)).error().code, ErrorCode::LimitExceeded);
}

TEST(DecodeSound, Opus_IsSomeSecondsOfSpeech) {
  const auto sound = decode_sound(narration());
  ASSERT_TRUE(sound.has_value());
  const std::size_t seconds = sound->samples.size() / 48'000;
  EXPECT_GE(seconds, 2u);
  EXPECT_LE(seconds, 10u);
  std::int16_t loudest = 0;
  for (const std::int16_t sample : sound->samples) loudest = std::max(loudest, sample);
  EXPECT_GT(loudest, 3'000) << "it can be heard";
}

TEST(DecodeSound, OpusCutShortOrDamaged_EndsInAnErrorOrEarlier) {
  const Bytes whole = narration();
  const std::size_t all = decode_sound(whole)->samples.size();
  for (std::size_t size = 0; size < whole.size(); size += whole.size() / 23) {
    const auto sound = decode_sound(ByteView(whole).first(size));
    EXPECT_LE(sound ? sound->samples.size() : 0, all);
  }
  EXPECT_FALSE(decode_sound(ByteView(whole).first(40)));
  EXPECT_FALSE(decode_sound({}));
}

}  // namespace
}  // namespace hornbook::platform
