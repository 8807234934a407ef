// What a session records of the experiments that its learner is in: runtime/adapt/experiments says which. For
// runtime/session alone.
#pragma once

#include "runtime/session/step_builder.hpp"

namespace hornbook::session {

// Before a decision: each arm that no event has assigned yet, once a learner.
void record_assignments(StepBuilder& step);
// The experiments under whose other arm `decision` would have been another one, to be recorded after it. `step` is as
// it was when the decision was made.
[[nodiscard]] std::vector<measure::ExperimentExposed> exposures_to(StepBuilder& step,
                                                                   const measure::Decision& decision);
// Whether a message that has its turn is said; records where that is an experiment's doing.
[[nodiscard]] bool says_message(StepBuilder& step);

}  // namespace hornbook::session
