// The proof that devices decided as the model says: each new decision is made again from its own causal past
// (runtime/session/replay.hpp), with the bases that the school issued.
#pragma once

#include "sync/server/school/school.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

// Counts, for each device, the decisions of one learner whose commit number is above `last_known`, and those of them
// that came out otherwise or whose past is not known here. An event that was committed late belongs to the past of
// decisions that were counted already: then all of the learner's are counted anew. Must run inside the ingest's
// transaction.
[[nodiscard]] Done count_new_decisions(School& school, const Library& library, std::int64_t learner_number,
                                       std::int64_t last_known);

}  // namespace hornbook::server
