// A number that is typed. Its answer is one text: the number as typed, such as "3/4", "1 3/4" or "0.75".
#pragma once

#include "runtime/engage/entry/typed_text.hpp"
#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

struct NumberEntryText : TypedText {};

enum class NumberForm : std::uint8_t { Any, Integer, Fraction, SimplestFraction, MixedNumber };
struct NumberEntry {
  using Entry = NumberEntryText;
  Rational expected;
  NumberForm form = NumberForm::Any;
  std::string unit;  // shown after the box; never typed
  std::vector<ExpectedWrongNumber> wrong;
};

struct NumberEntryTemplate {
  using Task = NumberEntry;
  static constexpr std::uint8_t number = 2;
  static constexpr std::string_view name = "number";
  [[nodiscard]] static Read<NumberEntryTemplate> read(Fields& fields, const ItemParts& parts);

  Expression answer;
  NumberForm form = NumberForm::Any;
  Texts unit;
  std::vector<WrongNumberTemplate> wrong;
};

[[nodiscard]] Result<NumberEntry> compose(const NumberEntryTemplate& source, const Composer& composer,
                                          SeededRandom& random);
[[nodiscard]] NumberEntryText empty_entry(const NumberEntry& task);
[[nodiscard]] bool enter(const NumberEntry& task, NumberEntryText& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const NumberEntry& task, const NumberEntryText& entry);
[[nodiscard]] Answer to_answer(const NumberEntry& task, const NumberEntryText& entry);
[[nodiscard]] std::optional<NumberEntryText> from_answer(const NumberEntry& task, const Answer& answer);
// The right value in the wrong form, such as not simplified where that is asked, earns half.
[[nodiscard]] Verdict assess(const NumberEntry& task, const NumberEntryText& entry);
[[nodiscard]] NumberEntryText right_entry(const NumberEntry& task);
[[nodiscard]] std::vector<NumberEntryText> wrong_entries(const NumberEntry& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const NumberEntry& task, const NumberEntryText& now,
                                                  const NumberEntryText& wanted);
[[nodiscard]] Gesture way_back(const NumberEntry& task);
[[nodiscard]] std::string in_words(const NumberEntry& task, const NumberEntryText& entry);
[[nodiscard]] std::vector<std::string> offered(const NumberEntry& task);

}  // namespace hornbook::engage
