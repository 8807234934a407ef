#include "runtime/adapt/follow_passage.hpp"

#include <algorithm>

#include "runtime/adapt/answered.hpp"

namespace hornbook::adapt {

std::optional<ItemInPack> next_of_passage(const interpret::LearnerState& state, std::span<const PackInPlay> packs) {
  for (const PackInPlay& pack : packs) {
    const std::vector<interpret::ItemNode>& items = pack.curriculum->items;
    const auto last = std::find_if(items.begin(), items.end(), [&](const interpret::ItemNode& item) {
      return item.passage != 0 && was_answered_last(state, item.key);
    });
    if (last == items.end()) continue;
    const auto next = std::find_if(last + 1, items.end(),
                                   [&](const interpret::ItemNode& item) { return item.passage == last->passage; });
    if (next == items.end()) return std::nullopt;
    return ItemInPack{pack.pack_index, pack.curriculum, static_cast<std::uint32_t>(next - items.begin())};
  }
  return std::nullopt;
}

std::vector<std::uint32_t> items_of_passage(const interpret::Curriculum& curriculum, std::uint32_t item_index) {
  const std::uint32_t passage = curriculum.items[item_index].passage;
  if (passage == 0) return {item_index};
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < curriculum.items.size(); ++i)
    if (curriculum.items[i].passage == passage) found.push_back(i);
  return found;
}

std::size_t level_to_begin_with(const interpret::SkillState* skill, std::size_t levels) {
  const double recent = skill == nullptr || skill->opportunities == 0 ? 0.5 : skill->recent;
  // Halves are rounded down, so that nothing known gives the lower middle of an even number.
  const double place = recent * static_cast<double>(levels - 1);
  const auto below = static_cast<std::size_t>(place);
  return std::min(place - static_cast<double>(below) > 0.5 ? below + 1 : below, levels - 1);
}

}  // namespace hornbook::adapt
