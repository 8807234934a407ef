#include "runtime/engage/kinds/multiple_choice/multiple_choice.hpp"

namespace hornbook::engage {

ChoiceEntry empty_entry(const MultipleChoice&) { return {}; }

bool enter(const MultipleChoice& task, ChoiceEntry& entry, const Gesture& gesture) {
  const auto* choose = std::get_if<Choose>(&gesture);
  if (choose == nullptr || thing_at(task.choices, choose->thing) == nullptr) return false;
  entry.source_index = choose->thing;
  return true;
}

bool is_complete(const MultipleChoice&, const ChoiceEntry& entry) { return entry.source_index.has_value(); }

Answer to_answer(const MultipleChoice&, const ChoiceEntry& entry) {
  return {0, {entry.source_index.value_or(std::uint8_t{0})}, {}};
}

std::optional<ChoiceEntry> from_answer(const MultipleChoice& task, const Answer& answer) {
  if (answer.numbers.size() != 1 || answer.numbers[0] > 255) return std::nullopt;
  const auto source_index = static_cast<std::uint8_t>(answer.numbers[0]);
  if (thing_at(task.choices, source_index) == nullptr) return std::nullopt;
  return ChoiceEntry{source_index};
}

Verdict assess(const MultipleChoice& task, const ChoiceEntry& entry) {
  const Choice* choice = thing_at(task.choices, entry.source_index);
  if (choice == nullptr) return not_yet();
  return choice->correct ? right() : wrong_as(choice->wrong);
}

ChoiceEntry right_entry(const MultipleChoice& task) {
  for (const Choice& choice : task.choices) {
    if (choice.correct) return {choice.source_index};
  }
  return {};
}

std::vector<ChoiceEntry> wrong_entries(const MultipleChoice& task) {
  std::vector<ChoiceEntry> entries;
  for (const Choice& choice : task.choices) {
    if (!choice.correct) entries.push_back({choice.source_index});
  }
  return entries;
}

std::optional<Gesture> next_gesture(const MultipleChoice&, const ChoiceEntry& now, const ChoiceEntry& wanted) {
  if (now == wanted || !wanted.source_index) return std::nullopt;
  return Choose{*wanted.source_index};
}

Gesture way_back(const MultipleChoice&) { return EraseAll{}; }

std::string in_words(const MultipleChoice& task, const ChoiceEntry& entry) {
  const Choice* choice = thing_at(task.choices, entry.source_index);
  return choice == nullptr ? std::string() : words_for(choice->text, choice->figure);
}

std::vector<std::string> offered(const MultipleChoice& task) { return looks_of(task.choices); }

}  // namespace hornbook::engage
