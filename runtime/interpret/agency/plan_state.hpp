// What a teacher laid down for a learner: until when there is time, what the learner may decide, and checks that wait.
// It comes from events that the school itself writes into the learner's record, so that it reaches every device inside
// the base and a replay sees it. Part of the learner's state; runtime/interpret/STATE.md has its bytes.
#pragma once

#include <cstdint>
#include <set>

#include "runtime/core/ids.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::interpret {

struct PlanState {
  std::uint32_t term_end_day = 0;  // the last day of the term, in days since 1970-01-01; 0: none
  measure::Allowed allowed;
  std::set<SkillKey> checks_asked;  // names of clusters whose check the teacher waits for, until it begins
  bool operator==(const PlanState&) const = default;
};

// ---- the fold's part ----
void take(PlanState& plan, const measure::PlanSet& set);
// Past limits::checks_asked_max nothing more is asked.
void take(PlanState& plan, const measure::CheckAsked& asked);

}  // namespace hornbook::interpret
