#include "ui/text/math_box.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hornbook::ui::text {
namespace {

template <class Thing>
void take_all(std::vector<Thing>& into, std::vector<Thing>& from) {
  if (into.empty()) {
    into = std::move(from);
  } else {
    std::move(from.begin(), from.end(), std::back_inserter(into));
  }
}

}  // namespace

void MathBox::move(float x, float y) {
  for (PlacedGlyph& glyph : glyphs) {
    glyph.x += x;
    glyph.y += y;
  }
  for (PlacedBar& bar : bars) {
    bar.x += x;
    bar.y += y;
  }
  for (PlacedStroke& stroke : strokes) {
    stroke.from_x += x;
    stroke.to_x += x;
    stroke.from_y += y;
    stroke.to_y += y;
  }
}

void MathBox::add(MathBox part, float x, float y) {
  const bool first = empty() && height() == 0;
  part.move(x, y);
  width = std::max(width, x + part.width);
  ascent = first ? part.ascent - y : std::max(ascent, part.ascent - y);
  descent = first ? part.descent + y : std::max(descent, part.descent + y);
  take_all(glyphs, part.glyphs);
  take_all(bars, part.bars);
  take_all(strokes, part.strokes);
}

}  // namespace hornbook::ui::text
