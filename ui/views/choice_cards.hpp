// Choices as cards to tap, in a column or two by two: one of them, or several.
#pragma once

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

struct ChoiceCards {
  const std::vector<engage::Choice>& choices;  // in the order shown
  Role role = Role::Radio;                     // Checkbox where several may be taken
  Word asks = Word::ChooseOne;
  std::vector<std::uint8_t> chosen;    // source indexes
  std::vector<std::uint8_t> revealed;  // those that are shown to be right after the last try
};
[[nodiscard]] Node choice_cards(const Workplace& place, const ChoiceCards& cards);

// What they take beside the question.
[[nodiscard]] float choice_cards_width(float width);

}  // namespace hornbook::ui::views
