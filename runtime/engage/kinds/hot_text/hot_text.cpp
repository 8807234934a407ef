#include "runtime/engage/kinds/hot_text/hot_text.hpp"

namespace hornbook::engage {
namespace {

bool is_chosen(const HotTextEntry& entry, std::uint8_t word) {
  return std::binary_search(entry.chosen.begin(), entry.chosen.end(), word);
}

const MultipleAnswer& choices_of(const HotText& task) { return task; }

}  // namespace

HotTextEntry empty_entry(const HotText&) { return {}; }

bool enter(const HotText& task, HotTextEntry& entry, const Gesture& gesture) {
  const auto* choose = std::get_if<Choose>(&gesture);
  if (choose == nullptr) return false;
  if (!is_chosen(entry, choose->thing) && entry.chosen.size() >= task.maximum) {
    if (task.maximum > 1) return false;
    entry.chosen.clear();
  }
  return enter(choices_of(task), entry, gesture);
}

bool is_complete(const HotText& task, const HotTextEntry& entry) {
  return !entry.chosen.empty() && entry.chosen.size() >= task.minimum;
}

Answer to_answer(const HotText& task, const HotTextEntry& entry) { return to_answer(choices_of(task), entry); }

std::optional<HotTextEntry> from_answer(const HotText& task, const Answer& answer) {
  auto entry = from_answer(choices_of(task), answer);
  if (!entry || entry->chosen.size() > task.maximum) return std::nullopt;
  return HotTextEntry{std::move(*entry)};
}

Verdict assess(const HotText& task, const HotTextEntry& entry) {
  Verdict verdict = assess(choices_of(task), entry);
  if (task.maximum == 1) verdict.remark = Remark::None;  // there are no others to speak of
  return verdict;
}

HotTextEntry right_entry(const HotText& task) { return {right_entry(choices_of(task))}; }

// A wrong word beside the right ones, in place of one where no more may be chosen; then one right word too few.
std::vector<HotTextEntry> wrong_entries(const HotText& task) {
  const HotTextEntry all_right = right_entry(task);
  std::vector<HotTextEntry> entries;
  for (const Choice& word : task.choices) {
    if (word.correct) continue;
    HotTextEntry entry = all_right;
    if (entry.chosen.size() >= task.maximum) entry.chosen.erase(entry.chosen.begin());
    entry.chosen.insert(std::lower_bound(entry.chosen.begin(), entry.chosen.end(), word.source_index),
                        word.source_index);
    entries.push_back(std::move(entry));
  }
  if (all_right.chosen.size() > task.minimum) {
    HotTextEntry entry = all_right;
    entry.chosen.erase(entry.chosen.begin());
    entries.push_back(std::move(entry));
  }
  return entries;
}

// Lets go before it takes, so that there is room.
std::optional<Gesture> next_gesture(const HotText& task, const HotTextEntry& now, const HotTextEntry& wanted) {
  for (const std::uint8_t word : now.chosen)
    if (!is_chosen(wanted, word) && task.maximum > 1) return Choose{word};
  for (const std::uint8_t word : wanted.chosen)
    if (!is_chosen(now, word)) return Choose{word};
  return std::nullopt;
}

Gesture way_back(const HotText&) { return LookAgain{}; }

std::string in_words(const HotText& task, const HotTextEntry& entry) { return in_words(choices_of(task), entry); }

// The same word may stand in two places.
std::vector<std::string> offered(const HotText& task) {
  std::vector<std::string> looks = offered(choices_of(task));
  std::sort(looks.begin(), looks.end());
  looks.erase(std::unique(looks.begin(), looks.end()), looks.end());
  return looks;
}

}  // namespace hornbook::engage
