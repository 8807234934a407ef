// Numbers that may be a little off.
#pragma once

#include "runtime/engage/algebra/same_value.hpp"

namespace hornbook::engage::algebra {

// ProvedSame when |typed − expected| ≤ tolerance, ProvedDifferent when it is more, Unknown when the bounds of one that
// is not rational meet the tolerance's edge, or when either is no number.
[[nodiscard]] Sameness compare_within(Place expected, Place typed, Rational tolerance);

// The same for a share of the expected quantity: |typed / expected − 1| ≤ tolerance. Different when the quotient is no
// rational number, as for kilograms over metres.
[[nodiscard]] Sameness compare_within_share(Place expected, Place typed, Rational tolerance);

}  // namespace hornbook::engage::algebra
