// A text that is read for itself, and how it was to read. Its answer is one number: 0 easy, 1 just right, 2 hard. Every
// answer is right, and none is evidence of a skill.
#pragma once

#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

enum class ReadingFelt : std::uint8_t { Easy, JustRight, Hard };
inline constexpr std::uint8_t reading_felt_count = 3;

struct ReadingEntry {
  std::optional<ReadingFelt> felt;
  bool operator==(const ReadingEntry&) const = default;
};

struct Reading {
  using Entry = ReadingEntry;
};

struct ReadingTemplate {
  using Task = Reading;
  static constexpr std::uint8_t number = 24;
  static constexpr std::string_view name = "reading";
  static constexpr JudgedBy judged_by = JudgedBy::Nobody;
  [[nodiscard]] static Read<ReadingTemplate> read(Fields& fields, const ItemParts& parts);
};

[[nodiscard]] Result<Reading> compose(const ReadingTemplate& source, const Composer& composer, SeededRandom& random);
[[nodiscard]] ReadingEntry empty_entry(const Reading& task);
// Choose, with the number of the answer.
[[nodiscard]] bool enter(const Reading& task, ReadingEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const Reading& task, const ReadingEntry& entry);
[[nodiscard]] Answer to_answer(const Reading& task, const ReadingEntry& entry);
[[nodiscard]] std::optional<ReadingEntry> from_answer(const Reading& task, const Answer& answer);
[[nodiscard]] Verdict assess(const Reading& task, const ReadingEntry& entry);
[[nodiscard]] ReadingEntry right_entry(const Reading& task);
// None: nothing that a reader says of it is wrong.
[[nodiscard]] std::vector<ReadingEntry> wrong_entries(const Reading& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const Reading& task, const ReadingEntry& now,
                                                  const ReadingEntry& wanted);
[[nodiscard]] Gesture way_back(const Reading& task);
// Empty: the screen has the words.
[[nodiscard]] std::string in_words(const Reading& task, const ReadingEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const Reading& task);

}  // namespace hornbook::engage
