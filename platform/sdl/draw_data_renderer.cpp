#include "platform/sdl/draw_data_renderer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace hornbook::platform {
namespace {

constexpr std::size_t bytes_per_pixel = 4;

// A vertex's colour is read in place: red, green, blue, alpha in this order in memory.
static_assert(IM_COL32_R_SHIFT == 0 && IM_COL32_A_SHIFT == 24 && SDL_BYTEORDER == SDL_LIL_ENDIAN);
static_assert(sizeof(SDL_Color) == sizeof(ImU32));

SDL_Rect clip_of(const ImDrawCmd& command, const ImDrawData& data) {
  const float left = std::floor((command.ClipRect.x - data.DisplayPos.x) * data.FramebufferScale.x);
  const float top = std::floor((command.ClipRect.y - data.DisplayPos.y) * data.FramebufferScale.y);
  const float right = std::ceil((command.ClipRect.z - data.DisplayPos.x) * data.FramebufferScale.x);
  const float bottom = std::ceil((command.ClipRect.w - data.DisplayPos.y) * data.FramebufferScale.y);
  return {static_cast<int>(left), static_cast<int>(top), static_cast<int>(right - left),
          static_cast<int>(bottom - top)};
}

enum class Cut { Inside, Crossing, Outside };

// How a triangle lies to the clip rectangle, by its bounding box.
Cut cut_of(const ImDrawVert* vertices, const ImDrawIdx* triangle, const SDL_Rect& clip) {
  float left = vertices[triangle[0]].pos.x, right = left;
  float top = vertices[triangle[0]].pos.y, bottom = top;
  for (int corner = 1; corner < 3; ++corner) {
    const ImVec2 at = vertices[triangle[corner]].pos;
    left = std::min(left, at.x);
    right = std::max(right, at.x);
    top = std::min(top, at.y);
    bottom = std::max(bottom, at.y);
  }
  const auto clip_left = static_cast<float>(clip.x), clip_right = static_cast<float>(clip.x + clip.w);
  const auto clip_top = static_cast<float>(clip.y), clip_bottom = static_cast<float>(clip.y + clip.h);
  if (right <= clip_left || left >= clip_right || bottom <= clip_top || top >= clip_bottom) return Cut::Outside;
  const bool inside = left >= clip_left && right <= clip_right && top >= clip_top && bottom <= clip_bottom;
  return inside ? Cut::Inside : Cut::Crossing;
}

}  // namespace

Done DrawDataRenderer::upload(const PixelView& pixels, const PixelRect& changed) {
  const auto width = static_cast<std::size_t>(pixels.width);
  if (pixels.rgba.size() < width * static_cast<std::size_t>(pixels.height) * bytes_per_pixel) {
    return fail(ErrorCode::OurBug, "texture", "the picture is smaller than its size says");
  }
  PixelRect part = changed;
  if (!texture_ || texture_width_ != pixels.width || texture_height_ != pixels.height) {
    texture_.reset(
        SDL_CreateTexture(&renderer_, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, pixels.width, pixels.height));
    if (!texture_)
      return fail(ErrorCode::StorageFailure, "texture", "there is no memory left for the screen's pictures");
    SDL_SetTextureBlendMode(texture_.get(), SDL_BLENDMODE_BLEND);
    texture_width_ = pixels.width;
    texture_height_ = pixels.height;
    part = {0, 0, pixels.width, pixels.height};
  }
  if (part.width <= 0 || part.height <= 0) return {};
  const std::size_t offset = static_cast<std::size_t>(part.y) * width + static_cast<std::size_t>(part.x);
  const SDL_Rect target{part.x, part.y, part.width, part.height};
  SDL_UpdateTexture(texture_.get(), &target, pixels.rgba.data() + offset * bytes_per_pixel,
                    static_cast<int>(width * bytes_per_pixel));
  return {};
}

void DrawDataRenderer::draw(const ImDrawData& data) {
  SDL_RenderSetScale(&renderer_, 1, 1);
  for (int i = 0; i < data.CmdListsCount; ++i) draw_list(*data.CmdLists[i], data);
  SDL_RenderSetClipRect(&renderer_, nullptr);
}

void DrawDataRenderer::draw_list(const ImDrawList& list, const ImDrawData& data) {
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback != nullptr) continue;
    const SDL_Rect clip = clip_of(command, data);
    if (clip.w <= 0 || clip.h <= 0) continue;
    SDL_RenderSetClipRect(&renderer_, &clip);
    draw_command(list, command, clip);
  }
}

void DrawDataRenderer::draw_command(const ImDrawList& list, const ImDrawCmd& command, const SDL_Rect& clip) {
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const int vertex_count = list.VtxBuffer.Size - static_cast<int>(command.VtxOffset);
  const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
  const auto send = [&](unsigned first, unsigned end) {
    if (first == end) return;
    SDL_RenderGeometryRaw(&renderer_, texture_.get(), &vertices->pos.x, sizeof(ImDrawVert),
                          reinterpret_cast<const SDL_Color*>(&vertices->col), sizeof(ImDrawVert), &vertices->uv.x,
                          sizeof(ImDrawVert), vertex_count, indices + first, static_cast<int>(end - first),
                          sizeof(ImDrawIdx));
  };
  unsigned first = 0;  // of the run of triangles that goes out in one call
  for (unsigned i = 0; i + 3 <= command.ElemCount; i += 3) {
    const Cut cut = cut_of(vertices, indices + i, clip);
    if (cut == Cut::Inside) continue;
    send(first, i);
    // SDL's software renderer copies two triangles that make a rectangle as a picture in whole texels, and loses a
    // stretched texel that the clip cuts; one triangle at a time is drawn exactly.
    if (cut == Cut::Crossing) send(i, i + 3);
    first = i + 3;
  }
  send(first, command.ElemCount);
}

}  // namespace hornbook::platform
