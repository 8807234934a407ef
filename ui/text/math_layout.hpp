// Sets mathematics: stacked fractions on the axis of the line, mixed numbers, spaces around signs.
#pragma once

#include <vector>

#include "ui/text/font_set.hpp"
#include "ui/text/math.hpp"

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

// Glyphs and bars from the left end of the baseline; `ascent` and `descent` hold their ink, both positive.
struct MathBox {
  float width = 0, ascent = 0, descent = 0;
  std::vector<PlacedGlyph> glyphs;
  std::vector<PlacedBar> bars;
};

[[nodiscard]] MathBox lay_out_math(const MathRow& row, float size_px, bool bold, FontSet& fonts);

}  // namespace hornbook::ui::text
