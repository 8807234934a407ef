// A check that finds out where a learner starts, sitting by sitting: runtime/adapt/placement says what it asks and when
// it has asked enough. For runtime/session alone.
#pragma once

#include "runtime/session/step_builder.hpp"

namespace hornbook::session {

// The first question, where a check is offered at home.
void start_check(StepBuilder& step, std::uint16_t pack_index);
// A question was answered or passed over: the next one, the next cluster, or the end of the check or of the sitting.
void go_on_with_check(StepBuilder& step);
// The learner starts from what was seen.
void stop_check(StepBuilder& step);
// It goes on another time. Without a check nothing happens.
void pause_check(StepBuilder& step);

}  // namespace hornbook::session
