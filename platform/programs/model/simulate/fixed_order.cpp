#include "platform/programs/model/simulate/fixed_order.hpp"

#include <algorithm>

namespace hornbook::simulate {

std::optional<std::size_t> FixedOrder::choose(UnixMs) {
  const std::size_t place = answered_ / items_a_skill_;
  if (place >= skills_.size()) return std::nullopt;
  const std::vector<std::size_t>& items = course_.items_of_skill[skills_[place]];
  return items[answered_ % items_a_skill_ % items.size()];
}

void FixedOrder::record(std::size_t, const Performance&, UnixMs) { ++answered_; }

bool FixedOrder::is_done(std::size_t skill) const {
  const auto place = std::find(skills_.begin(), skills_.end(), skill) - skills_.begin();
  return answered_ / items_a_skill_ > static_cast<std::size_t>(place);
}

}  // namespace hornbook::simulate
