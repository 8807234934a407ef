// Every choice that is right. Its answer is a number for each choice taken, ascending.
#pragma once

#include "runtime/engage/kinds/choices.hpp"
#include "runtime/engage/kinds/chosen.hpp"

namespace hornbook::engage {

struct MultipleAnswerEntry {
  Chosen chosen;
  bool operator==(const MultipleAnswerEntry&) const = default;
};

struct MultipleAnswer {
  using Entry = MultipleAnswerEntry;
  std::vector<Choice> choices;  // in the order shown
};

struct MultipleAnswerTemplate {
  using Task = MultipleAnswer;
  static constexpr std::uint8_t number = 7;
  static constexpr std::string_view name = "multiple_answer";
  [[nodiscard]] static Read<MultipleAnswerTemplate> read(Fields& fields, const ItemParts& parts);

  ChoiceListTemplate list;
};

// At least one choice is correct.
[[nodiscard]] Result<MultipleAnswer> compose(const MultipleAnswerTemplate& source, const Composer& composer,
                                             SeededRandom& random);
[[nodiscard]] MultipleAnswerEntry empty_entry(const MultipleAnswer& task);
[[nodiscard]] bool enter(const MultipleAnswer& task, MultipleAnswerEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const MultipleAnswer& task, const MultipleAnswerEntry& entry);
[[nodiscard]] Answer to_answer(const MultipleAnswer& task, const MultipleAnswerEntry& entry);
[[nodiscard]] std::optional<MultipleAnswerEntry> from_answer(const MultipleAnswer& task, const Answer& answer);
// Credit is the share of right choices taken, less as much for each that is not right.
[[nodiscard]] Verdict assess(const MultipleAnswer& task, const MultipleAnswerEntry& entry);
[[nodiscard]] MultipleAnswerEntry right_entry(const MultipleAnswer& task);
[[nodiscard]] std::vector<MultipleAnswerEntry> wrong_entries(const MultipleAnswer& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const MultipleAnswer& task, const MultipleAnswerEntry& now,
                                                  const MultipleAnswerEntry& wanted);
[[nodiscard]] Gesture way_back(const MultipleAnswer& task);
[[nodiscard]] std::string in_words(const MultipleAnswer& task, const MultipleAnswerEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const MultipleAnswer& task);

}  // namespace hornbook::engage
