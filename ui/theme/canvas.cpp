#include "ui/theme/canvas.hpp"

#include <algorithm>
#include <cmath>

#include "ui/theme/coverage.hpp"

namespace hornbook::ui {
namespace {

ImU32 packed(Tint tint) {
  const auto alpha = static_cast<int>(std::lround(std::clamp(tint.opacity, 0.0f, 1.0f) * 255));
  return IM_COL32(tint.color.red, tint.color.green, tint.color.blue, alpha);
}

Rect whole(const AtlasRegion& region) {
  return {static_cast<float>(region.x), static_cast<float>(region.y), static_cast<float>(region.width),
          static_cast<float>(region.height)};
}

float fitting_radius(const Rect& box, float radius) {
  return std::floor(std::min({std::round(radius), box.width / 2, box.height / 2}));
}

std::string named(const char* kind, float first, float second) {
  return std::string(kind) + " " + std::to_string(std::lround(first)) + " " + std::to_string(std::lround(second));
}

}  // namespace

Rect snapped(const Rect& box) {
  const float left = std::round(box.x);
  const float top = std::round(box.y);
  return {left, top, std::round(box.x + box.width) - left, std::round(box.y + box.height) - top};
}

Canvas::Canvas(ImDrawList& list, Sprites& sprites)
    : list_(list), sprites_(sprites), first_vertex_(list.VtxBuffer.Size) {}

// Texture coordinates are kept in texels until the size of the atlas is final.
void Canvas::quad(const Rect& box, const Rect& texels, Tint tint) {
  const float left = std::max(box.x, clip_.x);
  const float top = std::max(box.y, clip_.y);
  const float right = std::min(box.x + box.width, clip_.x + clip_.width);
  const float bottom = std::min(box.y + box.height, clip_.y + clip_.height);
  if (right <= left || bottom <= top || tint.opacity <= 0) return;
  const float u_step = texels.width / box.width;
  const float v_step = texels.height / box.height;
  const ImVec2 uv_start(texels.x + (left - box.x) * u_step, texels.y + (top - box.y) * v_step);
  const ImVec2 uv_end(texels.x + (right - box.x) * u_step, texels.y + (bottom - box.y) * v_step);
  list_.PrimReserve(6, 4);
  list_.PrimRectUV(ImVec2(left, top), ImVec2(right, bottom), uv_start, uv_end, packed(tint));
}

void Canvas::sprite(const AtlasRegion& region, float x, float y, Tint tint) {
  if (region.width == 0) return;
  quad({x, y, static_cast<float>(region.width), static_cast<float>(region.height)}, whole(region), tint);
}

void Canvas::fill(const Rect& box, Tint tint) {
  // One point in the middle of the white: renderers fill such a rectangle without reading the texture.
  const AtlasRegion& white = sprites_.white();
  const Rect point{static_cast<float>(white.x) + static_cast<float>(white.width) / 2,
                   static_cast<float>(white.y) + static_cast<float>(white.height) / 2, 0, 0};
  quad(box, point, tint);
}

void Canvas::corners(const AtlasRegion& region, const Rect& box, float radius, Tint tint) {
  const Rect texels = whole(region);
  for (const bool right : {false, true}) {
    for (const bool bottom : {false, true}) {
      const Rect place{right ? box.x + box.width - radius : box.x, bottom ? box.y + box.height - radius : box.y, radius,
                       radius};
      const Rect quarter{right ? texels.x + texels.width - radius : texels.x,
                         bottom ? texels.y + texels.height - radius : texels.y, radius, radius};
      quad(place, quarter, tint);
    }
  }
}

void Canvas::fill_rounded(const Rect& wanted, float wanted_radius, Tint tint) {
  const Rect box = snapped(wanted);
  const float radius = fitting_radius(box, wanted_radius);
  if (radius < 1) return fill(box, tint);
  const int side = static_cast<int>(radius) * 2;
  corners(sprites_.shape(named("disc", radius, 0), side, side,
                         [=](float x, float y) { return disc_coverage(x - radius, y - radius, radius); }),
          box, radius, tint);
  fill({box.x + radius, box.y, box.width - 2 * radius, radius}, tint);
  fill({box.x, box.y + radius, box.width, box.height - 2 * radius}, tint);
  fill({box.x + radius, box.y + box.height - radius, box.width - 2 * radius, radius}, tint);
}

void Canvas::outline_rounded(const Rect& wanted, float wanted_radius, float wanted_thickness, Tint tint) {
  const Rect box = snapped(wanted);
  const float radius = fitting_radius(box, wanted_radius);
  const float thickness = std::max(1.0f, std::round(wanted_thickness));
  if (radius >= 1) {
    const int side = static_cast<int>(radius) * 2;
    corners(sprites_.shape(named("ring", radius, thickness), side, side,
                           [=](float x, float y) { return ring_coverage(x - radius, y - radius, radius, thickness); }),
            box, radius, tint);
  }
  const float inner_height = box.height - 2 * std::max(radius, thickness);
  const float edge_top = box.y + std::max(radius, thickness);
  fill({box.x + radius, box.y, box.width - 2 * radius, thickness}, tint);
  fill({box.x + radius, box.y + box.height - thickness, box.width - 2 * radius, thickness}, tint);
  fill({box.x, edge_top, thickness, inner_height}, tint);
  fill({box.x + box.width - thickness, edge_top, thickness, inner_height}, tint);
}

void Canvas::shadow(const Rect& wanted, float radius, float blur, Tint tint) {
  const float margin = std::max(1.0f, std::round(blur));
  const Rect box = snapped(wanted);
  const float patch = margin + std::max(fitting_radius(box, radius), margin);
  const Rect outer{box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin};
  if (outer.width < 2 * patch || outer.height < 2 * patch) return;
  const int side = static_cast<int>(patch) * 2 + 1;
  const AtlasRegion region = sprites_.shape(named("shadow", patch, margin), side, side, [=](float x, float y) {
    return shadow_coverage(x, y, static_cast<float>(side), patch - margin, margin);
  });
  corners(region, outer, patch, tint);
  const Rect texels = whole(region);
  const float inner_width = outer.width - 2 * patch;
  const float inner_height = outer.height - 2 * patch;
  quad({outer.x + patch, outer.y, inner_width, patch}, {texels.x + patch, texels.y, 1, patch}, tint);
  quad({outer.x + patch, outer.y + patch + inner_height, inner_width, patch},
       {texels.x + patch, texels.y + patch + 1, 1, patch}, tint);
  quad({outer.x, outer.y + patch, patch, inner_height}, {texels.x, texels.y + patch, patch, 1}, tint);
  quad({outer.x + patch + inner_width, outer.y + patch, patch, inner_height},
       {texels.x + patch + 1, texels.y + patch, patch, 1}, tint);
}

void Canvas::fill_disc(float x, float y, float radius, Tint tint) {
  const float whole_radius = std::max(1.0f, std::round(radius));
  fill_rounded({std::round(x) - whole_radius, std::round(y) - whole_radius, 2 * whole_radius, 2 * whole_radius},
               whole_radius, tint);
}

void Canvas::outline_disc(float x, float y, float radius, float thickness, Tint tint) {
  const float whole_radius = std::max(1.0f, std::round(radius));
  outline_rounded({std::round(x) - whole_radius, std::round(y) - whole_radius, 2 * whole_radius, 2 * whole_radius},
                  whole_radius, thickness, tint);
}

void Canvas::shape(const std::string& name, const Rect& wanted, Tint tint, const Coverage& coverage) {
  const Rect box = snapped(wanted);
  const auto width = static_cast<int>(box.width);
  const auto height = static_cast<int>(box.height);
  const std::string full_name = named(name.c_str(), box.width, box.height);
  sprite(sprites_.shape(full_name, width, height, coverage), box.x, box.y, tint);
}

void Canvas::line(float x1, float y1, float x2, float y2, float thickness, Tint tint, float piece_length) {
  const float width = std::max(1.0f, std::round(thickness));
  const float length = std::hypot(x2 - x1, y2 - y1);
  const int pieces = std::max(1, static_cast<int>(std::ceil(length / piece_length)));
  const auto between = [&](float from, float to, int piece) {
    return std::round(from + (to - from) * static_cast<float>(piece) / static_cast<float>(pieces));
  };
  const float outset = std::ceil(width / 2) + 1;
  for (int piece = 0; piece < pieces; ++piece) {
    const float from_x = between(x1, x2, piece);
    const float from_y = between(y1, y2, piece);
    const float across = between(x1, x2, piece + 1) - from_x;
    const float down = between(y1, y2, piece + 1) - from_y;
    const float left = std::min(0.0f, across) - outset;
    const float top = std::min(0.0f, down) - outset;
    const Rect box{from_x + left, from_y + top, std::abs(across) + 2 * outset, std::abs(down) + 2 * outset};
    const std::string name = named("line", width, (across > 0) == (down > 0) ? 1 : 0);
    shape(name, box, tint,
          [=](float x, float y) { return stroke_coverage(x + left, y + top, 0, 0, across, down, width); });
  }
}

bool Canvas::picture(std::string_view name, const Rect& wanted, Tint tint) {
  const Rect box = snapped(wanted);
  const int width = std::min(static_cast<int>(box.width), Atlas::width_px - 2);
  if (width < 1 || box.height < 1) return false;
  return in_the_middle(sprites_.picture(name, width, static_cast<int>(box.height)), box, tint);
}

bool Canvas::moving_picture(const MovingPicture& picture, const Rect& wanted, Tint tint) {
  const Rect box = snapped(wanted);
  const int width = std::min(static_cast<int>(box.width), Atlas::width_px - 2);
  if (width < 1 || box.height < 1) return false;
  return in_the_middle(sprites_.moving_picture(picture, width, static_cast<int>(box.height)), box, tint);
}

bool Canvas::in_the_middle(const AtlasRegion& region, const Rect& box, Tint tint) {
  if (region.width == 0) return false;
  sprite(region, std::floor(box.x + (box.width - static_cast<float>(region.width)) / 2),
         std::floor(box.y + (box.height - static_cast<float>(region.height)) / 2), tint);
  return true;
}

void Canvas::stroke(const text::PlacedStroke& line, float left, float top, Tint tint) {
  const float outset = std::ceil(line.thickness / 2) + 1;
  const float x = std::floor(std::min(line.from_x, line.to_x) - outset);
  const float y = std::floor(std::min(line.from_y, line.to_y) - outset);
  const float width = std::ceil(std::max(line.from_x, line.to_x) + outset) - x;
  const float height = std::ceil(std::max(line.from_y, line.to_y) + outset) - y;
  const bool rising = (line.from_y > line.to_y) == (line.to_x > line.from_x);
  const std::string kind = named(rising ? "rising" : "falling", line.thickness * 4, 0);
  shape(kind, {left + x, top + y, width, height}, tint, [=](float column, float row) {
    return stroke_coverage(x + column, y + row, line.from_x, line.from_y, line.to_x, line.to_y, line.thickness);
  });
}

float block_left(const text::TextLayout& layout, float width, const Rect& box, TextAlign align) {
  const bool to_the_right = (align == TextAlign::End) != layout.right_to_left;
  const float room = box.width - width;
  return std::round(box.x + (align == TextAlign::Center ? room / 2 : to_the_right ? room : 0));
}

float line_left(const text::TextLayout& layout, const text::TextLine& line, const Rect& box, TextAlign align) {
  const float start = layout.right_to_left ? line.block_width - line.start - line.width : line.start;
  return std::round(block_left(layout, line.block_width, box, align) + start);
}

void Canvas::text(const text::TextLayout& layout, const Rect& box, TextAlign align, Tint tint) {
  for (const text::TextLine& line : layout.lines) {
    const float left = line_left(layout, line, box, align);
    const float top = std::round(box.y);
    for (std::uint32_t at = line.glyphs_begin; at < line.glyphs_end; ++at) {
      const text::PlacedGlyph& placed = layout.glyphs[at];
      const GlyphSprite glyph = sprites_.glyph(placed);
      sprite(glyph.region, left + std::round(placed.x) + static_cast<float>(glyph.left),
             top + std::round(placed.y) - static_cast<float>(glyph.top), tint);
    }
    for (std::uint32_t at = line.bars_begin; at < line.bars_end; ++at) {
      const text::PlacedBar& bar = layout.bars[at];
      fill(snapped({left + bar.x, top + bar.y, bar.width, bar.height}), tint);
    }
    for (std::uint32_t at = line.strokes_begin; at < line.strokes_end; ++at) {
      stroke(layout.strokes[at], left, top, tint);
    }
  }
  for (const text::PlacedPicture& placed : layout.pictures) {
    const float left = line_left(layout, layout.lines[placed.at.line], box, align) + placed.at.x;
    picture(placed.name, {left, std::round(box.y) + placed.at.y, placed.size, placed.size},
            {{255, 255, 255}, tint.opacity});
  }
}

void Canvas::finish() {
  const float width = static_cast<float>(sprites_.atlas().width());
  const float height = static_cast<float>(sprites_.atlas().height());
  for (int at = first_vertex_; at < list_.VtxBuffer.Size; ++at) {
    ImVec2& uv = list_.VtxBuffer[at].uv;
    uv = ImVec2(uv.x / width, uv.y / height);
  }
  first_vertex_ = list_.VtxBuffer.Size;
}

}  // namespace hornbook::ui
