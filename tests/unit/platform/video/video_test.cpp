// The video of try_me, whose pictures are known: a white ground, a bar that is cut and of which a third is shaded.
#include "platform/video/video.hpp"

#include <gtest/gtest.h>

#include "platform/system/files.hpp"
#include "platform/video/video_sound.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::platform {
namespace {

Bytes sample() {
  const std::string path = std::string(HORNBOOK_SOURCE_DIR) + "/content_packs/library/try_me/media/thirds.en.webm";
  return read_file(path, limits::video_bytes_max).value();
}

struct Colour {
  int red = 0, green = 0, blue = 0;
};
Colour at(const VideoImage& image, float across, float down) {
  const auto x = static_cast<std::size_t>(across * static_cast<float>(image.width));
  const auto y = static_cast<std::size_t>(down * static_cast<float>(image.height));
  const std::uint8_t* pixel = image.rgba.data() + (y * static_cast<std::size_t>(image.width) + x) * 4;
  return {pixel[0], pixel[1], pixel[2]};
}
bool is_white(const Colour& colour) { return colour.red > 235 && colour.green > 235 && colour.blue > 235; }
bool is_horn(const Colour& colour) {
  return std::abs(colour.red - 11) < 24 && std::abs(colour.green - 110) < 24 && std::abs(colour.blue - 110) < 24;
}

TEST(Webm, SaysWhatIsInIt) {
  const auto file = read_webm(sample());
  ASSERT_TRUE(file.has_value()) << file.error().sentence;
  EXPECT_EQ(file->codec, VideoCodec::Vp9);
  EXPECT_EQ(file->pictures.size(), 120u);
  EXPECT_NEAR(file->length_ms, 10'000, 100);
  ASSERT_TRUE(file->sound.has_value());
  EXPECT_EQ(file->sound->channels, 1);
  EXPECT_NEAR(static_cast<double>(file->sound->packets.size()), 500, 10) << "20 ms each";
}

TEST(Webm, WhatIsNoWebm_OrTooLarge_IsRefused) {
  EXPECT_FALSE(read_webm({}));
  EXPECT_FALSE(read_webm(as_bytes("RIFF....")));
  EXPECT_EQ(read_webm(Bytes(limits::video_bytes_max + 1)).error().code, ErrorCode::LimitExceeded);
}

TEST(Webm, CutShortAnywhere_IsAnErrorAndNothingWorse) {
  const Bytes whole = sample();
  for (std::size_t size = 0; size < whole.size(); size += 997) {
    const auto video = Video::open(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
    EXPECT_FALSE(video.has_value()) << size;
  }
}

TEST(Video, ShowsWhatBelongsToTheMoment_ForwardsAndBackwards) {
  Video video = Video::open(sample()).value();
  const auto late = video.picture_at(9'900, 480, 320);
  ASSERT_TRUE(late.has_value()) << late.error().sentence;
  EXPECT_TRUE(is_horn(at(**late, 0.2F, 0.5F))) << "the first third is shaded";
  EXPECT_TRUE(is_white(at(**late, 0.5F, 0.5F)));
  const auto early = video.picture_at(2'500, 480, 320);
  ASSERT_TRUE(early.has_value());
  EXPECT_TRUE(is_white(at(**early, 0.2F, 0.5F))) << "nothing is shaded yet";
  EXPECT_TRUE(is_white(at(**early, 0.5F, 0.1F)));
  EXPECT_FALSE(is_white(at(**early, 0.127F, 0.5F))) << "the edge of the bar";
}

TEST(Video, FitsItsPictureIntoTheBox_InItsShape) {
  Video video = Video::open(sample()).value();
  const auto broad = video.picture_at(0, 900, 300).value();
  EXPECT_EQ(broad->width, 450);
  EXPECT_EQ(broad->height, 300);
  const auto narrow = video.picture_at(0, 240, 300).value();
  EXPECT_EQ(narrow->width, 240);
  EXPECT_EQ(narrow->height, 160);
}

TEST(Video, TheSamePicture_IsTheSameObject) {
  Video video = Video::open(sample()).value();
  const auto first = video.picture_at(1'030, 480, 320).value();
  EXPECT_EQ(video.picture_at(1'060, 480, 320).value(), first) << "twelve pictures a second";
  EXPECT_NE(video.picture_at(1'200, 480, 320).value(), first);
}

TEST(Video, DamagedPictures_AreAnErrorNotACrash) {
  Bytes bytes = sample();
  const WebmFile file = read_webm(bytes).value();
  for (std::size_t at_byte = 0; at_byte < file.pictures[0].size; at_byte += 3)
    bytes[file.pictures[0].begin + at_byte] ^= 0x5A;
  Video video = Video::open(bytes).value();
  EXPECT_FALSE(video.check());
}

TEST(Video, WhollyDecoded_IsSound) {
  Video video = Video::open(sample()).value();
  EXPECT_TRUE(video.check());
}

std::size_t samples_from(std::uint32_t from_ms, std::int16_t& loudest) {
  const auto sound = open_video_sound(sample(), from_ms);
  EXPECT_TRUE(sound.has_value());
  std::size_t all = 0;
  for (;;) {
    const auto samples = (*sound)->next();
    EXPECT_TRUE(samples.has_value());
    if (!samples || samples->empty()) return all;
    all += samples->size();
    for (const std::int16_t each : *samples) loudest = std::max(loudest, each);
  }
}

TEST(VideoSound, IsHeardFromAnyMoment) {
  std::int16_t loudest = 0;
  EXPECT_NEAR(static_cast<double>(samples_from(0, loudest)), 480'000, 6'000) << "ten seconds";
  EXPECT_GT(loudest, 2'000);
  EXPECT_NEAR(static_cast<double>(samples_from(6'000, loudest)), 4 * 48'000, 6'000);
}

}  // namespace
}  // namespace hornbook::platform
