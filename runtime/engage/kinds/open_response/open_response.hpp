// An answer of several lines that a teacher will read. It is kept and never scored. Its answer is the text, split where
// it is longer than one text of an answer.
#pragma once

#include "runtime/engage/entry/long_text.hpp"
#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

struct OpenResponseEntry : LongText {};

struct OpenResponse {
  using Entry = OpenResponseEntry;
  std::vector<std::string> starters;   // beginnings of sentences to choose from
  std::vector<std::string> checklist;  // what a good answer has, as the teacher will look for it
  std::uint32_t words_wanted = 0;      // said as a reminder; less is taken as well
};

struct OpenResponseTemplate {
  using Task = OpenResponse;
  static constexpr std::uint8_t number = 18;
  static constexpr std::string_view name = "open_response";
  static constexpr JudgedBy judged_by = JudgedBy::Person;
  [[nodiscard]] static Read<OpenResponseTemplate> read(Fields& fields, const ItemParts& parts);

  std::vector<Texts> starters;
  std::vector<Texts> checklist;
  std::uint32_t words_wanted = 0;
};

[[nodiscard]] Result<OpenResponse> compose(const OpenResponseTemplate& source, const Composer& composer,
                                           SeededRandom& random);
[[nodiscard]] OpenResponseEntry empty_entry(const OpenResponse& task);
[[nodiscard]] bool enter(const OpenResponse& task, OpenResponseEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const OpenResponse& task, const OpenResponseEntry& entry);
[[nodiscard]] Answer to_answer(const OpenResponse& task, const OpenResponseEntry& entry);
[[nodiscard]] std::optional<OpenResponseEntry> from_answer(const OpenResponse& task, const Answer& answer);
[[nodiscard]] Verdict assess(const OpenResponse& task, const OpenResponseEntry& entry);
// Something that can be submitted: the first starter, or a mark.
[[nodiscard]] OpenResponseEntry right_entry(const OpenResponse& task);
[[nodiscard]] std::vector<OpenResponseEntry> wrong_entries(const OpenResponse& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const OpenResponse& task, const OpenResponseEntry& now,
                                                  const OpenResponseEntry& wanted);
[[nodiscard]] Gesture way_back(const OpenResponse& task);
[[nodiscard]] std::string in_words(const OpenResponse& task, const OpenResponseEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const OpenResponse& task);

}  // namespace hornbook::engage
