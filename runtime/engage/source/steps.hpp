// Reading what an item asks: one task, or steps with tasks of their own, with their hints.
#pragma once

#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/item_template.hpp"

namespace hornbook::engage {

// From the field "steps", or from the item's own task, hints, explanation and not_yet as its only step. `media` are the
// item's; nullptr: it has none.
[[nodiscard]] Read<std::vector<StepTemplate>> read_steps(Fields& item, const ItemParts& parts,
                                                         const MediaTemplate* media);

// The list "skills" of an item or a step: ids, the main one first.
[[nodiscard]] Read<std::vector<std::string>> read_skills(const Located& list);

}  // namespace hornbook::engage
