#include "platform/sdl/picture_rasteriser.hpp"

#include <gtest/gtest.h>

#include <array>

namespace hornbook::platform {
namespace {

constexpr const char* left_half_green =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10">)"
    R"(<rect x="0" y="0" width="5" height="10" fill="#00ff00"/></svg>)";

TEST(RasteriseSvg, AShape_HasItsColourAndTheRestIsTransparent) {
  const auto picture = rasterise_svg(as_bytes(left_half_green), 40, 40);
  ASSERT_TRUE(picture);
  ASSERT_EQ(picture->width, 40);
  ASSERT_EQ(picture->rgba.size(), 40u * 40u * 4u);
  const std::uint8_t* inside = &picture->rgba[(20 * 40 + 10) * 4];
  EXPECT_EQ(inside[0], 0);
  EXPECT_EQ(inside[1], 255);
  EXPECT_EQ(inside[3], 255);
  EXPECT_EQ(picture->rgba[(20 * 40 + 30) * 4 + 3], 0);
}

TEST(RasteriseSvg, WhatIsNoDrawing_IsRefused) {
  EXPECT_EQ(rasterise_svg(as_bytes("not a drawing"), 40, 40).error().code, ErrorCode::BadInput);
  EXPECT_EQ(rasterise_svg({}, 40, 40).error().code, ErrorCode::BadInput);
  EXPECT_EQ(rasterise_svg(as_bytes(left_half_green), 0, 40).error().code, ErrorCode::BadInput);
  EXPECT_EQ(rasterise_svg(as_bytes(left_half_green), 40, 100'000).error().code, ErrorCode::BadInput);
}

// Two pixels side by side: red, and green that is seen through by half.
constexpr std::array<std::uint8_t, 72> two_pixels_png{
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
    0x00, 0x02, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0xF4, 0x22, 0x7F, 0x8A, 0x00, 0x00, 0x00,
    0x0F, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0xF0, 0x1F, 0x08, 0x1B, 0x00, 0x10, 0x79,
    0x03, 0x7E, 0x7D, 0x63, 0xCE, 0xD7, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};

TEST(PictureRasteriser, Bitmap_IsDrawnInItsShape) {
  const auto picture = rasterise_picture(two_pixels_png, 40, 40);
  ASSERT_TRUE(picture.has_value());
  EXPECT_EQ(picture->width, 40);
  EXPECT_EQ(picture->height, 20);
  EXPECT_EQ(picture->rgba[0], 255);
  EXPECT_EQ(picture->rgba[picture->rgba.size() - 3], 255);
  EXPECT_TRUE(rasterise_picture(as_bytes(left_half_green), 40, 40).has_value());
  EXPECT_FALSE(rasterise_picture(ByteView(two_pixels_png).first(30), 40, 40).has_value());
}

TEST(PictureRasteriser, BitmapThatSaysItIsHuge_IsNeverDecoded) {
  auto huge = two_pixels_png;
  huge[16] = 0x7F;
  EXPECT_EQ(rasterise_picture(huge, 40, 40).error().code, ErrorCode::BadInput);
}

}  // namespace
}  // namespace hornbook::platform
