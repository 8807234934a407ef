// Whether an answer of the right value is written the way that was asked for.
#pragma once

#include "runtime/engage/algebra/same_value.hpp"

namespace hornbook::engage::algebra {

// `typed` and `expected` are scalars of the same value. README.md lists what each form wants.
[[nodiscard]] bool has_form(Form form, Place typed, Place expected);

// Parts of has_form, each in a file of its own.
[[nodiscard]] bool is_simplified(Place typed, Place expected);
[[nodiscard]] bool is_expanded(Place typed);
[[nodiscard]] bool is_factored(Place typed, Place expected);

}  // namespace hornbook::engage::algebra
