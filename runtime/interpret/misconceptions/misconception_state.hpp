// What a learner's answers say of one misconception: a rule of their own that is wrong, yet followed (a "bug": Brown &
// Burton 1978). Part of the learner's state; runtime/interpret/STATE.md has its bytes.
#pragma once

#include <array>
#include <cstdint>
#include <map>

#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"
#include "runtime/interpret/curriculum.hpp"

namespace hornbook::interpret {

struct MisconceptionState {
  double held = 0;                    // P(the rule is followed now), 0 … 1
  std::uint32_t opportunities = 0;    // first tries that could have shown it
  std::uint32_t errors = 0;           // of them, that did
  std::array<ItemKey, 2> shown_by{};  // distinct items of its errors since it was last cleared; 0: none yet
  ItemKey last_item = 0;              // of the last opportunity
  UnixMs last_shown_ms = 0;           // 0: never
  bool asserted = false;              // taken to be there until it is cleared
  bool operator==(const MisconceptionState&) const = default;
};

using MisconceptionStates = std::map<MisconceptionKey, MisconceptionState>;

}  // namespace hornbook::interpret
