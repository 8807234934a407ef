#include "runtime/engage/kinds/flash_card/flash_card.hpp"

namespace hornbook::engage {
namespace {

std::optional<Recall> recall_of(std::uint32_t number) {
  if (number < static_cast<std::uint32_t>(Recall::NotYet) || number > static_cast<std::uint32_t>(Recall::Easy))
    return std::nullopt;
  return static_cast<Recall>(number);
}

}  // namespace

FlashCardEntry empty_entry(const FlashCard&) { return {}; }

bool enter(const FlashCard&, FlashCardEntry& entry, const Gesture& gesture) {
  const auto* choose = std::get_if<Choose>(&gesture);
  if (choose == nullptr) return false;
  if (choose->thing == turn_card) {
    entry.back_up = !entry.back_up;
    return true;
  }
  const auto recall = recall_of(choose->thing);
  if (!recall || !entry.back_up) return false;
  entry.recall = recall;
  return true;
}

bool is_complete(const FlashCard&, const FlashCardEntry& entry) { return entry.recall.has_value(); }

Answer to_answer(const FlashCard&, const FlashCardEntry& entry) {
  return {0, {static_cast<std::uint32_t>(entry.recall.value_or(Recall::NotYet))}, {}};
}

std::optional<FlashCardEntry> from_answer(const FlashCard&, const Answer& answer) {
  if (answer.numbers.size() != 1 || !answer.texts.empty()) return std::nullopt;
  const auto recall = recall_of(answer.numbers[0]);
  return recall ? std::optional(FlashCardEntry{true, recall}) : std::nullopt;
}

Verdict assess(const FlashCard&, const FlashCardEntry& entry) {
  Verdict verdict = entry.recall == Recall::NotYet || !entry.recall ? not_yet() : right();
  if (!verdict.correct) verdict.remark = Remark::ComesAgainSoon;
  verdict.is_last = true;
  return verdict;
}

FlashCardEntry right_entry(const FlashCard&) { return {true, Recall::Good}; }

std::vector<FlashCardEntry> wrong_entries(const FlashCard&) { return {{true, Recall::NotYet}}; }

std::optional<Gesture> next_gesture(const FlashCard&, const FlashCardEntry& now, const FlashCardEntry& wanted) {
  if (now == wanted) return std::nullopt;
  const bool rates = wanted.recall && now.recall != wanted.recall;
  if (now.back_up != wanted.back_up || (rates && !now.back_up)) return Choose{turn_card};
  return rates ? Gesture(Choose{static_cast<std::uint8_t>(*wanted.recall)}) : Gesture(EraseAll{});
}

Gesture way_back(const FlashCard&) { return LookAgain{}; }

std::string in_words(const FlashCard& task, const FlashCardEntry&) {
  return words_for(task.back.text, task.back.figure);
}

std::vector<std::string> offered(const FlashCard& task) {
  return {look_of(task.front.text, task.front.figure), look_of(task.back.text, task.back.figure)};
}

}  // namespace hornbook::engage
