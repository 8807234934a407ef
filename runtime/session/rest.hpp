// A rest that is offered when fatigue is seen: taken or left, never pressed. For runtime/session alone.
#pragma once

#include "runtime/session/step_builder.hpp"

namespace hornbook::session {

// Instead of the next activity, where one is called for. False where none is.
[[nodiscard]] bool offer_rest(StepBuilder& step);
void take_rest(StepBuilder& step);
// It is over, or was not wanted. Without one nothing happens.
void end_rest(StepBuilder& step);

}  // namespace hornbook::session
