// Drawing a template's parameters.
#pragma once

#include "runtime/core/seeded_random.hpp"
#include "runtime/engage/template/item_template.hpp"

namespace hornbook::engage {

struct Draw {
  Values values;
  Words words;
};

// Draws until the constraints hold. The numbers depend on the seed alone, never on the language, which must be one of
// the item's. BadInput when an expression fails or limits::template_tries_max draws in a row break a constraint.
[[nodiscard]] Result<Draw> draw_parameters(const ItemTemplate& item, std::string_view language, SeededRandom& random);

}  // namespace hornbook::engage
