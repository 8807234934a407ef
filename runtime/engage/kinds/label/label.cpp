#include "runtime/engage/kinds/label/label.hpp"

namespace hornbook::engage {
namespace {

const MatchEntry& of_match(const LabelEntry& entry) { return entry; }

}  // namespace

LabelEntry empty_entry(const LabelTask& task) { return {empty_entry(task.match)}; }

bool enter(const LabelTask& task, LabelEntry& entry, const Gesture& gesture) {
  return enter(task.match, static_cast<MatchEntry&>(entry), gesture);
}

bool is_complete(const LabelTask& task, const LabelEntry& entry) { return is_complete(task.match, of_match(entry)); }

Answer to_answer(const LabelTask& task, const LabelEntry& entry) { return to_answer(task.match, of_match(entry)); }

std::optional<LabelEntry> from_answer(const LabelTask& task, const Answer& answer) {
  auto entry = from_answer(task.match, answer);
  return entry ? std::optional(LabelEntry{std::move(*entry)}) : std::nullopt;
}

Verdict assess(const LabelTask& task, const LabelEntry& entry) { return assess(task.match, of_match(entry)); }

LabelEntry right_entry(const LabelTask& task) { return {right_entry(task.match)}; }

std::vector<LabelEntry> wrong_entries(const LabelTask& task) {
  std::vector<LabelEntry> entries;
  for (MatchEntry& entry : wrong_entries(task.match)) entries.push_back({std::move(entry)});
  return entries;
}

std::optional<Gesture> next_gesture(const LabelTask& task, const LabelEntry& now, const LabelEntry& wanted) {
  return next_gesture(task.match, of_match(now), of_match(wanted));
}

Gesture way_back(const LabelTask& task) { return way_back(task.match); }

std::string in_words(const LabelTask& task, const LabelEntry& entry) { return in_words(task.match, of_match(entry)); }

std::vector<std::string> offered(const LabelTask& task) { return offered(task.match); }

}  // namespace hornbook::engage
