#include "runtime/engage/entry/placements.hpp"

#include <algorithm>

namespace hornbook::engage {
namespace {

bool pick_up(Placements& entry, std::uint8_t thing) {
  if (entry.in_hand == thing) {
    entry.in_hand.reset();
    return true;
  }
  std::replace(entry.slots.begin(), entry.slots.end(), std::optional(thing), std::optional<std::uint8_t>());
  entry.in_hand = thing;
  return true;
}

bool put_down(Placements& entry, std::uint8_t slot) {
  if (slot >= entry.slots.size() || (!entry.slots[slot] && !entry.in_hand)) return false;
  std::swap(entry.slots[slot], entry.in_hand);
  return true;
}

bool take_back_last(Placements& entry) {
  const auto last =
      std::find_if(entry.slots.rbegin(), entry.slots.rend(), [](const auto& slot) { return slot.has_value(); });
  if (last == entry.slots.rend()) return false;
  last->reset();
  return true;
}

}  // namespace

bool enter(Placements& entry, std::size_t things, const Gesture& gesture) {
  if (const auto* pick = std::get_if<PickUp>(&gesture)) return pick->thing < things && pick_up(entry, pick->thing);
  if (const auto* put = std::get_if<PutDown>(&gesture)) return put_down(entry, put->slot);
  return std::holds_alternative<EraseLast>(gesture) && take_back_last(entry);
}

bool is_full(const Placements& entry) {
  return std::all_of(entry.slots.begin(), entry.slots.end(), [](const auto& slot) { return slot.has_value(); });
}

Answer to_answer(const Placements& entry) {
  Answer answer;
  for (const auto& slot : entry.slots) answer.numbers.push_back(slot.value_or(std::uint8_t{0}));
  return answer;
}

// A thing in hand goes to its slot, and what lay there comes into the hand; so each is touched at most twice.
std::optional<Gesture> next_gesture(const Placements& now, const Placements& wanted) {
  if (now.in_hand) {
    const auto home = std::find(wanted.slots.begin(), wanted.slots.end(), now.in_hand);
    if (home == wanted.slots.end()) return PickUp{*now.in_hand};
    return PutDown{static_cast<std::uint8_t>(home - wanted.slots.begin())};
  }
  for (std::size_t slot = 0; slot < now.slots.size() && slot < wanted.slots.size(); ++slot) {
    if (now.slots[slot] == wanted.slots[slot]) continue;
    return PickUp{wanted.slots[slot] ? *wanted.slots[slot] : *now.slots[slot]};
  }
  return std::nullopt;
}

}  // namespace hornbook::engage
