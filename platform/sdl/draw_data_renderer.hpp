// Draws Dear ImGui's draw lists with SDL_Renderer: the same triangles in a window and in memory.
// Thread rule: the thread that owns the renderer.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <span>

#include "platform/sdl/handles.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

// A part of a picture, in pixels.
struct PixelRect {
  int x = 0, y = 0, width = 0, height = 0;
};

// A picture in memory: rows of red, green, blue, alpha bytes, not premultiplied, without gaps.
struct PixelView {
  std::span<const std::uint8_t> rgba;
  int width = 0, height = 0;
};

class DrawDataRenderer {
 public:
  explicit DrawDataRenderer(SDL_Renderer& renderer) : renderer_(renderer) {}

  // Sends the changed part of the one texture that every draw command uses. A picture of another size replaces the
  // texture. OurBug when `pixels` is shorter than its size says, StorageFailure when there is no memory.
  [[nodiscard]] Done upload(const PixelView& pixels, const PixelRect& changed);

  // Draws into the renderer's target. Each command is cut to its clip rectangle.
  void draw(const ImDrawData& data);

 private:
  void draw_list(const ImDrawList& list, const ImDrawData& data);
  void draw_command(const ImDrawList& list, const ImDrawCmd& command, const SDL_Rect& clip);

  SDL_Renderer& renderer_;
  SdlTexture texture_;
  int texture_width_ = 0, texture_height_ = 0;
};

}  // namespace hornbook::platform
