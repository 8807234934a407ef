// What a learner answered, and when in the count of their answers. Pure.
#pragma once

#include "runtime/interpret/learner_state.hpp"

namespace hornbook::adapt {

// Whether nothing was answered after the item.
[[nodiscard]] bool was_answered_last(const interpret::LearnerState& state, ItemKey item);

}  // namespace hornbook::adapt
