// What an answer adds to the counts of a skill. The same in every parameter version.
#pragma once

#include "runtime/interpret/learner_state.hpp"

namespace hornbook::interpret {

// Whether enough time has gone by since the skill was last practised; sessions are counted where no clock is known.
[[nodiscard]] bool is_delayed(const SkillState& skill, const LearnerState& state, bool is_time_known, UnixMs now,
                              const Parameters& parameters);

// A rapid guess is an opportunity that was not taken: it neither shows the skill nor that it is missing.
void count_rapid_guess(SkillState& skill, const measure::Response& response);

void count_first_try(SkillState& skill, const measure::Response& response, bool is_delayed_try);

}  // namespace hornbook::interpret
