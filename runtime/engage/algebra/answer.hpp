// An answer taken apart into what it lists: "x = 2 or x = -3", "{2, -3}" and "±3" hold two items each.
#pragma once

#include <optional>
#include <vector>

#include "runtime/engage/algebra/same_value.hpp"

namespace hornbook::engage::algebra {

// Both signs written out: at most two trees, which the places of an answer's items point into.
[[nodiscard]] std::vector<Syntax> expand_signs(const Syntax& syntax);
// At most limits::algebra_alternatives_max of each tree; nothing beyond that.
[[nodiscard]] std::vector<Place> items_of(const std::vector<Syntax>& trees);

// letter = value, with the letter nowhere in the value.
struct Solved {
  std::string letter;
  Place value;
};
[[nodiscard]] std::optional<Solved> as_solved(Place place);

[[nodiscard]] bool has_letters(Place place);

}  // namespace hornbook::engage::algebra
