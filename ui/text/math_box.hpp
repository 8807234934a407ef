// Glyphs, bars and strokes with their places: what a formula becomes.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/text/font_set.hpp"

namespace hornbook::ui::text {

// A glyph with its pen on the baseline, y downwards, in pixels.
struct PlacedGlyph {
  FontIndex font = 0;
  std::uint32_t glyph = 0;
  float size_px = 0;
  float x = 0, y = 0;
};
// A filled rectangle: a fraction's bar, or one side of a place to fill.
struct PlacedBar {
  float x = 0, y = 0, width = 0, height = 0;
};
// A slanting line from one point to another, as through a cancelled term.
struct PlacedStroke {
  float from_x = 0, from_y = 0, to_x = 0, to_y = 0;
  float thickness = 1;
};

// Everything from the left end of the baseline. `ascent` and `descent` hold the ink, and may be negative.
struct MathBox {
  float width = 0, ascent = 0, descent = 0;
  std::vector<PlacedGlyph> glyphs;
  std::vector<PlacedBar> bars;
  std::vector<PlacedStroke> strokes;

  float italic = 0;  // how far slanted ink leans out at the right; not part of the width
  bool slanted = false;
  // A single glyph of the font of mathematics, which has kerning and a place for accents in its table.
  std::optional<PlacedGlyph> nucleus;
  // A symbol or a word: scripts keep to the line's heights instead of the box's.
  bool character = false;

  // Puts a part's pen at (x, y), y downwards, and widens the box to hold it.
  void add(MathBox part, float x, float y);
  void move(float x, float y);
  [[nodiscard]] bool empty() const { return glyphs.empty() && bars.empty() && strokes.empty(); }
  [[nodiscard]] float height() const { return ascent + descent; }
};

}  // namespace hornbook::ui::text
