#include "ui/text/math_layout.hpp"

#include <hb.h>

#include <algorithm>
#include <cmath>

#include "ui/semantics/utf8.hpp"
#include "ui/text/shape.hpp"

namespace hornbook::ui::text {
namespace {

// Lengths in parts of the size. Children read these: a fraction's digits stay nearly as large as the text around it,
// where books for adults would set them at 0.7.
constexpr float fraction_scale = 0.86f;
constexpr float power_scale = 0.7f;
constexpr float smallest_scale = 0.62f;
constexpr float bar_thickness = 0.065f;
constexpr float bar_gap = 0.14f;
constexpr float bar_overhang = 0.1f;
constexpr float operator_space = 0.22f;
constexpr float relation_space = 0.3f;
constexpr float mixed_space = 0.12f;
constexpr float punctuation_space = 0.18f;
constexpr float power_rise = 0.42f;
constexpr float blank_side = 0.82f;

StyledText styled(const std::string& symbol, bool bold) {
  StyledText text;
  for (std::size_t at = 0; at < symbol.size();) {
    const Utf8Character character = decode_utf8(symbol, at);
    text.characters += character.code;
    at += character.bytes;
  }
  text.bold.assign(text.characters.size(), bold);
  return text;
}

class MathSetter {
 public:
  MathSetter(float text_size_px, bool bold, FontSet& fonts) : text_size_px_(text_size_px), bold_(bold), fonts_(fonts) {}

  MathBox row(const MathRow& items, float size_px) {
    MathBox box;
    for (std::size_t at = 0; at < items.size(); ++at) {
      box.width += space_before(items, at) * size_px;
      add(box, item(items[at], size_px), box.width, 0);
    }
    return box;
  }

 private:
  static bool binds_two(const MathRow& items, std::size_t at) {
    if (items[at].kind != MathKind::Operator || at == 0 || at + 1 == items.size()) return false;
    const MathKind before = items[at - 1].kind;
    return before != MathKind::Operator && before != MathKind::Relation && before != MathKind::Opening &&
           before != MathKind::Punctuation;
  }

  // A minus sign at the start belongs to its number; between two numbers it stands free.
  static float space_before(const MathRow& items, std::size_t at) {
    if (at == 0) return 0;
    const MathKind before = items[at - 1].kind;
    const MathKind kind = items[at].kind;
    if (kind == MathKind::Relation || before == MathKind::Relation) return relation_space;
    if (binds_two(items, at) || binds_two(items, at - 1)) return operator_space;
    if (before == MathKind::Punctuation) return punctuation_space;
    if (kind == MathKind::Fraction && before == MathKind::Number) return mixed_space;
    const bool words = before == MathKind::Word || kind == MathKind::Word;
    return words && before != MathKind::Opening && kind != MathKind::Closing && kind != MathKind::Punctuation &&
                   before != kind
               ? mixed_space
               : 0;
  }

  MathBox item(const MathItem& item, float size_px) {
    switch (item.kind) {
      case MathKind::Fraction:
        return fraction(item, size_px);
      case MathKind::Superscript:
        return power(item, size_px);
      case MathKind::Blank:
        return blank(size_px);
      default:
        return symbol(item.symbol, size_px);
    }
  }

  [[nodiscard]] float smaller(float size_px, float scale) const {
    return std::max(size_px * scale, text_size_px_ * smallest_scale);
  }

  MathBox fraction(const MathItem& item, float size_px) {
    const float part_size = smaller(size_px, fraction_scale);
    const MathBox numerator = row(item.parts[0], part_size);
    const MathBox denominator = row(item.parts[1], part_size);
    const float thickness = std::max(1.0f, std::round(size_px * bar_thickness));
    const float gap = std::max(1.0f, std::round(size_px * bar_gap));
    const float overhang = size_px * bar_overhang;
    const float axis = std::round(fonts_.metrics(FontSet::reading(bold_)).math_axis * size_px);
    const float bar_top = -axis - std::floor(thickness / 2);
    const float bar_width = std::max(numerator.width, denominator.width) + 2 * overhang;
    MathBox box;
    add(box, numerator, (bar_width - numerator.width) / 2, bar_top - gap - numerator.descent);
    add(box, denominator, (bar_width - denominator.width) / 2, bar_top + thickness + gap + denominator.ascent);
    box.bars.push_back({0, bar_top, bar_width, thickness});
    box.width = bar_width;
    return box;
  }

  MathBox power(const MathItem& item, float size_px) {
    MathBox box;
    add(box, row(item.parts[0], smaller(size_px, power_scale)), 0, -size_px * power_rise);
    return box;
  }

  // An empty square on the baseline: what the learner is to find.
  static MathBox blank(float size_px) {
    const float side = std::round(size_px * blank_side);
    const float line = std::max(1.0f, std::round(size_px * bar_thickness));
    MathBox box;
    box.width = side;
    box.ascent = side;
    box.bars = {
        {0, -side, side, line}, {0, -line, side, line}, {0, -side, line, side}, {side - line, -side, line, side}};
    return box;
  }

  MathBox symbol(const std::string& written, float size_px) {
    MathBox box;
    for (const ShapedRun& run : shape(styled(written, bold_), size_px, "en", fonts_).runs) {
      const float pixels = run.size_px / fonts_.units_per_em(run.font);
      for (const ShapedGlyph& glyph : run.glyphs) {
        box.glyphs.push_back({run.font, glyph.glyph, run.size_px, box.width + glyph.x, glyph.y});
        hb_glyph_extents_t ink{};
        if (hb_font_get_glyph_extents(fonts_.shaper(run.font), glyph.glyph, &ink)) {
          box.ascent = std::max(box.ascent, static_cast<float>(ink.y_bearing) * pixels);
          box.descent = std::max(box.descent, -static_cast<float>(ink.y_bearing + ink.height) * pixels);
        }
        box.width += glyph.advance;
      }
    }
    return box;
  }

  // Puts a part's pen at (x, y) and widens the box to hold it.
  static void add(MathBox& box, const MathBox& part, float x, float y) {
    for (PlacedGlyph glyph : part.glyphs) {
      glyph.x += x;
      glyph.y += y;
      box.glyphs.push_back(glyph);
    }
    for (PlacedBar bar : part.bars) {
      bar.x += x;
      bar.y += y;
      box.bars.push_back(bar);
    }
    box.width = std::max(box.width, x + part.width);
    box.ascent = std::max(box.ascent, part.ascent - y);
    box.descent = std::max(box.descent, part.descent + y);
  }

  float text_size_px_;
  bool bold_;
  FontSet& fonts_;
};

}  // namespace

MathBox lay_out_math(const MathRow& row, float size_px, bool bold, FontSet& fonts) {
  return MathSetter(size_px, bold, fonts).row(row, size_px);
}

}  // namespace hornbook::ui::text
