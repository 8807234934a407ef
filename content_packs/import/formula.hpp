// Formulas that others wrote: numbers with units, and words that only look like mathematics.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/engage/algebra/algebra.hpp"

namespace hornbook::content {

// A number with a unit: "9.8 m/s²", "9.8 \text{ m/s}", "25 °C". Nothing when it is something else: "5x", "3 apples".
[[nodiscard]] std::optional<engage::algebra::MathExpression> read_quantity(const std::string& text);

// So many letters in a row that are no name of mathematics, and nothing that words do not have: nobody multiplies so
// many letters without a sign.
[[nodiscard]] bool looks_like_words(std::string_view text, std::size_t letters = 4);

}  // namespace hornbook::content
