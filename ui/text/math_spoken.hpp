// A formula as it is said.
#pragma once

#include <string>

#include "ui/text/math.hpp"
#include "ui/text/math_words.hpp"

namespace hornbook::ui::text {

// In words: "\frac{3}{4}" is "three fourths", "x^2" is "x squared".
[[nodiscard]] std::string say_math(const MathRow& row, const MathWords& words);
// In one line of signs, for a language without words: "3/4", "x^2", "√(x + 1)".
[[nodiscard]] std::string write_math(const MathRow& row);

[[nodiscard]] std::string cardinal(long long number, const MathWords& words);
// "three fourths"; `denominator` above 0.
[[nodiscard]] std::string fraction_words(long long numerator, long long denominator, const MathWords& words);

}  // namespace hornbook::ui::text
