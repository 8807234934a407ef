// A scalar of a syntax tree as a quotient over a field.
#pragma once

#include "runtime/engage/algebra/field.hpp"
#include "runtime/engage/algebra/syntax.hpp"

namespace hornbook::engage::algebra {

// Nothing when the tree holds what is no number: a tuple, a relation, infinity, both signs at once. The field says
// whether a limit was passed or something was undefined on the way.
[[nodiscard]] std::optional<Quotient> normalise(Field& field, const Syntax& syntax, Node::Index index);

}  // namespace hornbook::engage::algebra
