#include "runtime/engage/kinds/number_entry/number_entry.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {

Read<NumberEntryTemplate> NumberEntryTemplate::read(Fields& fields, const ItemParts& parts) {
  TRY_ASSIGN(Expression answer, ItemParts::expression(fields, "answer"));
  NumberEntryTemplate result{std::move(answer), NumberForm::Any, {}, {}};
  TRY_ASSIGN(const std::size_t form, fields.one_of("form", {"any", "whole", "fraction", "simplest", "mixed"}, 0));
  result.form = static_cast<NumberForm>(form);
  TRY_ASSIGN(result.unit, parts.optional_texts(fields, "unit"));
  TRY_ASSIGN(result.wrong, parts.wrong_numbers(fields));
  return result;
}

Result<NumberEntry> compose(const NumberEntryTemplate& source, const Composer& composer, SeededRandom&) {
  NumberEntry result;
  TRY_ASSIGN(result.expected, source.answer.number(composer.values()));
  result.form = source.form;
  TRY_ASSIGN(result.unit, composer.text(source.unit));
  TRY_ASSIGN(result.wrong, composer.wrong_numbers(source.wrong, result.expected));
  return result;
}

}  // namespace hornbook::engage
