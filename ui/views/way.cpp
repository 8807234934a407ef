#include "ui/views/way.hpp"

#include <algorithm>

#include "runtime/engage/kinds/kinds.hpp"

namespace hornbook::ui {

std::optional<Way> way_of(const session::SessionContext& context, const measure::Candidate& candidate) {
  const auto pack = std::find_if(context.packs.begin(), context.packs.end(), [&](const adapt::PackInPlay& each) {
    return each.pack_index == candidate.pack_index;
  });
  if (pack == context.packs.end() || candidate.item_index >= pack->curriculum->items.size()) return std::nullopt;
  switch (pack->curriculum->items[candidate.item_index].kind) {
    case engage::MultipleChoiceTemplate::number:
      return Way{Word::WayChoose, "way-choose"};
    case engage::NumberEntryTemplate::number:
      return Way{Word::WayNumber, "way-number"};
    case engage::OrderTemplate::number:
      return Way{Word::WayOrder, "way-order"};
    case engage::NumberLineTemplate::number:
      return Way{Word::WayLine, "way-line"};
    default:
      return std::nullopt;
  }
}

}  // namespace hornbook::ui
