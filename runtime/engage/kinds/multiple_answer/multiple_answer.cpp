#include "runtime/engage/kinds/multiple_answer/multiple_answer.hpp"

#include <iterator>

namespace hornbook::engage {
namespace {

std::vector<std::uint8_t> correct_indexes(const MultipleAnswer& task) {
  std::vector<std::uint8_t> indexes;
  for (const Choice& choice : task.choices)
    if (choice.correct) indexes.push_back(choice.source_index);
  std::sort(indexes.begin(), indexes.end());
  return indexes;
}

// Takes it, or lets it go.
void toggle(std::vector<std::uint8_t>& chosen, std::uint8_t source_index) {
  const auto at = std::lower_bound(chosen.begin(), chosen.end(), source_index);
  if (at != chosen.end() && *at == source_index)
    chosen.erase(at);
  else
    chosen.insert(at, source_index);
}

}  // namespace

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
  if (answer.numbers.empty() || !answer.texts.empty()) return std::nullopt;
  MultipleAnswerEntry entry;
  for (const std::uint32_t number : answer.numbers) {
    const auto source_index = static_cast<std::uint8_t>(number);
    if (number > 255 || thing_at(task.choices, source_index) == nullptr) return std::nullopt;
    if (!entry.chosen.empty() && entry.chosen.back() >= source_index) return std::nullopt;
    entry.chosen.push_back(source_index);
  }
  return entry;
}

Verdict assess(const MultipleAnswer& task, const MultipleAnswerEntry& entry) {
  const std::size_t all = count_correct(task.choices);
  std::size_t found = 0;
  std::size_t mistaken = 0;
  const Choice* first_wrong = nullptr;
  for (const std::uint8_t source_index : entry.chosen) {
    const Choice* choice = thing_at(task.choices, source_index);
    if (choice == nullptr) return not_yet();
    if (choice->correct) {
      ++found;
    } else {
      ++mistaken;
      if (first_wrong == nullptr || first_wrong->wrong.feedback.empty()) first_wrong = choice;
    }
  }
  if (found == all && mistaken == 0) return right();
  const std::size_t earned = found > mistaken ? found - mistaken : 0;
  const auto credit = static_cast<std::uint16_t>(all == 0 ? 0 : earned * full_credit / all);
  Verdict verdict = first_wrong == nullptr ? not_yet(credit) : wrong_as(first_wrong->wrong, credit);
  verdict.remark = mistaken > 0 ? Remark::NotAllOfThem : Remark::MoreToFind;
  return verdict;
}

MultipleAnswerEntry right_entry(const MultipleAnswer& task) { return {correct_indexes(task)}; }

std::vector<MultipleAnswerEntry> wrong_entries(const MultipleAnswer& task) {
  const std::vector<std::uint8_t> correct = correct_indexes(task);
  std::vector<MultipleAnswerEntry> entries;
  for (const Choice& choice : task.choices) {
    if (choice.correct) continue;
    MultipleAnswerEntry entry{correct};
    toggle(entry.chosen, choice.source_index);
    entries.push_back(std::move(entry));
  }
  if (correct.size() > 1) entries.push_back({{std::next(correct.begin()), correct.end()}});
  return entries;
}

std::optional<Gesture> next_gesture(const MultipleAnswer&, const MultipleAnswerEntry& now,
                                    const MultipleAnswerEntry& wanted) {
  std::vector<std::uint8_t> different;
  std::set_symmetric_difference(now.chosen.begin(), now.chosen.end(), wanted.chosen.begin(), wanted.chosen.end(),
                                std::back_inserter(different));
  if (different.empty()) return std::nullopt;
  return Choose{different.front()};
}

Gesture way_back(const MultipleAnswer&) { return LookAgain{}; }

std::string in_words(const MultipleAnswer& task, const MultipleAnswerEntry& entry) {
  std::string words;
  for (const Choice& choice : task.choices) {
    if (!std::binary_search(entry.chosen.begin(), entry.chosen.end(), choice.source_index)) continue;
    words.append(words.empty() ? "" : ", ").append(words_for(choice.text, choice.figure));
  }
  return words;
}

std::vector<std::string> offered(const MultipleAnswer& task) { return looks_of(task.choices); }

}  // namespace hornbook::engage
