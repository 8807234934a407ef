#include "runtime/engage/source/credit_rule.hpp"

#include <cstdlib>

#include "runtime/core/limits.hpp"
#include "runtime/engage/source/item_parts.hpp"

namespace hornbook::engage {
namespace {

constexpr std::int64_t number_max = 0xffffffff;

// A fraction of full credit as so many parts of it, rounded to the nearest.
Read<std::int32_t> read_worth(Fields& fields, std::int64_t parts, bool may_take_away) {
  TRY_ASSIGN(const Located field, fields.required("worth"));
  TRY_ASSIGN(const Expression expression, ItemParts::expression(field));
  const auto worth = expression.number({});
  if (!worth) return bad_field(field.pointer, "a worth is a number, such as 1/2");
  const std::int64_t size = std::abs(worth->numerator());
  const bool takes_away = worth->numerator() < 0;
  if (size > worth->denominator() || (takes_away && !may_take_away))
    return bad_field(field.pointer, "a worth lies between 0 and 1; that of a part may take away as much");
  const std::int64_t rounded = (size * parts * 2 + worth->denominator()) / (worth->denominator() * 2);
  return static_cast<std::int32_t>(takes_away ? -rounded : rounded);
}

Read<CreditedAnswer> read_answer(const Located& entry) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  CreditedAnswer result;
  if (const auto list = fields.optional("numbers")) {
    TRY_ASSIGN(const auto numbers, list->entries(1, limits::answer_numbers_max));
    for (const Located& number : numbers) {
      TRY_ASSIGN(const std::int64_t read, number.whole(0, number_max));
      result.numbers.push_back(static_cast<std::uint32_t>(read));
    }
  }
  if (const auto list = fields.optional("texts")) {
    TRY_ASSIGN(const auto texts, list->entries(1, limits::answer_texts_max));
    for (const Located& text : texts) {
      TRY_ASSIGN(std::string read, text.text(limits::typed_answer_bytes_max));
      result.texts.push_back(std::move(read));
    }
  }
  TRY_ASSIGN(const std::int32_t worth, read_worth(fields, full_credit, false));
  result.worth_permille = static_cast<std::uint16_t>(worth);
  TRY_DONE(fields.end());
  return result;
}

Read<CreditedPart> read_part(const Located& entry) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  CreditedPart result;
  TRY_ASSIGN(const Located number, fields.required("number"));
  TRY_ASSIGN(const std::int64_t read, number.whole(0, number_max));
  result.number = static_cast<std::uint32_t>(read);
  if (const auto field = fields.optional("place")) {
    TRY_ASSIGN(const std::int64_t place, field->whole(0, limits::answer_numbers_max - 1));
    result.place = static_cast<std::uint32_t>(place);
  }
  TRY_ASSIGN(result.worth_millionths, read_worth(fields, 1'000'000, true));
  TRY_DONE(fields.end());
  return result;
}

}  // namespace

Read<std::optional<CreditRule>> read_credit(Fields& item) {
  const auto field = item.optional("credit");
  if (!field) return std::optional<CreditRule>();
  CreditRule rule;
  if (field->value->as<SourceValue::Map>() == nullptr) {
    TRY_ASSIGN(const std::size_t ignored, item.one_of("credit", {"whole"}, 0));
    static_cast<void>(ignored);
    return std::optional(std::move(rule));
  }
  TRY_ASSIGN(Fields fields, Fields::of(*field));
  if (const auto list = fields.optional("answers")) {
    TRY_ASSIGN(const auto entries, list->entries(1, limits::credited_answers_max));
    for (const Located& entry : entries) {
      TRY_ASSIGN(CreditedAnswer answer, read_answer(entry));
      rule.answers.push_back(std::move(answer));
    }
  }
  if (const auto list = fields.optional("parts")) {
    TRY_ASSIGN(const auto entries, list->entries(1, limits::credited_answers_max));
    for (const Located& entry : entries) {
      TRY_ASSIGN(CreditedPart part, read_part(entry));
      rule.parts.push_back(part);
    }
  }
  TRY_DONE(fields.end());
  return std::optional(std::move(rule));
}

}  // namespace hornbook::engage
