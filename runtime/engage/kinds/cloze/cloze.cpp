#include "runtime/engage/kinds/cloze/cloze.hpp"

namespace hornbook::engage {

ClozeEntry empty_entry(const Cloze& task) { return {empty_fillings(task)}; }

bool enter(const Cloze& task, ClozeEntry& entry, const Gesture& gesture) {
  return enter(static_cast<const Blanks&>(task), entry, gesture);
}

bool is_complete(const Cloze& task, const ClozeEntry& entry) { return are_filled(task, entry); }

Answer to_answer(const Cloze&, const ClozeEntry& entry) { return to_answer(entry); }

std::optional<ClozeEntry> from_answer(const Cloze& task, const Answer& answer) {
  auto fillings = fillings_of(task, answer);
  return fillings ? std::optional(ClozeEntry{std::move(*fillings)}) : std::nullopt;
}

Verdict assess(const Cloze& task, const ClozeEntry& entry) { return assess_blanks(task, entry); }

ClozeEntry right_entry(const Cloze& task) { return {right_fillings(task)}; }

std::vector<ClozeEntry> wrong_entries(const Cloze& task) {
  std::vector<ClozeEntry> entries;
  for (BlanksEntry& fillings : wrong_fillings(task)) entries.push_back({std::move(fillings)});
  return entries;
}

std::optional<Gesture> next_gesture(const Cloze& task, const ClozeEntry& now, const ClozeEntry& wanted) {
  return next_gesture(static_cast<const Blanks&>(task), static_cast<const BlanksEntry&>(now),
                      static_cast<const BlanksEntry&>(wanted));
}

Gesture way_back(const Cloze&) { return LookAgain{}; }

std::string in_words(const Cloze& task, const ClozeEntry& entry) {
  return with_words(task.text, words_in(task, entry));
}

std::vector<std::string> offered(const Cloze& task) { return offered_tiles(task); }

}  // namespace hornbook::engage
