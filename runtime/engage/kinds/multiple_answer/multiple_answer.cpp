#include "runtime/engage/kinds/multiple_answer/multiple_answer.hpp"

namespace hornbook::engage {

MultipleAnswerEntry empty_entry(const MultipleAnswer&) { return {}; }

bool enter(const MultipleAnswer& task, MultipleAnswerEntry& entry, const Gesture& gesture) {
  const auto* choose = std::get_if<Choose>(&gesture);
  if (choose == nullptr || thing_at(task.choices, choose->thing) == nullptr) return false;
  toggle(entry.chosen, choose->thing);
  return true;
}

bool is_complete(const MultipleAnswer&, const MultipleAnswerEntry& entry) { return !entry.chosen.empty(); }

Answer to_answer(const MultipleAnswer&, const MultipleAnswerEntry& entry) {
  return {0, {entry.chosen.begin(), entry.chosen.end()}, {}};
}

std::optional<MultipleAnswerEntry> from_answer(const MultipleAnswer& task, const Answer& answer) {
  auto chosen = chosen_by(task.choices, answer);
  return chosen ? std::optional(MultipleAnswerEntry{std::move(*chosen)}) : std::nullopt;
}

Verdict assess(const MultipleAnswer& task, const MultipleAnswerEntry& entry) {
  return assess_chosen(task.choices, entry.chosen);
}

MultipleAnswerEntry right_entry(const MultipleAnswer& task) { return {right_ones(task.choices)}; }

std::vector<MultipleAnswerEntry> wrong_entries(const MultipleAnswer& task) {
  std::vector<MultipleAnswerEntry> entries;
  for (Chosen& chosen : wrongly_chosen(task.choices)) entries.push_back({std::move(chosen)});
  return entries;
}

std::optional<Gesture> next_gesture(const MultipleAnswer&, const MultipleAnswerEntry& now,
                                    const MultipleAnswerEntry& wanted) {
  const auto different = first_difference(now.chosen, wanted.chosen);
  return different ? std::optional<Gesture>(Choose{*different}) : std::nullopt;
}

Gesture way_back(const MultipleAnswer&) { return LookAgain{}; }

std::string in_words(const MultipleAnswer& task, const MultipleAnswerEntry& entry) {
  std::string words;
  for (const Choice& choice : task.choices) {
    if (!is_taken(entry.chosen, choice.source_index)) continue;
    words.append(words.empty() ? "" : ", ").append(words_for(choice.text, choice.figure));
  }
  return words;
}

std::vector<std::string> offered(const MultipleAnswer& task) { return looks_of(task.choices); }

}  // namespace hornbook::engage
