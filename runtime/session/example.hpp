// An example that is shown done before the learner's own work, or as its first steps: runtime/adapt/worked_example says
// when. For runtime/session alone.
#pragma once

#include "runtime/session/step_builder.hpp"

namespace hornbook::session {

// A sibling to read first, where the candidate comes with one. False when there is none: then the item itself comes.
[[nodiscard]] bool show_sibling(StepBuilder& step, const measure::Candidate& own);
// It was read: what the learner does now.
[[nodiscard]] measure::Candidate leave_example(StepBuilder& step);
// The item's own first steps shown done, recorded; where the candidate comes with them.
void show_first_steps(StepBuilder& step, const measure::Candidate& own, engage::ItemInstance& item);
// Whether the learner reads steps that the station shows done; when that ends, they were read.
[[nodiscard]] bool reads_first_steps(const SessionState& state, const engage::Problem& problem);
void leave_first_steps(StepBuilder& step, const engage::Problem& problem);

}  // namespace hornbook::session
