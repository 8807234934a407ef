// Scoring: what an answer is worth and which misconception it shows.
#pragma once

#include "runtime/engage/item.hpp"

namespace hornbook::measure {

// Pure. An answer of another kind than the question's task, or one that does not fit it, scores as not correct with no
// credit. Which part of an answer earns which credit is told by the kind of task (runtime/engage/kinds). Where the kind
// has no sentence of its own, the feedback is the question's explanation or its not_yet, which may be empty. What a
// person will judge is neither right nor wrong; the explanation says what to compare it with.
[[nodiscard]] engage::Verdict score(const engage::Question& question, const engage::Answer& answer);

}  // namespace hornbook::measure
