// Questions about one text are asked one after the other, from the first. Pure.
#pragma once

#include <optional>
#include <vector>

#include "runtime/adapt/choose_next.hpp"

namespace hornbook::adapt {

struct ItemInPack {
  std::uint16_t pack_index = 0;
  const interpret::Curriculum* curriculum = nullptr;
  std::uint32_t item_index = 0;
};

// The question after the one that was answered last, of the same passage; nothing when there is none.
[[nodiscard]] std::optional<ItemInPack> next_of_passage(const interpret::LearnerState& state,
                                                        std::span<const PackInPlay> packs);

// The items of the same passage as this one, in the pack's order; the item alone when it has no passage.
[[nodiscard]] std::vector<std::uint32_t> items_of_passage(const interpret::Curriculum& curriculum,
                                                          std::uint32_t item_index);

// The place among a passage's `levels` (at least one) where to begin: by how the learner did lately on the skill, 0 … 1
// (interpret::SkillState::recent), from the easiest to the hardest; the lower middle while nothing is known of it.
[[nodiscard]] std::size_t level_to_begin_with(const interpret::SkillState* skill, std::size_t levels);

}  // namespace hornbook::adapt
