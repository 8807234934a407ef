#include "runtime/engage/kinds/reading/reading.hpp"

namespace hornbook::engage {

ReadingEntry empty_entry(const Reading&) { return {}; }

bool enter(const Reading&, ReadingEntry& entry, const Gesture& gesture) {
  const auto* choose = std::get_if<Choose>(&gesture);
  if (choose == nullptr || choose->thing >= reading_felt_count) return false;
  entry.felt = static_cast<ReadingFelt>(choose->thing);
  return true;
}

bool is_complete(const Reading&, const ReadingEntry& entry) { return entry.felt.has_value(); }

Answer to_answer(const Reading&, const ReadingEntry& entry) {
  return {0, {static_cast<std::uint32_t>(entry.felt.value_or(ReadingFelt::JustRight))}, {}};
}

std::optional<ReadingEntry> from_answer(const Reading&, const Answer& answer) {
  if (answer.numbers.size() != 1 || !answer.texts.empty() || answer.numbers[0] >= reading_felt_count)
    return std::nullopt;
  return ReadingEntry{static_cast<ReadingFelt>(answer.numbers[0])};
}

Verdict assess(const Reading&, const ReadingEntry&) { return right(); }

ReadingEntry right_entry(const Reading&) { return {ReadingFelt::JustRight}; }

std::vector<ReadingEntry> wrong_entries(const Reading&) { return {}; }

std::optional<Gesture> next_gesture(const Reading&, const ReadingEntry& now, const ReadingEntry& wanted) {
  if (now == wanted || !wanted.felt) return std::nullopt;
  return Choose{static_cast<std::uint8_t>(*wanted.felt)};
}

Gesture way_back(const Reading&) { return EraseAll{}; }

std::string in_words(const Reading&, const ReadingEntry&) { return {}; }

std::vector<std::string> offered(const Reading&) { return {}; }

}  // namespace hornbook::engage
