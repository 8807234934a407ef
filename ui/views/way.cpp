#include "ui/views/way.hpp"

#include <algorithm>

#include "ui/views/task.hpp"

namespace hornbook::ui {

std::optional<Way> way_of(const session::SessionContext& context, const measure::Candidate& candidate) {
  const auto pack = std::find_if(context.packs.begin(), context.packs.end(), [&](const adapt::PackInPlay& each) {
    return each.pack_index == candidate.pack_index;
  });
  if (pack == context.packs.end() || candidate.item_index >= pack->curriculum->items.size()) return std::nullopt;
  return views::way_of_kind(pack->curriculum->items[candidate.item_index].kind);
}

}  // namespace hornbook::ui
