// Progress across versions of a pack. An item or a skill keeps its progress by its id; one that was renamed, split off
// or merged names what it was, and takes over what the learner did there.
#pragma once

#include "runtime/interpret/learner_state.hpp"

namespace hornbook::interpret {

// Gives each skill and item of the curriculum that names former ones, and of which the state knows nothing yet, what
// the state knows of those: a copy of the first that is there of `was`, else what all of `merges` support together, see
// STATE.md. What the former ones have stays, for another device may still have the older pack. Twice is as once.
void inherit(LearnerState& state, const Curriculum& curriculum);

}  // namespace hornbook::interpret
