// Draw lists in, pixels out: what is on the PNG is what a person would see.
#include "platform/sdl/display.hpp"

#include <SDL_image.h>
#include <gtest/gtest.h>
#include <imgui_internal.h>

#include "runtime/core/bytes.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::platform {
namespace {

constexpr std::uint32_t red = IM_COL32(255, 0, 0, 255);
constexpr std::uint32_t white = IM_COL32(255, 255, 255, 255);

// One draw list with one command, without a Dear ImGui context.
struct Quads {
  ImDrawListSharedData shared;
  ImDrawList list{&shared};
  ImDrawList* lists = &list;

  Quads() {
    list._ResetForNewFrame();
    list.PushClipRect({0, 0}, {64, 64});
    list.PushTextureID(nullptr);
  }
  void add(ImVec2 from, ImVec2 to, ImVec2 uv_from, ImVec2 uv_to, std::uint32_t colour) {
    list.PrimReserve(6, 4);
    list.PrimRectUV(from, to, uv_from, uv_to, colour);
  }
  ImDrawData data() {
    ImDrawData result;
    result.Valid = true;
    result.CmdLists = &lists;
    result.CmdListsCount = 1;
    result.DisplaySize = {64, 64};
    result.FramebufferScale = {1, 1};
    return result;
  }
};

constexpr int side = 8;  // of the texture

class InMemory : public testing::Test {
 protected:
  // Left half white, right half transparent. Texture coordinates below lie on the texels' edges, as the atlas's do.
  void SetUp() override {
    ASSERT_TRUE(display);
    for (int i = 0; i < side * side; ++i) {
      const std::uint8_t alpha = i % side < side / 2 ? 255 : 0;
      pixels.insert(pixels.end(), {255, 255, 255, alpha});
    }
    ASSERT_TRUE(display->renderer().upload({pixels, side, side}, {0, 0, side, side}));
  }
  SDL_Color pixel(int x, int y) {
    const auto path = folder.path() / "frame.png";
    EXPECT_TRUE(display->save_png(path));
    const SdlSurface loaded(IMG_Load(path.c_str()));
    const SdlSurface rgba(SDL_ConvertSurfaceFormat(loaded.get(), SDL_PIXELFORMAT_RGBA32, 0));
    EXPECT_EQ(rgba->w, 64);
    const auto* at = static_cast<const std::uint8_t*>(rgba->pixels) + y * rgba->pitch + x * 4;
    return {at[0], at[1], at[2], at[3]};
  }

  test::TemporaryDirectory folder;
  Result<Display> display = Display::open_in_memory({64, 64});
  Bytes pixels;
  Quads quads;
};

TEST_F(InMemory, AFilledQuad_HasItsColourInsideAndNoneOutside) {
  quads.add({8, 8}, {24, 24}, {0.125f, 0.125f}, {0.25f, 0.25f}, red);
  display->show(quads.data());
  EXPECT_EQ(pixel(16, 16).r, 255);
  EXPECT_EQ(pixel(16, 16).g, 0);
  EXPECT_EQ(pixel(30, 30).r, 0);
}

TEST_F(InMemory, TransparentTexels_LeaveTheGround) {
  quads.add({0, 0}, {64, 64}, {0.125f, 0.125f}, {0.25f, 0.25f}, red);
  quads.add({8, 8}, {24, 24}, {0.75f, 0.125f}, {0.875f, 0.25f}, white);
  display->show(quads.data());
  EXPECT_EQ(pixel(16, 16).g, 0);
}

TEST_F(InMemory, WhatLiesOutsideTheClip_IsCutOff) {
  quads.list.PushClipRect({0, 0}, {12, 64}, true);
  quads.add({8, 8}, {24, 24}, {0.125f, 0.125f}, {0.25f, 0.25f}, red);
  display->show(quads.data());
  EXPECT_EQ(pixel(10, 10).r, 255);
  EXPECT_EQ(pixel(16, 16).r, 0);
}

TEST_F(InMemory, AChangedPartOfTheTexture_IsSeenInTheNextFrame) {
  for (std::uint8_t& value : pixels) value = 255 - value;  // left half black and transparent, right half opaque
  ASSERT_TRUE(display->renderer().upload({pixels, side, side}, {1, 1, 1, 1}));
  quads.add({0, 0}, {64, 64}, {0.125f, 0.125f}, {0.25f, 0.25f}, white);
  display->show(quads.data());
  EXPECT_EQ(pixel(16, 16).r, 0);
  quads.add({0, 0}, {64, 64}, {0.25f, 0.25f}, {0.375f, 0.375f}, white);
  display->show(quads.data());
  EXPECT_EQ(pixel(16, 16).r, 255) << "outside the changed part the texture stays as it was";
}

TEST_F(InMemory, AShortPicture_IsRefused) {
  pixels.pop_back();
  EXPECT_EQ(display->renderer().upload({pixels, side, side}, {0, 0, side, side}).error().code, ErrorCode::OurBug);
}

TEST_F(InMemory, FramesAreCounted) {
  display->show(quads.data());
  display->show(quads.data());
  EXPECT_EQ(display->frames(), 2u);
}

TEST_F(InMemory, AFolderThatIsNotThere_IsAStorageFailure) {
  EXPECT_EQ(display->save_png(folder.path() / "none/x.png").error().code, ErrorCode::StorageFailure);
}

}  // namespace
}  // namespace hornbook::platform
