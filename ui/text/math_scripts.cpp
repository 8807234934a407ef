// Superscripts and subscripts, beside their base or above and below it.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/text/math_setter.hpp"

namespace hornbook::ui::text {
namespace {

std::optional<LimitsPlace> own_limits(const MathRow& base) {
  if (base.size() != 1) return std::nullopt;
  const MathItem& item = base[0];
  if (const auto* symbol = std::get_if<MathSymbol>(&item.what)) return symbol->limits;
  if (const auto* name = std::get_if<MathName>(&item.what)) return name->limits;
  if (const auto* group = std::get_if<MathGroup>(&item.what)) return group->limits;
  if (const auto* accent = std::get_if<MathAccent>(&item.what)) {
    return accent->takes_label ? std::optional(LimitsPlace::Above) : std::nullopt;
  }
  return std::nullopt;
}

// Primes and the degree sign have their height in the glyph.
bool is_raised_sign(const MathItem& item) {
  const auto* symbol = std::get_if<MathSymbol>(&item.what);
  return symbol != nullptr && (symbol->character == U'′' || symbol->character == U'∘' || symbol->character == U'°');
}

bool all_raised(const MathRow& row) { return !row.empty() && std::all_of(row.begin(), row.end(), is_raised_sign); }

}  // namespace

MathBox MathSetter::set(const MathScripts& scripts, MathStyle style) {
  MathBox base = row(scripts.base, style);
  const LimitsPlace place = scripts.limits.value_or(own_limits(scripts.base).value_or(LimitsPlace::Beside));
  const bool above = place == LimitsPlace::Above || (place == LimitsPlace::AboveInDisplay && style.display());
  if (above) {
    return limits(std::move(base), row(scripts.superscript, style.script()),
                  row(scripts.subscript, style.script().cramp()), style);
  }
  if (all_raised(scripts.superscript) && base.character) {
    MathBox raised = raised_signs(std::move(base), scripts.superscript, style);
    if (scripts.subscript.empty()) return raised;
    return beside(std::move(raised), MathScripts{{}, scripts.subscript, {}, std::nullopt}, style);
  }
  return beside(std::move(base), scripts, style);
}

MathBox MathSetter::raised_signs(MathBox base, const MathRow& signs, MathStyle style) {
  MathBox box = std::move(base);
  box.width += std::exchange(box.italic, 0.0f) * 0.5f;
  for (const MathItem& sign : signs) {
    MathSymbol symbol = std::get<MathSymbol>(sign.what);
    symbol.kind = MathClass::Ordinary;
    if (symbol.character == U'∘') symbol.character = U'°';
    box.add(font_.sign(symbol, size(style)), box.width, 0);
  }
  box.nucleus.reset();
  box.slanted = false;
  return box;
}

// Rules 18a to 18f.
MathBox MathSetter::beside(MathBox base, const MathScripts& scripts, MathStyle style) {
  MathBox upper = row(scripts.superscript, style.script());
  MathBox lower = row(scripts.subscript, style.script().cramp());
  const bool has_upper = !scripts.superscript.empty();
  const bool has_lower = !scripts.subscript.empty();
  float up = length(
      style.cramped ? HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED : HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP,
      style);
  float down = length(HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN, style);
  if (!base.character) {
    up = std::max(up, base.ascent - length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX, style));
    down = std::max(down, base.descent + length(HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN, style));
  }
  up = std::max(up, upper.descent + length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN, style));
  if (!has_upper) down = std::max(down, lower.ascent - length(HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX, style));
  if (has_upper && has_lower) {
    const float gap_min = length(HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN, style);
    const float missing = gap_min - ((up - upper.descent) - (lower.ascent - down));
    if (missing > 0) {
      down += missing;
      // Both go up as far as the superscript's bottom may.
      const float bottom_max = length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT, style);
      const float room = std::clamp(bottom_max - (up - upper.descent), 0.0f, missing);
      up += room;
      down -= room;
    }
  }
  const float upper_shift = std::round(up);
  const float lower_shift = std::round(down);
  float upper_x = base.width + base.italic;
  float lower_x = base.width;
  if (base.nucleus && has_upper && upper.nucleus) {
    upper_x += font_.kern(*base.nucleus, HB_OT_MATH_KERN_TOP_RIGHT, upper_shift - upper.descent) +
               font_.kern(*upper.nucleus, HB_OT_MATH_KERN_BOTTOM_LEFT, base.ascent - upper_shift);
  }
  if (base.nucleus && has_lower && lower.nucleus) {
    lower_x += font_.kern(*base.nucleus, HB_OT_MATH_KERN_BOTTOM_RIGHT, lower.ascent - lower_shift) +
               font_.kern(*lower.nucleus, HB_OT_MATH_KERN_TOP_LEFT, lower_shift - base.descent);
  }
  const float after = length(HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT, style);
  const float upper_end = has_upper ? upper_x + upper.width + upper.italic + after : 0;
  const float lower_end = has_lower ? lower_x + lower.width + lower.italic + after : 0;
  MathBox box = std::move(base);
  if (has_upper) box.add(std::move(upper), upper_x, -upper_shift);
  if (has_lower) box.add(std::move(lower), lower_x, lower_shift);
  box.width = std::max({box.width, upper_end, lower_end});
  box.italic = 0;
  box.slanted = false;
  box.nucleus.reset();
  box.character = false;
  return box;
}

// Rule 13a.
MathBox MathSetter::limits(MathBox base, MathBox above, MathBox below, MathStyle style) {
  const float lean = base.italic / 2;
  const float width = std::max({base.width, above.width, below.width});
  const float rise =
      std::round(base.ascent + std::max(length(HB_OT_MATH_CONSTANT_UPPER_LIMIT_BASELINE_RISE_MIN, style),
                                        length(HB_OT_MATH_CONSTANT_UPPER_LIMIT_GAP_MIN, style) + above.descent));
  const float drop =
      std::round(base.descent + std::max(length(HB_OT_MATH_CONSTANT_LOWER_LIMIT_BASELINE_DROP_MIN, style),
                                         length(HB_OT_MATH_CONSTANT_LOWER_LIMIT_GAP_MIN, style) + below.ascent));
  const float base_x = (width - base.width) / 2;
  const float above_x = (width - above.width) / 2 + lean;
  const float below_x = (width - below.width) / 2 - lean;
  const bool has_above = !above.empty();
  const bool has_below = !below.empty();
  MathBox box;
  box.add(std::move(base), base_x, 0);
  if (has_above) box.add(std::move(above), above_x, -rise);
  if (has_below) box.add(std::move(below), below_x, drop);
  box.width = width;
  return box;
}

}  // namespace hornbook::ui::text
