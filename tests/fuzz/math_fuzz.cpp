// Whatever stands between dollar signs becomes glyphs with finite places, in pieces as in one, and words.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/support/fonts.hpp"
#include "ui/text/math_layout.hpp"
#include "ui/text/math_spoken.hpp"

namespace text = hornbook::ui::text;

namespace {

void check(const text::MathBox& box) {
  if (!std::isfinite(box.width) || !std::isfinite(box.ascent) || !std::isfinite(box.descent)) std::abort();
  for (const text::PlacedGlyph& glyph : box.glyphs) {
    if (!std::isfinite(glyph.x) || !std::isfinite(glyph.y) || glyph.size_px <= 0) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static text::FontSet fonts = text::FontSet::open(hornbook::tests::font_files()).value();
  const std::string_view written(reinterpret_cast<const char*>(data), size);
  const text::MathFormula formula = text::parse_math(written, size % 2 == 0);
  const text::MathBox whole = text::lay_out_math(formula, 24, false, fonts);
  check(whole);
  std::size_t glyphs = 0;
  for (const text::MathPiece& piece : text::lay_out_math_in_pieces(formula, 24, false, fonts)) {
    check(piece.box);
    glyphs += piece.box.glyphs.size();
  }
  if (glyphs != whole.glyphs.size()) std::abort();
  static_cast<void>(text::say_math(formula.row, text::english_math_words()));
  static_cast<void>(text::write_math(formula.row));
  return 0;
}
