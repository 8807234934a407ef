#include "ui/views/kinds/multiple_answer/multiple_answer.hpp"

#include "ui/views/choice_cards.hpp"

namespace hornbook::ui::views {

Way way(std::type_identity<engage::MultipleAnswer>) { return {Word::WayChooseAll, "way-choose-all"}; }

float width_beside(const engage::MultipleAnswer&, float width) { return choice_cards_width(width); }

Node answer(const Workplace& place, const engage::MultipleAnswer& task) {
  const engage::MultipleAnswerEntry* revealed = place.revealed(task);
  return choice_cards(place, {task.choices, Role::Checkbox, Word::ChooseAll, place.entry(task).chosen,
                              revealed == nullptr ? std::vector<std::uint8_t>() : revealed->chosen});
}

}  // namespace hornbook::ui::views
