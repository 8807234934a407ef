#include "ui/views/way.hpp"

#include <algorithm>

#include "runtime/pack/index.hpp"

namespace hornbook::ui {

std::optional<Way> way_of(const session::SessionContext& context, const measure::Candidate& candidate) {
  const auto pack = std::find_if(context.packs.begin(), context.packs.end(), [&](const adapt::PackInPlay& each) {
    return each.pack_index == candidate.pack_index;
  });
  if (pack == context.packs.end() || candidate.item_index >= pack->curriculum->items.size()) return std::nullopt;
  switch (static_cast<pack::ItemKind>(pack->curriculum->items[candidate.item_index].kind)) {
    case pack::ItemKind::MultipleChoice:
      return Way{Word::WayChoose, "way-choose"};
    case pack::ItemKind::NumberEntry:
      return Way{Word::WayNumber, "way-number"};
    case pack::ItemKind::Order:
      return Way{Word::WayOrder, "way-order"};
    case pack::ItemKind::NumberLine:
      return Way{Word::WayLine, "way-line"};
    default:
      return std::nullopt;
  }
}

}  // namespace hornbook::ui
