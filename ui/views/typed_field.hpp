// What answers that are typed have in common.
#pragma once

#include <functional>

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

struct TypedField {
  std::string_view typed;
  std::string_view language;  // BCP 47; says which way it runs
  TypeStyle type = TypeStyle::Question;
};
// One line to type into. Green once the answer is settled.
[[nodiscard]] Node typed_field(const Workplace& place, const TypedField& field);
[[nodiscard]] float typed_field_height(const parts::Frame& frame);

// The field over its keys, which get the room that it leaves.
[[nodiscard]] Node field_above_keys(const Workplace& place, Node field,
                                    const std::function<Node(const Workplace& for_keys)>& keys);

}  // namespace hornbook::ui::views
