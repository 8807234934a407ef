// Things that are carried to slots, one in each: what is entered so far in tasks of that sort.
#pragma once

#include <optional>
#include <vector>

#include "runtime/engage/answer.hpp"
#include "runtime/engage/gesture.hpp"

namespace hornbook::engage {

struct Placements {
  std::vector<std::optional<std::uint8_t>> slots;  // the thing in each
  std::optional<std::uint8_t> in_hand;
  bool operator==(const Placements&) const = default;
};

// Takes PickUp, PutDown and EraseLast; `things` are numbered 0 … things − 1. Says whether anything changed.
[[nodiscard]] bool enter(Placements& entry, std::size_t things, const Gesture& gesture);
[[nodiscard]] bool is_full(const Placements& entry);
// A number for each slot: the thing in it.
[[nodiscard]] Answer to_answer(const Placements& entry);
// What to do next on the way to `wanted`, whose hand is empty; nothing when it is reached.
[[nodiscard]] std::optional<Gesture> next_gesture(const Placements& now, const Placements& wanted);

}  // namespace hornbook::engage
