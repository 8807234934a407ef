#include "runtime/engage/kinds/match/match.hpp"

namespace hornbook::engage {

MatchEntry empty_entry(const MatchTask& task) {
  MatchEntry entry;
  entry.slots.resize(task.targets.size());
  return entry;
}

bool enter(const MatchTask& task, MatchEntry& entry, const Gesture& gesture) {
  return enter(static_cast<Placements&>(entry), task.tiles.size(), gesture);
}

bool is_complete(const MatchTask&, const MatchEntry& entry) { return is_full(entry); }

Answer to_answer(const MatchTask&, const MatchEntry& entry) { return to_answer(entry); }

std::optional<MatchEntry> from_answer(const MatchTask& task, const Answer& answer) {
  if (answer.numbers.size() != task.targets.size() || !answer.texts.empty()) return std::nullopt;
  MatchEntry entry;
  for (const std::uint32_t number : answer.numbers) {
    const auto tile = static_cast<std::uint8_t>(number);
    const bool is_taken = std::find(entry.slots.begin(), entry.slots.end(), tile) != entry.slots.end();
    if (number > 255 || is_taken || thing_at(task.tiles, tile) == nullptr) return std::nullopt;
    entry.slots.emplace_back(tile);
  }
  return entry;
}

Verdict assess(const MatchTask& task, const MatchEntry& entry) {
  if (entry.slots.size() != task.targets.size() || task.targets.empty()) return not_yet();
  std::size_t found = 0;
  const MatchTarget* first_wrong = nullptr;
  for (std::size_t at = 0; at < entry.slots.size(); ++at) {
    if (entry.slots[at] == static_cast<std::uint8_t>(at))
      ++found;
    else if (first_wrong == nullptr || first_wrong->wrong.feedback.empty())
      first_wrong = &task.targets[at];
  }
  if (first_wrong == nullptr) return right();
  Verdict verdict = wrong_as(first_wrong->wrong, static_cast<std::uint16_t>(found * full_credit / entry.slots.size()));
  verdict.remark = Remark::NotAllOfThem;
  return verdict;
}

MatchEntry right_entry(const MatchTask& task) {
  MatchEntry entry;
  for (std::size_t at = 0; at < task.targets.size(); ++at) entry.slots.emplace_back(static_cast<std::uint8_t>(at));
  return entry;
}

// Neighbours that changed places, and the right tiles each one place on.
std::vector<MatchEntry> wrong_entries(const MatchTask& task) {
  std::vector<MatchEntry> entries;
  for (std::size_t at = 0; at + 1 < task.targets.size(); ++at) {
    MatchEntry entry = right_entry(task);
    std::swap(entry.slots[at], entry.slots[at + 1]);
    entries.push_back(std::move(entry));
  }
  MatchEntry turned = right_entry(task);
  if (turned.slots.size() > 2) {
    std::rotate(turned.slots.begin(), turned.slots.begin() + 1, turned.slots.end());
    entries.push_back(std::move(turned));
  }
  return entries;
}

std::optional<Gesture> next_gesture(const MatchTask&, const MatchEntry& now, const MatchEntry& wanted) {
  return next_gesture(static_cast<const Placements&>(now), static_cast<const Placements&>(wanted));
}

Gesture way_back(const MatchTask&) { return LookAgain{}; }

std::string in_words(const MatchTask& task, const MatchEntry& entry) {
  std::string words;
  for (std::size_t at = 0; at < entry.slots.size() && at < task.targets.size(); ++at) {
    const Tile* tile = thing_at(task.tiles, entry.slots[at]);
    if (tile == nullptr) continue;
    words.append(words.empty() ? "" : "; ").append(words_for(task.targets[at].text, task.targets[at].figure));
    words.append(": ").append(words_for(tile->text, tile->figure));
  }
  return words;
}

std::vector<std::string> offered(const MatchTask& task) { return looks_of(task.tiles); }

}  // namespace hornbook::engage
