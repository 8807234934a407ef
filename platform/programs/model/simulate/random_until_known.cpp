#include "platform/programs/model/simulate/random_until_known.hpp"

namespace hornbook::simulate {

std::optional<std::size_t> RandomUntilKnown::choose(UnixMs) {
  std::vector<std::size_t> open;
  for (const std::size_t skill : skills_)
    if (!is_done(skill)) open.push_back(skill);
  if (open.empty()) return std::nullopt;
  const std::vector<std::size_t>& items = course_.items_of_skill[open[random_.below(open.size())]];
  return items[random_.below(items.size())];
}

void RandomUntilKnown::record(std::size_t item, const Performance& performance, UnixMs) {
  const bool is_right = performance.right_at_first_try() && performance.hints_before_first_try() == 0;
  const double if_known = is_right ? 1 - parameters_.slip : parameters_.slip;
  const double if_not = is_right ? parameters_.guess : 1 - parameters_.guess;
  for (const std::size_t skill : course_.items[item].skills) {
    const double before = known_[skill];
    const double posterior = before * if_known / (before * if_known + (1 - before) * if_not);
    known_[skill] = posterior + (1 - posterior) * parameters_.learn;
  }
}

}  // namespace hornbook::simulate
