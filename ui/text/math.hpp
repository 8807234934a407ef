// Mathematics in running text: a small TeX subset, as a tree.
//
// What is understood: numbers and words, `+ - = < > : , ( ) %`, `\frac{a}{b}`, `\times`, `\div`, `\cdot`, `\le`, `\ge`,
// `\ne`, `\square` (a place to fill), `\text{words}`, `^` and braces. A number right before a fraction makes a mixed
// number. Anything else is shown as it was written: a text is never refused, since a child is waiting for it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook::ui::text {

enum class MathKind : std::uint8_t {
  Number,
  Word,
  Operator,
  Relation,
  Opening,
  Closing,
  Punctuation,
  Blank,
  Fraction,
  Superscript
};

struct MathItem {
  MathKind kind = MathKind::Number;
  std::string symbol;                        // UTF-8; empty for a fraction and a superscript
  std::vector<std::vector<MathItem>> parts;  // a fraction's numerator and denominator; a superscript's one part
};
using MathRow = std::vector<MathItem>;

// `tex` is what stands between the dollar signs. Nesting beyond limits::math_depth_max is shown flat.
[[nodiscard]] MathRow parse_math(std::string_view tex);

}  // namespace hornbook::ui::text
