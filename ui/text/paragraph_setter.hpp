// One paragraph, entry or cell, shaped once and set in lines of any width.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "ui/text/text_content.hpp"

namespace hornbook::ui::text {

// What stands before a line, in the space that its indent leaves. Glyphs from the left end of its baseline.
struct LineMark {
  std::vector<PlacedGlyph> glyphs;
  float width = 0;
  float gap = 0;  // to the line
};

class ParagraphSetter {
 public:
  // `style` and `fonts` must live as long.
  ParagraphSetter(Content content, const TextStyle& style, std::string_view language, FontSet& fonts);

  // In one line.
  [[nodiscard]] float natural_width() const;
  // Of the widest part that no line ends in.
  [[nodiscard]] float widest_piece() const;

  // Adds lines to the layout, the first one from `top` on with the mark before it. Returns where they end.
  float set(float width_px, float top, TextLayout& layout, const LineMark* mark = nullptr) const;

 private:
  struct Ink {
    float ascent = 0, descent = 0;
  };
  void measure_characters();
  void keep_to_letters(std::uint32_t object);
  void measure_ink();
  [[nodiscard]] std::uint32_t line_end(std::uint32_t start, std::uint32_t count, float width_px) const;
  [[nodiscard]] float space_at_start(std::uint32_t start) const;
  void set_line(std::uint32_t start, std::uint32_t end, float top, TextLayout& layout, const LineMark* mark) const;
  void set_height(TextLine& line, std::uint32_t start, std::uint32_t end) const;
  [[nodiscard]] std::vector<const ShapedRun*> visual_order(std::uint32_t start, std::uint32_t end) const;
  void set_piece(const ShapedRun& run, std::uint32_t start, std::uint32_t end, TextLine& line,
                 TextLayout& layout) const;
  void start_cluster(std::uint32_t first, const TextLine& line, TextLayout& layout) const;
  void place_object(std::uint32_t character, const MathBox& box, TextLine& line, TextLayout& layout) const;

  Content content_;
  const TextStyle& style_;
  FontMetrics metrics_;
  Shaped shaped_;
  std::vector<float> advances_;
  std::vector<bool> starts_cluster_;
  std::map<FontIndex, Ink> ink_;
};

}  // namespace hornbook::ui::text
