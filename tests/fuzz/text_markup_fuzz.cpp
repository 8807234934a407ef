// Whatever a pack writes, it is parsed within the limits, said in words, and laid out in lines that hold its glyphs.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/support/fonts.hpp"
#include "ui/text/spoken.hpp"
#include "ui/text/text_layout.hpp"

namespace text = hornbook::ui::text;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static text::FontSet fonts = text::FontSet::open(hornbook::tests::font_files()).value();
  const std::string_view written(reinterpret_cast<const char*>(data), size);
  for (const text::SpokenPiece& piece : text::spoken_text(written, "en").pieces) {
    if (piece.source.begin > piece.source.end || piece.source.end > size) std::abort();
  }
  static_cast<void>(text::spoken(written, "ar"));
  const text::TextLayout layout = text::lay_out_text(written, {24, false, 1.5f}, "en", 200, fonts);
  if (layout.lines.empty() || layout.lines.back().glyphs_end != layout.glyphs.size()) std::abort();
  for (const text::PlacedRange& place : text::places_of(layout, {0, static_cast<std::uint32_t>(size)})) {
    if (place.line >= layout.lines.size() || !std::isfinite(place.x)) std::abort();
  }
  for (const text::TextLine& line : layout.lines) {
    if (!std::isfinite(line.start) || !(line.block_width <= layout.width)) std::abort();
  }
  for (const text::PlacedTable& table : layout.tables) {
    if (!(table.top + table.height <= layout.height) || !std::isfinite(table.width)) std::abort();
  }
  for (const text::PlacedPicture& picture : layout.pictures) {
    if (picture.at.line >= layout.lines.size() || !std::isfinite(picture.at.x)) std::abort();
  }
  for (const text::PlacedGlyph& glyph : layout.glyphs) {
    if (!std::isfinite(glyph.x) || !std::isfinite(glyph.y)) std::abort();
  }
  return 0;
}
