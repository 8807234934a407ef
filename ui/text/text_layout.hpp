// A text in lines: glyphs, bars and strokes with their places, ready to be drawn.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/semantics/text_range.hpp"
#include "ui/text/font_set.hpp"
#include "ui/text/math_box.hpp"

namespace hornbook::ui::text {

struct TextStyle {
  float size_px = 24;  // of an em
  bool bold = false;
  float line_height = 1.5f;  // of the size; a line with a tall fraction is higher
};

// Something that stands in a line as a letter does, its middle level with that of the capitals.
struct InlineBox {
  float width = 0, height = 0;
};
struct PlacedBox {
  float x = 0, y = 0;  // of its upper left corner, as a line's glyphs
  std::uint32_t line = 0;
};

// A picture in a line, as wide as high.
struct PlacedPicture {
  std::string name;
  PlacedBox at;
  float size = 0;
};

// Pixels; y downwards from the top of the text. What a line holds starts at its left end, x = 0: whoever draws
// moves the whole line to align it. Entries of a list and rows of a table are aligned as one block, in which each line
// keeps its place; the lines of a table's row stand beside one another.
struct TextLine {
  float top = 0, baseline = 0, height = 0;
  float width = 0;        // without the spaces at its end, and without the mark before it
  float start = 0;        // how far from the block's start it starts: from the left, or from the right
  float block_width = 0;  // its own width when it is a block by itself
  std::uint32_t glyphs_begin = 0, glyphs_end = 0;
  std::uint32_t bars_begin = 0, bars_end = 0;
  std::uint32_t strokes_begin = 0, strokes_end = 0;
};
// Letters that are drawn as one, or a piece of a formula, from `x` on in its line.
struct PlacedCluster {
  TextRange source;  // of the markup
  std::uint32_t line = 0;
  float x = 0, width = 0;
};
// The ground and the edges of a table; x from the left end of its block, which is as wide as it is.
struct PlacedTable {
  float top = 0, height = 0, width = 0;
  float edge = 1;                    // how thick
  float head_height = 0;             // 0: without a head
  std::vector<float> columns, rows;  // where the edges between them begin
};
struct TextLayout {
  std::vector<TextLine> lines;
  std::vector<PlacedGlyph> glyphs;
  std::vector<PlacedBar> bars;
  std::vector<PlacedStroke> strokes;
  std::vector<PlacedCluster> clusters;  // line by line, from left to right
  std::vector<PlacedBox> boxes;         // as they were given; those without a place in the text are missing at the end
  std::vector<PlacedPicture> pictures;
  std::vector<PlacedTable> tables;
  float width = 0, height = 0;
  bool right_to_left = false;  // where a line starts
};

// Lays out marked-up text, wrapped at `width_px`. A word longer than a line is broken between letters; a
// formula ends its lines behind relations and operators, and a part of it that is still wider is set smaller. Never
// fails: bytes that are not UTF-8 show as replacement characters, and what is beyond limits::text_characters_max is
// left out. The n-th U+FFFC, the object replacement character, outside mathematics is the place of the n-th box.
// Columns of a table are as wide as what they hold, or share the width by what they need.
[[nodiscard]] TextLayout lay_out_text(std::string_view markup, const TextStyle& style, std::string_view language,
                                      float width_px, FontSet& fonts, const std::vector<InlineBox>& boxes = {});

// Where a part of the markup stands: boxes as high as the line's text, none empty, neighbours joined. A formula is one
// whole.
struct PlacedRange {
  std::uint32_t line = 0;
  float x = 0, width = 0;
};
[[nodiscard]] std::vector<PlacedRange> places_of(const TextLayout& layout, TextRange source);

}  // namespace hornbook::ui::text
