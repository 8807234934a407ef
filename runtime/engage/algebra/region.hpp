// Inequalities in one letter and intervals as the same thing: a piece of the number line.
#pragma once

#include "runtime/engage/algebra/same_value.hpp"

namespace hornbook::engage::algebra {

// Both as pieces of the number line with the same ends: "x > 3" and "(3, ∞)", "1 < x ≤ 5" and "(1, 5]".
// Unknown when one is no such piece, or when its ends are not made of numbers, π and roots.
[[nodiscard]] Sameness compare_regions(Place a, Place b, Letters letters);

}  // namespace hornbook::engage::algebra
