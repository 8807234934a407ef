#include "ui/views/kinds/multiple_choice/multiple_choice.hpp"

#include "ui/views/choice_cards.hpp"

namespace hornbook::ui::views {
namespace {

std::vector<std::uint8_t> listed(const engage::ChoiceEntry* entry) {
  if (entry == nullptr || !entry->source_index) return {};
  return {*entry->source_index};
}

}  // namespace

Way way(std::type_identity<engage::MultipleChoice>) { return {Word::WayChoose, "way-choose"}; }

float width_beside(const engage::MultipleChoice&, float width) { return choice_cards_width(width); }

Node answer(const Workplace& place, const engage::MultipleChoice& task) {
  return choice_cards(
      place, {task.choices, Role::Radio, Word::ChooseOne, listed(&place.entry(task)), listed(place.revealed(task))});
}

}  // namespace hornbook::ui::views
