#include "runtime/engage/kinds/sort/sort.hpp"

namespace hornbook::engage {
namespace {

bool pick_up(SortEntry& entry, std::uint8_t tile) {
  if (tile >= entry.bin_of.size()) return false;
  if (entry.in_hand == tile) {
    entry.in_hand.reset();
    return true;
  }
  if (entry.in_hand && entry.bin_of[tile]) {
    entry.bin_of[*entry.in_hand] = entry.bin_of[tile];
    entry.in_hand.reset();
    return true;
  }
  entry.bin_of[tile].reset();
  entry.in_hand = tile;
  return true;
}

bool put_down(const SortTask& task, SortEntry& entry, std::uint8_t bin) {
  if (!entry.in_hand || bin >= task.bins.size()) return false;
  entry.bin_of[*entry.in_hand] = bin;
  entry.in_hand.reset();
  return true;
}

bool take_back_last(SortEntry& entry) {
  const auto last =
      std::find_if(entry.bin_of.rbegin(), entry.bin_of.rend(), [](const auto& bin) { return bin.has_value(); });
  if (last == entry.bin_of.rend()) return false;
  last->reset();
  return true;
}

bool is_in_a_bin(const std::optional<std::uint8_t>& bin) { return bin.has_value(); }

bool belongs_nowhere(const SortHome& home) { return !home.bin; }

// The bin after this one, around the end.
std::uint8_t other_bin(const SortTask& task, std::uint8_t bin) {
  return static_cast<std::uint8_t>((bin + 1U) % task.bins.size());
}

}  // namespace

SortEntry empty_entry(const SortTask& task) {
  SortEntry entry;
  entry.bin_of.resize(task.tiles.size());
  return entry;
}

bool enter(const SortTask& task, SortEntry& entry, const Gesture& gesture) {
  if (const auto* pick = std::get_if<PickUp>(&gesture)) return pick_up(entry, pick->thing);
  if (const auto* put = std::get_if<PutDown>(&gesture)) return put_down(task, entry, put->slot);
  return std::holds_alternative<EraseLast>(gesture) && take_back_last(entry);
}

bool is_complete(const SortTask& task, const SortEntry& entry) {
  const auto& bins = entry.bin_of;
  const bool some_stay_out = std::any_of(task.homes.begin(), task.homes.end(), belongs_nowhere);
  return some_stay_out ? std::any_of(bins.begin(), bins.end(), is_in_a_bin)
                       : std::all_of(bins.begin(), bins.end(), is_in_a_bin);
}

Answer to_answer(const SortTask&, const SortEntry& entry) {
  Answer answer;
  for (const auto& bin : entry.bin_of) answer.numbers.push_back(bin ? *bin + 1U : 0U);
  return answer;
}

std::optional<SortEntry> from_answer(const SortTask& task, const Answer& answer) {
  if (answer.numbers.size() != task.tiles.size() || !answer.texts.empty()) return std::nullopt;
  SortEntry entry;
  for (const std::uint32_t number : answer.numbers) {
    if (number > task.bins.size()) return std::nullopt;
    entry.bin_of.push_back(number == 0 ? std::nullopt : std::optional(static_cast<std::uint8_t>(number - 1)));
  }
  return is_complete(task, entry) ? std::optional(std::move(entry)) : std::nullopt;
}

Verdict assess(const SortTask& task, const SortEntry& entry) {
  if (entry.bin_of.size() != task.homes.size()) return not_yet();
  std::size_t belonging = 0;
  std::size_t at_home = 0;
  std::size_t intruding = 0;
  const SortHome* first_wrong = nullptr;
  for (std::size_t tile = 0; tile < task.homes.size(); ++tile) {
    const SortHome& home = task.homes[tile];
    belonging += home.bin.has_value();
    if (entry.bin_of[tile] == home.bin) {
      at_home += home.bin.has_value();
      continue;
    }
    intruding += !home.bin;
    if (first_wrong == nullptr || first_wrong->wrong.feedback.empty()) first_wrong = &home;
  }
  if (first_wrong == nullptr) return right();
  const std::size_t earned = at_home > intruding ? at_home - intruding : 0;
  const auto credit = static_cast<std::uint16_t>(belonging == 0 ? 0 : earned * full_credit / belonging);
  Verdict verdict = wrong_as(first_wrong->wrong, credit);
  verdict.remark = Remark::NotAllOfThem;
  return verdict;
}

SortEntry right_entry(const SortTask& task) {
  SortEntry entry;
  for (const SortHome& home : task.homes) entry.bin_of.push_back(home.bin);
  return entry;
}

// Each tile in another bin, what belongs nowhere in the first, and all of them a bin further.
std::vector<SortEntry> wrong_entries(const SortTask& task) {
  std::vector<SortEntry> entries;
  SortEntry all = right_entry(task);
  for (std::size_t tile = 0; tile < task.homes.size(); ++tile) {
    const std::optional<std::uint8_t> home = task.homes[tile].bin;
    SortEntry entry = right_entry(task);
    entry.bin_of[tile] = home ? other_bin(task, *home) : std::uint8_t{0};
    all.bin_of[tile] = entry.bin_of[tile];
    entries.push_back(std::move(entry));
  }
  entries.push_back(std::move(all));
  return entries;
}

std::optional<Gesture> next_gesture(const SortTask&, const SortEntry& now, const SortEntry& wanted) {
  if (now.in_hand) {
    const auto& bin = wanted.bin_of[*now.in_hand];
    return bin ? Gesture(PutDown{*bin}) : Gesture(PickUp{*now.in_hand});
  }
  const auto [at, unused] = std::mismatch(now.bin_of.begin(), now.bin_of.end(), wanted.bin_of.begin());
  if (at == now.bin_of.end()) return std::nullopt;
  return PickUp{static_cast<std::uint8_t>(at - now.bin_of.begin())};
}

Gesture way_back(const SortTask&) { return LookAgain{}; }

std::string in_words(const SortTask& task, const SortEntry& entry) {
  std::string words;
  for (std::size_t bin = 0; bin < task.bins.size(); ++bin) {
    std::string inside;
    for (const Tile& tile : task.tiles) {
      if (entry.bin_of[tile.source_index] != static_cast<std::uint8_t>(bin)) continue;
      inside.append(inside.empty() ? "" : ", ").append(words_for(tile.text, tile.figure));
    }
    if (inside.empty()) continue;
    words.append(words.empty() ? "" : "; ").append(words_for(task.bins[bin].text, task.bins[bin].figure));
    words.append(": ").append(inside);
  }
  return words;
}

std::vector<std::string> offered(const SortTask& task) { return looks_of(task.tiles); }

}  // namespace hornbook::engage
