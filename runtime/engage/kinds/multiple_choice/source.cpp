#include "runtime/engage/kinds/multiple_choice/multiple_choice.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {

Read<MultipleChoiceTemplate> MultipleChoiceTemplate::read(Fields& fields, const ItemParts& parts) {
  TRY_ASSIGN(ChoiceListTemplate list, read_choices(fields, parts));
  return MultipleChoiceTemplate{std::move(list)};
}

Result<MultipleChoice> compose(const MultipleChoiceTemplate& source, const Composer& composer, SeededRandom& random) {
  TRY_ASSIGN(std::vector<Choice> choices, compose_choices(source.list, composer, random));
  const std::size_t correct = count_correct(choices);
  if (correct != 1) return senseless("exactly one choice must be correct, here " + std::to_string(correct) + " are");
  return MultipleChoice{std::move(choices)};
}

}  // namespace hornbook::engage
