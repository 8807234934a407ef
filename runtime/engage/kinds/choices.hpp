// Choices to take one or several of: what the kinds of task that offer them share.
#pragma once

#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

struct Choice {
  std::uint8_t source_index = 0;  // position in the pack's source: what events record, whatever the order on screen
  std::string text;
  std::optional<Figure> figure;
  bool correct = false;
  WrongAnswer wrong;  // used when it is chosen and not correct
  std::optional<Sound> sound{};
};
struct ChoiceTemplate {
  Texts text;
  std::optional<FigureTemplate> figure;
  Expression correct;
  WrongAnswerTemplate wrong;
  std::optional<SoundTemplate> sound;
};
struct ChoiceListTemplate {
  std::vector<ChoiceTemplate> choices;
  bool shuffled = true;
};

// The fields "shuffled" and "choices".
[[nodiscard]] Read<ChoiceListTemplate> read_choices(Fields& fields, const ItemParts& parts);
// In the order shown.
[[nodiscard]] Result<std::vector<Choice>> compose_choices(const ChoiceListTemplate& source, const Composer& composer,
                                                          SeededRandom& random);
[[nodiscard]] std::size_t count_correct(const std::vector<Choice>& choices);

}  // namespace hornbook::engage
