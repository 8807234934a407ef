// What a learner likes to do, by what they chose of their own will: another activity than the suggested one tells that
// its kind of task and its pack draw them more (situational interest: Hidi & Renninger 2006; choice as in
// self-determination theory: Patall, Cooper & Robinson 2008). Part of the learner's state since parameter version 4;
// runtime/interpret/STATE.md has its bytes. It decides among what is equally fitting, and nothing else.
#pragma once

#include <cstdint>
#include <map>

#include "runtime/core/ids.hpp"

namespace hornbook::interpret {

inline constexpr std::uint32_t interest_since = 4;  // the parameter version that brought it in
// What one more own choice weighs against all before it.
inline constexpr double interest_step = 0.2;

struct InterestState {
  bool chose = false;                    // the item that comes next is the learner's own choice
  std::map<std::uint8_t, double> kinds;  // of tasks: their share of own choices, the latest weighing most; 0 … 1
  std::map<Hash, double> packs;          // the same; a new version of a pack begins anew
  bool operator==(const InterestState&) const = default;
};

// ---- the fold's part ----
// `option`: 0 the suggestion was taken, else another activity.
void take_choice(InterestState& interest, std::uint8_t option);
void take_item(InterestState& interest, std::uint8_t kind, const Hash& pack);

// ---- what follows: 0 … 1 ----
[[nodiscard]] double interest_in(const InterestState& interest, std::uint8_t kind);
[[nodiscard]] double interest_in(const InterestState& interest, const Hash& pack);

}  // namespace hornbook::interpret
