// Delimiters: as high as what they hold, or of a given size.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/text/math_setter.hpp"

namespace hornbook::ui::text {
namespace {

// A delimiter may be this much lower than its content (plain TeX's \delimiterfactor and \delimitershortfall).
constexpr float delimiter_share = 0.901f;
constexpr float delimiter_shortfall_ems = 0.5f;
// Of an em: \big, \Big, \bigg, \Bigg.
constexpr std::array<float, 4> big_sizes{1.15f, 1.75f, 2.35f, 2.95f};
// Where a delimiter is left out.
constexpr float empty_delimiter_ems = 0.1f;

}  // namespace

// Rule 19.
MathBox MathSetter::delimiter(char32_t sign, const MathBox& content, MathStyle style) {
  MathBox box;
  if (sign == 0) {
    box.width = empty_delimiter_ems * size(style);
    return box;
  }
  const float axis = font_.axis(size(style));
  const float reach = 2 * std::max(content.ascent - axis, content.descent + axis);
  const float wanted = std::max(reach * delimiter_share, reach - delimiter_shortfall_ems * size(style));
  // The sign of the text itself when it is high enough.
  MathBox plain = font_.sign(MathSymbol{sign, MathClass::Ordinary, Alphabet::Upright}, size(style));
  const float plain_reach = 2 * std::min(plain.ascent - axis, plain.descent + axis);
  if (plain_reach >= wanted) return plain;
  return font_.upright(sign, wanted, size(style));
}

MathBox MathSetter::between(char32_t opening, MathBox content, char32_t closing, MathStyle style) {
  if (opening == 0 && closing == 0) return content;
  MathBox left = delimiter(opening, content, style);
  MathBox right = delimiter(closing, content, style);
  content.width += std::exchange(content.italic, 0.0f);
  MathBox box = std::move(left);
  box.character = false;
  box.nucleus.reset();
  box.add(std::move(content), box.width, 0);
  box.add(std::move(right), box.width, 0);
  return box;
}

MathBox MathSetter::set(const MathFence& fence, MathStyle style) {
  std::vector<MathBox> parts;
  MathBox tallest;
  for (const MathRow& part : fence.parts) {
    parts.push_back(row(part, style));
    tallest.ascent = std::max(tallest.ascent, parts.back().ascent);
    tallest.descent = std::max(tallest.descent, parts.back().descent);
  }
  MathBox box;
  for (std::size_t at = 0; at < fence.delimiters.size(); ++at) {
    const bool middle = at > 0 && at + 1 < fence.delimiters.size();
    const float space = middle ? size(style) * 5 / 18 : 0;
    box.add(delimiter(fence.delimiters[at], tallest, style), box.width + space, 0);
    if (at >= parts.size()) continue;
    const float italic = parts[at].italic;
    box.add(std::move(parts[at]), box.width + space, 0);
    box.width += italic;
  }
  return box;
}

MathBox MathSetter::set(const MathDelimiter& delimiter, MathStyle style) {
  MathBox box = font_.upright(delimiter.character, big_sizes[delimiter.size - 1u] * size(style), size(style));
  box.character = false;
  return box;
}

}  // namespace hornbook::ui::text
