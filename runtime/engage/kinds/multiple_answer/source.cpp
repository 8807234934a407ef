#include "runtime/engage/kinds/multiple_answer/multiple_answer.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {

Read<MultipleAnswerTemplate> MultipleAnswerTemplate::read(Fields& fields, const ItemParts& parts) {
  TRY_ASSIGN(ChoiceListTemplate list, read_choices(fields, parts));
  return MultipleAnswerTemplate{std::move(list)};
}

Result<MultipleAnswer> compose(const MultipleAnswerTemplate& source, const Composer& composer, SeededRandom& random) {
  TRY_ASSIGN(std::vector<Choice> choices, compose_choices(source.list, composer, random));
  if (count_correct(choices) == 0) return senseless("at least one choice must be correct, here none is");
  return MultipleAnswer{std::move(choices)};
}

}  // namespace hornbook::engage
