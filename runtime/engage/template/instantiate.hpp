// From a template to what a learner meets.
#pragma once

#include <string_view>

#include "runtime/engage/item.hpp"
#include "runtime/engage/template/item_template.hpp"

namespace hornbook::engage {

// Pure: the same arguments give the same instance on every machine. `language` must be one of the item's.
// Wrong answers that happen to equal the right one, or an earlier wrong one, are left out.
// BadInput when an expression fails, the constraints cannot be met, or the draw makes no sense as a task: not exactly
// one correct choice, two tiles of the same value, an answer that is on no tick, a figure out of range.
[[nodiscard]] Result<ItemInstance> instantiate(const ItemTemplate& item, std::uint32_t item_index, std::uint32_t seed,
                                               std::string_view language);

}  // namespace hornbook::engage
