#include "platform/sdl/picture_rasteriser.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace hornbook::platform
