#include "platform/programs/model/simulate/informed.hpp"

#include <algorithm>

namespace hornbook::simulate {

std::optional<std::size_t> Informed::choose(UnixMs) {
  look();
  std::vector<std::size_t> open;
  for (std::size_t skill = 0; skill < was_known_.size(); ++skill) {
    const std::vector<std::size_t>& needed = course_.skills[skill].prerequisites;
    const bool is_prepared =
        std::all_of(needed.begin(), needed.end(), [this](std::size_t each) { return was_known_[each]; });
    if (is_prepared && !was_known_[skill]) open.push_back(skill);
  }
  if (open.empty()) return std::nullopt;
  const std::size_t skill = *std::min_element(
      open.begin(), open.end(), [this](std::size_t a, std::size_t b) { return last_turn_[a] < last_turn_[b]; });
  last_turn_[skill] = ++turns_;
  const std::vector<std::size_t>& items = course_.items_of_skill[skill];
  return items[random_.below(items.size())];
}

void Informed::record(std::size_t, const Performance&, UnixMs) { look(); }

void Informed::look() {
  for (std::size_t skill = 0; skill < was_known_.size(); ++skill)
    was_known_[skill] = was_known_[skill] || student_.knows(skill);
}

}  // namespace hornbook::simulate
