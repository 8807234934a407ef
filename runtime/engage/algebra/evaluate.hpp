// The value of a scalar where its letters have given values, between exact bounds.
#pragma once

#include <map>
#include <set>
#include <string>

#include "runtime/engage/algebra/bounds.hpp"
#include "runtime/engage/algebra/syntax.hpp"

namespace hornbook::engage::algebra {

using Point = std::map<std::string, Number>;

// Nothing when the value is not real or not defined there, when the bounds cannot tell, or when a limit is passed.
[[nodiscard]] MaybeBounds evaluate(const Syntax& syntax, Node::Index index, const Point& point);
// The exact value, when it is made of sums, products, quotients and whole powers of rational numbers.
[[nodiscard]] std::optional<Number> evaluate_exactly(const Syntax& syntax, Node::Index index, const Point& point);
// An even root of a negative number, or the logarithm of one, is somewhere below a node without letters.
[[nodiscard]] bool has_no_real_value(const Syntax& syntax, Node::Index index);
// Adds the letters below a node.
void collect_letters(const Syntax& syntax, Node::Index index, std::set<std::string>& letters);

}  // namespace hornbook::engage::algebra
