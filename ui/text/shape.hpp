// From characters to positioned glyphs, before lines are broken: direction, script, font and shape of every piece.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/text/font_set.hpp"

namespace hornbook::ui::text {

// A glyph in pixels; `x` and `y` are its offset from the pen, y downwards.
struct ShapedGlyph {
  std::uint32_t glyph = 0;
  std::uint32_t cluster = 0;  // the first character it stands for
  float advance = 0, x = 0, y = 0;
};

// Characters that are drawn with one font in one direction; glyphs stand in visual order.
struct ShapedRun {
  std::uint32_t begin = 0, end = 0;  // characters
  std::uint8_t level = 0;            // of bidirectional embedding; odd is right to left
  FontIndex font = 0;
  float size_px = 0;              // after the font's size factor
  float ascent = 0, descent = 0;  // of its ink, above and below the baseline
  std::vector<ShapedGlyph> glyphs;
};

struct StyledText {
  std::u32string characters;
  std::vector<bool> bold;  // one for each character
};

struct Shaped {
  std::vector<ShapedRun> runs;       // in logical order, covering every character once
  std::vector<std::uint8_t> breaks;  // after each character: 0 when no line may end there, 3 when it may; mathematics
                                     // puts less good places between
};

// `language` chooses language-specific shapes and the base direction, unless all letters run the other way.
[[nodiscard]] Shaped shape(const StyledText& text, float size_px, std::string_view language, FontSet& fonts);

}  // namespace hornbook::ui::text
