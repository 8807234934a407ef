// One of several choices. Its answer is one number: the choice.
#pragma once

#include "runtime/engage/kinds/choices.hpp"

namespace hornbook::engage {

struct ChoiceEntry {
  std::optional<std::uint8_t> source_index;
  bool operator==(const ChoiceEntry&) const = default;
};

struct MultipleChoice {
  using Entry = ChoiceEntry;
  std::vector<Choice> choices;  // in the order shown
};

struct MultipleChoiceTemplate {
  using Task = MultipleChoice;
  static constexpr std::uint8_t number = 1;
  static constexpr std::string_view name = "choice";
  [[nodiscard]] static Read<MultipleChoiceTemplate> read(Fields& fields, const ItemParts& parts);

  ChoiceListTemplate list;
};

// Exactly one choice is correct.
[[nodiscard]] Result<MultipleChoice> compose(const MultipleChoiceTemplate& source, const Composer& composer,
                                             SeededRandom& random);
[[nodiscard]] ChoiceEntry empty_entry(const MultipleChoice& task);
[[nodiscard]] bool enter(const MultipleChoice& task, ChoiceEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const MultipleChoice& task, const ChoiceEntry& entry);
[[nodiscard]] Answer to_answer(const MultipleChoice& task, const ChoiceEntry& entry);
[[nodiscard]] std::optional<ChoiceEntry> from_answer(const MultipleChoice& task, const Answer& answer);
[[nodiscard]] Verdict assess(const MultipleChoice& task, const ChoiceEntry& entry);
[[nodiscard]] ChoiceEntry right_entry(const MultipleChoice& task);
[[nodiscard]] std::vector<ChoiceEntry> wrong_entries(const MultipleChoice& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const MultipleChoice& task, const ChoiceEntry& now,
                                                  const ChoiceEntry& wanted);
[[nodiscard]] Gesture way_back(const MultipleChoice& task);
[[nodiscard]] std::string in_words(const MultipleChoice& task, const ChoiceEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const MultipleChoice& task);

}  // namespace hornbook::engage
