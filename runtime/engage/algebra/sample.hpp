// Seeded points at which two expressions are evaluated.
#pragma once

#include <set>
#include <string>

#include "runtime/engage/algebra/evaluate.hpp"
#include "runtime/engage/algebra/field.hpp"

namespace hornbook::engage::algebra {

inline constexpr std::size_t sample_points_max = 48;

// Point number `index` of a fixed series: fractions between 0 and 1, small whole numbers, and, for Letters::Real, both
// of either sign. All have a power of two below, so that sums and products of them are exact in an Bounds.
[[nodiscard]] Point sample_point(const std::set<std::string>& letters, std::size_t index, Letters kind);

}  // namespace hornbook::engage::algebra
