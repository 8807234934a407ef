// Accents, lines, arrows and braces over and under; things on top of one another.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/text/math_setter.hpp"

namespace hornbook::ui::text {
namespace {

// Of an em.
constexpr float mark_gap = 0.08f;
constexpr float arrow_padding = 0.4f;

bool is_combining(char32_t mark) { return (mark >= 0x0300 && mark <= 0x036F) || (mark >= 0x20D0 && mark <= 0x20FF); }

float ink_top(const MathBox& box) { return box.ascent; }

}  // namespace

MathBox MathSetter::set(const MathAccent& accent, MathStyle style) {
  MathBox base = row(accent.base, accent.below ? style : style.cramp());
  if (accent.mark == 0) return lined(std::move(base), accent.below, style);
  const float width = base.width + base.italic;
  if (is_combining(accent.mark)) {
    // Rule 12: the accent is drawn for letters of one height and rises with higher ones.
    MathBox mark =
        accent.stretched ? font_.across(accent.mark, width, true, size(style)) : font_.mark(accent.mark, size(style));
    const float drawn_for = length(HB_OT_MATH_CONSTANT_ACCENT_BASE_HEIGHT, style);
    const float rise = std::round(base.ascent - std::min(base.ascent, drawn_for));
    const float place = accent.stretched ? width / 2 : font_.accent_place(base);
    // Combining marks have no width: their ink stands to the left of the pen.
    const float own_place = font_.accent_place(mark);
    MathBox box = std::move(base);
    const float kept = box.width;
    mark.width = 0;
    box.add(std::move(mark), place - own_place, -rise);
    box.width = kept;
    return box;
  }
  MathBox mark = font_.across(accent.mark, width, false, size(style));
  const float gap = std::max(1.0f, std::round(mark_gap * size(style)));
  const float mark_width = mark.width;
  const float box_width = std::max(width, mark_width);
  const float base_x = (box_width - width) / 2;
  const float shift =
      accent.below ? std::round(base.descent + gap + ink_top(mark)) : -std::round(base.ascent + gap + mark.descent);
  MathBox box;
  box.add(std::move(base), base_x, 0);
  box.add(std::move(mark), (box_width - mark_width) / 2, shift);
  box.width = box_width;
  return box;
}

// Rules 9 and 10.
MathBox MathSetter::lined(MathBox base, bool below, MathStyle style) {
  const float line = thickness(
      below ? HB_OT_MATH_CONSTANT_UNDERBAR_RULE_THICKNESS : HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS, style);
  const float gap = std::round(
      length(below ? HB_OT_MATH_CONSTANT_UNDERBAR_VERTICAL_GAP : HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP, style));
  MathBox box = std::move(base);
  box.width += std::exchange(box.italic, 0.0f);
  box.nucleus.reset();
  box.slanted = box.character = false;
  if (below) {
    const float top = std::round(box.descent) + gap;
    box.bars.push_back({0, top, box.width, line});
    box.descent = top + line + length(HB_OT_MATH_CONSTANT_UNDERBAR_EXTRA_DESCENDER, style);
  } else {
    const float bottom = std::round(box.ascent) + gap;
    box.bars.push_back({0, -bottom - line, box.width, line});
    box.ascent = bottom + line + length(HB_OT_MATH_CONSTANT_OVERBAR_EXTRA_ASCENDER, style);
  }
  return box;
}

MathBox MathSetter::set(const MathStack& stack, MathStyle style) {
  return limits(row(stack.base, style), row(stack.above, style.script()), row(stack.below, style.script().cramp()),
                style);
}

MathBox MathSetter::set(const MathArrow& arrow, MathStyle style) {
  MathBox above = row(arrow.above, style.script());
  MathBox below = row(arrow.below, style.script().cramp());
  const float width = std::max(above.width, below.width) + 2 * arrow_padding * size(style);
  MathBox shaft = font_.across(arrow.arrow, width, false, size(style));
  const float rise = std::round(font_.axis(size(style)) - (shaft.ascent - shaft.descent) / 2);
  shaft.move(0, -rise);
  shaft.ascent += rise;
  shaft.descent -= rise;
  return limits(std::move(shaft), std::move(above), std::move(below), style);
}

}  // namespace hornbook::ui::text
