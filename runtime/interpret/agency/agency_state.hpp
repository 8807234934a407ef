// What a learner wished, set out to do and was told, as far as later decisions need it. Part of the learner's state;
// runtime/interpret/STATE.md has its bytes. Wishes move decisions within bounds, and fade: a wish is of its day.
#pragma once

#include <cstdint>

#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::interpret {

struct MessageMemory {
  std::uint16_t last = 0;       // the number of the last message; 0: none yet
  std::uint32_t responses = 0;  // LearnerState::responses when it was shown
  UnixMs shown_ms = 0;
  bool operator==(const MessageMemory&) const = default;
};

struct GoalState {
  SkillKey skill = 0;         // 0: any
  std::uint16_t target = 0;   // items to work on; 0: there is no goal
  std::uint16_t done = 0;     // of them
  std::uint32_t day = 0;      // the last one it is meant for, in days since 1970-01-01; 0: the session it was set in
  std::uint32_t session = 0;  // LearnerState::sessions when it was set
  bool by_teacher = false;
  bool counted = false;  // the item in play was counted
  bool operator==(const GoalState&) const = default;
};

// Of "too easy" and "too hard", in steps of the success band.
inline constexpr std::int8_t easier_steps_max = 2;
// Sessions in a row in which a check may be put off: after that it is due, whatever is wished.
inline constexpr std::uint8_t later_in_row_max = 2;

struct AgencyState {
  MessageMemory message;
  GoalState goal;
  std::int8_t easier_steps = 0;     // −easier_steps_max … easier_steps_max; above 0: asked for easier
  std::uint32_t later_session = 0;  // LearnerState::sessions when checks were put off last; 0: never
  std::uint8_t later_in_row = 0;    // sessions in a row
  bool operator==(const AgencyState&) const = default;
};

// ---- the fold's part ----
void begin_session(AgencyState& agency);
void take(AgencyState& agency, const measure::MessageShown& shown, std::uint32_t responses, UnixMs now);
void take(AgencyState& agency, const measure::GoalSet& goal, std::uint32_t session);
void take(AgencyState& agency, const measure::OverrideMade& made, std::uint32_t session);
void present_item(AgencyState& agency);
// An item with this main skill was answered: once an item, it counts for the goal.
void count_item(AgencyState& agency, SkillKey main_skill);

// ---- what follows ----
// `session` is LearnerState::sessions, `now` the session's estimate of the time.
[[nodiscard]] bool has_goal(const AgencyState& agency, std::uint32_t session, UnixMs now);
[[nodiscard]] bool puts_checks_off(const AgencyState& agency, std::uint32_t session);
[[nodiscard]] bool may_put_checks_off(const AgencyState& agency, std::uint32_t session);
[[nodiscard]] std::uint32_t day_of(UnixMs now);

}  // namespace hornbook::interpret
