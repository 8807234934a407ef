// Which supports a learner was given, as far as later decisions need it: how far examples have faded, and when a rest
// was offered. Part of the learner's state; runtime/interpret/STATE.md has its bytes.
#pragma once

#include <cstdint>
#include <map>

#include "runtime/core/ids.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::interpret {

// Siblings that are shown done before the learner does an item without one.
inline constexpr std::uint8_t sibling_examples = 2;

// Examples of one skill: each shows less than the one before it. One that is over begins anew with the next.
struct ExampleSeries {
  std::uint8_t shown = 0;
  std::uint32_t session = 0;  // LearnerState::sessions at the last of them
  bool operator==(const ExampleSeries&) const = default;
};

struct RestMemory {
  std::uint32_t session = 0;    // LearnerState::sessions when one was offered last; 0: never
  std::uint32_t responses = 0;  // LearnerState::responses then
  bool operator==(const RestMemory&) const = default;
};

struct SupportState {
  std::map<SkillKey, ExampleSeries> examples;
  RestMemory rest;
  bool operator==(const SupportState&) const = default;
};

// ---- the fold's part ----
// An example of the skill, for an item of so many steps.
void show_example(SupportState& supports, SkillKey skill, const measure::ExampleShown& shown, std::size_t item_steps,
                  std::uint32_t session);
void take(SupportState& supports, const measure::BreakTaken& taken, std::uint32_t session, std::uint32_t responses);

}  // namespace hornbook::interpret
