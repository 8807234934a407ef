// Fractions, binomials and roots.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/text/math_setter.hpp"

namespace hornbook::ui::text {
namespace {

// Of an em: the bar is a little longer than its longer part, and stands off what is beside it.
constexpr float bar_overhang = 0.08f;
constexpr float fraction_margin = 0.06f;
constexpr float slash_overlap = 0.06f;

}  // namespace

MathBox MathSetter::set(const MathFraction& fraction, MathStyle style) {
  if (fraction.size) style.size = *fraction.size;
  if (fraction.form == FractionForm::Slash) return slashed(fraction, style);
  const MathStyle part = fraction.continued ? MathStyle{style.size, style.cramped} : style.fraction_part();
  MathBox top = row(fraction.numerator, part);
  MathBox bottom = row(fraction.denominator, part.cramp());
  if (fraction.form == FractionForm::Bar) return barred(std::move(top), std::move(bottom), style);
  return between(fraction.opening, stacked(std::move(top), std::move(bottom), style), fraction.closing, style);
}

// Rule 15d.
MathBox MathSetter::barred(MathBox numerator, MathBox denominator, MathStyle style) {
  const bool display = style.display();
  const float line = thickness(HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS, style);
  const float bar_top = std::round(font_.axis(size(style)) + line / 2);
  const float bar_bottom = bar_top - line;
  const float up = std::max(length(display ? HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP
                                           : HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP,
                                   style),
                            bar_top + numerator.descent +
                                length(display ? HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN
                                               : HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN,
                                       style));
  const float down = std::max(length(display ? HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN
                                             : HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN,
                                     style),
                              denominator.ascent - bar_bottom +
                                  length(display ? HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN
                                                 : HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN,
                                         style));
  const float margin = fraction_margin * size(style);
  const float bar = std::max(numerator.width, denominator.width) + 2 * bar_overhang * size(style);
  const float numerator_x = margin + (bar - numerator.width) / 2;
  const float denominator_x = margin + (bar - denominator.width) / 2;
  MathBox box;
  box.add(std::move(numerator), numerator_x, -std::round(up));
  box.add(std::move(denominator), denominator_x, std::round(down));
  box.bars.push_back({margin, -bar_top, bar, line});
  box.width = bar + 2 * margin;
  return box;
}

// Rule 15c: without a bar.
MathBox MathSetter::stacked(MathBox top, MathBox bottom, MathStyle style) {
  const bool display = style.display();
  float up = length(
      display ? HB_OT_MATH_CONSTANT_STACK_TOP_DISPLAY_STYLE_SHIFT_UP : HB_OT_MATH_CONSTANT_STACK_TOP_SHIFT_UP, style);
  float down = length(
      display ? HB_OT_MATH_CONSTANT_STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN : HB_OT_MATH_CONSTANT_STACK_BOTTOM_SHIFT_DOWN,
      style);
  const float gap_min =
      length(display ? HB_OT_MATH_CONSTANT_STACK_DISPLAY_STYLE_GAP_MIN : HB_OT_MATH_CONSTANT_STACK_GAP_MIN, style);
  const float missing = gap_min - ((up - top.descent) - (bottom.ascent - down));
  if (missing > 0) {
    up += missing / 2;
    down += missing / 2;
  }
  const float width = std::max(top.width, bottom.width);
  const float top_x = (width - top.width) / 2;
  const float bottom_x = (width - bottom.width) / 2;
  MathBox box;
  box.add(std::move(top), top_x, -std::round(up));
  box.add(std::move(bottom), bottom_x, std::round(down));
  box.width = width;
  return box;
}

// "¾" of any numbers: raised, a slash, lowered.
MathBox MathSetter::slashed(const MathFraction& fraction, MathStyle style) {
  MathBox top = row(fraction.numerator, style.script());
  MathBox bottom = row(fraction.denominator, style.script().cramp());
  MathBox slash = font_.sign(MathSymbol{U'/'}, size(style));
  const float rise = std::round(std::max(0.0f, slash.ascent - top.ascent));
  const float overlap = slash_overlap * size(style);
  MathBox box;
  box.add(std::move(top), 0, -rise);
  box.add(std::move(slash), box.width - overlap, 0);
  box.add(std::move(bottom), box.width - overlap, 0);
  return box;
}

// Rule 11.
MathBox MathSetter::set(const MathRoot& root, MathStyle style) {
  MathBox content = row(root.content, style.cramp());
  content.width += content.italic;
  const float line = thickness(HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS, style);
  const float gap_min = length(style.display() ? HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP
                                               : HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP,
                               style);
  // An empty root keeps the height of a digit.
  const float ascent = std::max(content.ascent, font_.digits({"1"}, size(style)).ascent * 0.5f);
  MathBox sign = font_.upright(U'√', ascent + content.descent + gap_min + line, size(style));
  // What the sign is higher than needed is shared between the gap and the room below.
  const float gap = std::round((gap_min + sign.height() - line - ascent - content.descent) / 2);
  const float bar_top = std::round(ascent + std::max(gap, gap_min)) + line;
  const float shift = std::round(sign.ascent) - bar_top;
  MathBox box;
  if (!root.index.empty()) {
    MathBox index = row(root.index, {MathSize::ScriptOfScript, style.cramped});
    const float before = length(HB_OT_MATH_CONSTANT_RADICAL_KERN_BEFORE_DEGREE, style);
    const float after = length(HB_OT_MATH_CONSTANT_RADICAL_KERN_AFTER_DEGREE, style);
    const float raise = font_.share(HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT) * sign.height();
    const float bottom = -sign.descent - shift + raise;  // of the index, above the baseline
    const float width = index.width;
    const float rise = std::round(bottom + index.descent);
    box.add(std::move(index), before, -rise);
    box.width = std::max(0.0f, before + width + after);
  }
  const float sign_x = std::round(box.width);
  const float sign_width = sign.width;
  box.add(std::move(sign), sign_x, shift);
  const float content_x = sign_x + sign_width;
  const float content_width = content.width;
  box.add(std::move(content), content_x, 0);
  // The bar begins within the sign's own stub.
  box.bars.push_back({content_x - line, -bar_top, content_width + line + bar_overhang * size(style), line});
  box.width = content_x + content_width + bar_overhang * size(style);
  box.ascent = std::max(box.ascent, bar_top + length(HB_OT_MATH_CONSTANT_RADICAL_EXTRA_ASCENDER, style));
  return box;
}

}  // namespace hornbook::ui::text
