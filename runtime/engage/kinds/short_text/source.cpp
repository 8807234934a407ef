#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/short_text/short_text.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Read<NearTextTemplate> read_near(const Located& entry, const ItemParts& parts) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  TRY_ASSIGN(Texts answer, parts.texts(fields, "answer"));
  TRY_ASSIGN(WrongAnswerTemplate wrong, parts.wrong_answer(fields));
  TRY_DONE(fields.end());
  return NearTextTemplate{std::move(answer), std::move(wrong)};
}

// What is typed has to fit.
Result<std::string> typeable(const Texts& source, const Composer& composer) {
  TRY_ASSIGN(std::string answer, composer.text(source));
  if (answer.empty()) return senseless("an answer to type is empty");
  if (answer.size() > limits::typed_answer_bytes_max)
    return senseless("an answer to type is longer than " + std::to_string(limits::typed_answer_bytes_max) + " bytes");
  return answer;
}

}  // namespace

Read<ShortTextTemplate> ShortTextTemplate::read(Fields& fields, const ItemParts& parts) {
  ShortTextTemplate result;
  TRY_ASSIGN(result.answer, parts.texts(fields, "answer"));
  if (const auto list = fields.optional("accept")) {
    TRY_ASSIGN(const auto entries, list->entries(0, limits::item_accepted_max));
    for (const Located& entry : entries) {
      TRY_ASSIGN(Texts accepted, parts.texts(entry));
      result.accept.push_back(std::move(accepted));
    }
  }
  TRY_ASSIGN(const std::size_t letter_case, fields.one_of("case", {"ignore", "exact"}, 0));
  result.letter_case = static_cast<LetterCase>(letter_case);
  if (const auto list = fields.optional("near")) {
    TRY_ASSIGN(const auto entries, list->entries(0, limits::item_choices_max));
    for (const Located& entry : entries) {
      TRY_ASSIGN(NearTextTemplate near, read_near(entry, parts));
      result.near.push_back(std::move(near));
    }
  }
  return result;
}

Result<ShortText> compose(const ShortTextTemplate& source, const Composer& composer, SeededRandom&) {
  ShortText result;
  result.letter_case = source.letter_case;
  TRY_ASSIGN(result.expected, typeable(source.answer, composer));
  for (const Texts& each : source.accept) {
    TRY_ASSIGN(std::string accepted, typeable(each, composer));
    result.accepted.push_back(std::move(accepted));
  }
  for (const NearTextTemplate& each : source.near) {
    TRY_ASSIGN(std::string answer, typeable(each.answer, composer));
    TRY_ASSIGN(WrongAnswer wrong, composer.wrong_answer(each.wrong));
    if (!assess(result, {answer}).correct) result.near.push_back({std::move(answer), std::move(wrong)});
  }
  return result;
}

}  // namespace hornbook::engage
