#include "runtime/adapt/items_by_skill.hpp"

namespace hornbook::adapt {

ItemsBySkill::ItemsBySkill(std::span<const PackInPlay> packs) {
  for (const PackInPlay& pack : packs) {
    const std::vector<interpret::ItemNode>& items = pack.curriculum->items;
    Chains chains{pack.curriculum, std::vector<std::uint32_t>(pack.curriculum->skills.size(), none),
                  std::vector<std::uint32_t>(items.size(), none)};
    for (auto item = static_cast<std::uint32_t>(items.size()); item-- > 0;) {
      std::uint32_t& first = chains.first[items[item].skills.front()];
      chains.next[item] = first;
      first = item;
    }
    packs_.push_back(std::move(chains));
  }
}

}  // namespace hornbook::adapt
