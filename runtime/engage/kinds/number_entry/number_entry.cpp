#include "runtime/engage/kinds/number_entry/number_entry.hpp"

#include <algorithm>

namespace hornbook::engage {
namespace {

constexpr std::string_view number_characters = "0123456789/.,- ";
constexpr std::uint16_t right_value_wrong_form = 500;

// A whole number is at home in every form.
bool has_form(const TypedNumber& typed, NumberForm form) {
  const bool is_whole = typed.value.denominator() == 1 && !typed.is_fraction;
  switch (form) {
    case NumberForm::Any:
      return true;
    case NumberForm::Integer:
      return is_whole;
    case NumberForm::Fraction:
      return is_whole || (typed.is_fraction && !typed.is_mixed);
    case NumberForm::SimplestFraction:
      return is_whole || (typed.is_fraction && !typed.is_mixed && typed.is_lowest_terms);
    case NumberForm::MixedNumber:
      return is_whole || typed.is_mixed;
  }
  return false;
}

std::string in_form(Rational value, NumberForm form) {
  const std::int64_t numerator = value.numerator();
  const std::int64_t denominator = value.denominator();
  const bool is_improper = numerator > denominator || -numerator > denominator;
  if (form != NumberForm::MixedNumber || denominator == 1 || !is_improper) return to_text(value);
  const std::int64_t rest = (numerator < 0 ? -numerator : numerator) % denominator;
  return std::to_string(numerator / denominator) + " " + std::to_string(rest) + "/" + std::to_string(denominator);
}

}  // namespace

NumberEntryText empty_entry(const NumberEntry&) { return {}; }

bool enter(const NumberEntry&, NumberEntryText& entry, const Gesture& gesture) {
  if (const auto* typed = std::get_if<TypeText>(&gesture)) return type_into(entry.text, typed->text, number_characters);
  return std::holds_alternative<EraseLast>(gesture) && erase_last(entry.text);
}

bool is_complete(const NumberEntry&, const NumberEntryText& entry) {
  return std::any_of(entry.text.begin(), entry.text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Answer to_answer(const NumberEntry&, const NumberEntryText& entry) { return to_answer(entry); }

std::optional<NumberEntryText> from_answer(const NumberEntry&, const Answer& answer) {
  auto text = text_of(answer);
  return text ? std::optional(NumberEntryText{std::move(*text)}) : std::nullopt;
}

Verdict assess(const NumberEntry& task, const NumberEntryText& entry) {
  const Result<TypedNumber> typed = parse_typed_number(entry.text);
  if (!typed) return not_yet();
  if (typed->value == task.expected) return has_form(*typed, task.form) ? right() : not_yet(right_value_wrong_form);
  for (const ExpectedWrongNumber& expected : task.wrong) {
    if (expected.value == typed->value) return wrong_as(expected.wrong);
  }
  return not_yet();
}

NumberEntryText right_entry(const NumberEntry& task) { return {in_form(task.expected, task.form)}; }

std::vector<NumberEntryText> wrong_entries(const NumberEntry& task) {
  std::vector<NumberEntryText> entries;
  for (const ExpectedWrongNumber& wrong : task.wrong) entries.push_back({to_text(wrong.value)});
  for (const std::int32_t off : {1, 2}) {
    if (const auto near = add(task.expected, Rational::whole(off))) entries.push_back({to_text(*near)});
  }
  return entries;
}

std::optional<Gesture> next_gesture(const NumberEntry&, const NumberEntryText& now, const NumberEntryText& wanted) {
  return next_key(now.text, wanted.text, 0);
}

Gesture way_back(const NumberEntry&) { return EraseAll{}; }

std::string in_words(const NumberEntry& task, const NumberEntryText& entry) {
  return task.unit.empty() ? entry.text : entry.text + " " + task.unit;
}

std::vector<std::string> offered(const NumberEntry&) { return {}; }

}  // namespace hornbook::engage
