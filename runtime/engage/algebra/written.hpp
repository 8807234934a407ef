// An answer written down again from what was understood of it: for the screen, and as it can be typed.
#pragma once

#include <string>
#include <vector>

#include "runtime/engage/algebra/algebra.hpp"

namespace hornbook::engage::algebra {

// TeX without `$`, in the subset that the pack's texts use. Commas are read as between items, or as thousands where
// only that makes sense of them.
[[nodiscard]] std::string in_tex(const MathExpression& expression);

// As somebody types it: "3/4", "2x^2", "√(x + 1)". parse_expression(), or parse_quantity() for a quantity, reads it as
// the same answer.
[[nodiscard]] std::string as_typed(const MathExpression& expression);

// What is needed to type it beside digits, the point, + − × / ^ and round brackets: letters, names of functions, signs.
// Each once, letters first.
[[nodiscard]] std::vector<std::string> signs_to_type(const MathExpression& expression);

}  // namespace hornbook::engage::algebra
