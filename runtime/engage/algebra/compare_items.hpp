// One item of an answer against one of another: two numbers, two equations, an interval and an inequality.
#pragma once

#include "runtime/engage/algebra/algebra.hpp"
#include "runtime/engage/algebra/same_value.hpp"

namespace hornbook::engage::algebra {

[[nodiscard]] Comparison compare_items(Place expected, Place typed, const Requirement& requirement);

}  // namespace hornbook::engage::algebra
