// What Pango makes of a text, to compare ui/text with: glyphs, places and line ends, set from font files that are
// chosen for each stretch of it, so that only shaping and setting are judged. Pixels, y downwards, x from the line's
// left end; sizes are unhinted, places in Pango's units of 1/1024 pixel.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace hornbook::tests {

// Characters from here to the next stretch are set in this font.
struct PangoStretch {
  std::size_t begin_bytes = 0;
  std::string font_file;
  float size_px = 0;
};
struct PangoText {
  std::string text;  // UTF-8, one paragraph
  std::string language;
  bool right_to_left = false;  // of the paragraph
  std::vector<PangoStretch> stretches;
  float width_px = 0;
};
struct PangoGlyph {
  std::string font_file;
  std::uint32_t glyph = 0;
  std::size_t byte = 0;  // where its cluster starts in the text
  float x = 0, y = 0;
};
struct PangoLine {
  std::vector<PangoGlyph> glyphs;  // from left to right
};
// 8-bit coverage, as Pango draws it.
struct PangoPicture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> coverage;
};

// Opens the font files once; not thread-safe.
class Pango {
 public:
  explicit Pango(const std::vector<std::string>& font_files);
  ~Pango();

  [[nodiscard]] std::vector<PangoLine> set(const PangoText& text);
  [[nodiscard]] PangoPicture draw(const PangoText& text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hornbook::tests
