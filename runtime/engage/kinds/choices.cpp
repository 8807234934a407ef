#include "runtime/engage/kinds/choices.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Read<ChoiceTemplate> read_choice(const Located& entry, const ItemParts& parts) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  TRY_ASSIGN(Texts text, parts.optional_texts(fields, "text"));
  TRY_ASSIGN(auto figure, parts.optional_figure(fields));
  TRY_ASSIGN(auto sound, parts.optional_sound(fields));
  if (text.empty() && !figure) return bad_field(entry.pointer, "a choice needs a text or a figure");
  TRY_ASSIGN(Expression correct, ItemParts::expression_or(fields, "correct", "false"));
  TRY_ASSIGN(WrongAnswerTemplate wrong, parts.wrong_answer(fields));
  TRY_DONE(fields.end());
  return ChoiceTemplate{std::move(text), std::move(figure), std::move(correct), std::move(wrong), std::move(sound)};
}

Result<Choice> compose_choice(const ChoiceTemplate& source, const Composer& composer) {
  Choice result;
  TRY_ASSIGN(result.text, composer.text(source.text));
  TRY_ASSIGN(result.figure, composer.figure(source.figure));
  TRY_ASSIGN(result.correct, source.correct.truth(composer.values()));
  TRY_ASSIGN(result.wrong, composer.wrong_answer(source.wrong));
  TRY_ASSIGN(result.sound, composer.sound(source.sound));
  return result;
}

}  // namespace

Read<ChoiceListTemplate> read_choices(Fields& fields, const ItemParts& parts) {
  ChoiceListTemplate result;
  TRY_ASSIGN(result.shuffled, fields.truth("shuffled", true));
  TRY_ASSIGN(const Located list, fields.required("choices"));
  TRY_ASSIGN(const auto entries, list.entries(2, limits::item_choices_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(ChoiceTemplate choice, read_choice(entry, parts));
    result.choices.push_back(std::move(choice));
  }
  return result;
}

Result<std::vector<Choice>> compose_choices(const ChoiceListTemplate& source, const Composer& composer,
                                            SeededRandom& random) {
  std::vector<Choice> result;
  for (const ChoiceTemplate& each : source.choices) {
    TRY_ASSIGN(Choice choice, compose_choice(each, composer));
    choice.source_index = static_cast<std::uint8_t>(result.size());
    result.push_back(std::move(choice));
  }
  if (source.shuffled) random.shuffle(result);
  return result;
}

std::size_t count_correct(const std::vector<Choice>& choices) {
  return static_cast<std::size_t>(
      std::count_if(choices.begin(), choices.end(), [](const Choice& choice) { return choice.correct; }));
}

}  // namespace hornbook::engage
