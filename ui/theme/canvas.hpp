// Draws into a Dear ImGui draw list, from the one atlas alone: every primitive is an upright textured rectangle, so
// that a software renderer copies it and none has a jagged edge. All lengths are device pixels.
#pragma once

#include <imgui.h>

#include "ui/semantics/node.hpp"
#include "ui/text/text_layout.hpp"
#include "ui/theme/palette.hpp"
#include "ui/theme/sprites.hpp"

namespace hornbook::ui {

struct Tint {
  Color color;
  float opacity = 1;
};

// Lives for one frame. Texture coordinates are final after finish(), since the atlas may grow while a frame is drawn.
class Canvas {
 public:
  Canvas(ImDrawList& list, Sprites& sprites);

  // What is drawn from here on is cut to this rectangle.
  void clip_to(const Rect& clip) { clip_ = clip; }

  void fill(const Rect& box, Tint tint);
  void fill_rounded(const Rect& box, float radius, Tint tint);
  void outline_rounded(const Rect& box, float radius, float thickness, Tint tint);
  // A soft shadow around a rounded box; its inside is left out.
  void shadow(const Rect& box, float radius, float blur, Tint tint);
  void fill_disc(float x, float y, float radius, Tint tint);
  void outline_disc(float x, float y, float radius, float thickness, Tint tint);
  // A line with round ends. It is put together of short pieces, so that many lines share few shapes.
  void line(float x1, float y1, float x2, float y2, float thickness, Tint tint, float piece_length = 24);
  // A shape of its own, by name, at a place.
  void shape(const std::string& name, const Rect& box, Tint tint, const Coverage& coverage);
  // The picture as large as fits, in the middle of the box; a white tint leaves its colours. False when there is none.
  bool picture(std::string_view name, const Rect& box, Tint tint);
  // The same of a video.
  bool moving_picture(const MovingPicture& picture, const Rect& box, Tint tint);
  // Lines from the top of the box, each placed in its width, with the pictures in them; tables without their edges.
  void text(const text::TextLayout& layout, const Rect& box, TextAlign align, Tint tint);

  void finish();

 private:
  bool in_the_middle(const AtlasRegion& region, const Rect& box, Tint tint);
  void quad(const Rect& box, const Rect& texels, Tint tint);
  void sprite(const AtlasRegion& region, float x, float y, Tint tint);
  void stroke(const text::PlacedStroke& line, float left, float top, Tint tint);
  void corners(const AtlasRegion& region, const Rect& box, float radius, Tint tint);

  ImDrawList& list_;
  Sprites& sprites_;
  Rect clip_{-1e6f, -1e6f, 2e6f, 2e6f};
  int first_vertex_;
};

// Where the left end of something as wide as this is, when it is drawn in the box.
[[nodiscard]] float block_left(const text::TextLayout& layout, float width, const Rect& box, TextAlign align);
// Where the line's left end is, when it is drawn in the box.
[[nodiscard]] float line_left(const text::TextLayout& layout, const text::TextLine& line, const Rect& box,
                              TextAlign align);

// Edges on whole pixels.
[[nodiscard]] Rect snapped(const Rect& box);

}  // namespace hornbook::ui
