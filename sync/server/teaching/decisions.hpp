// The proof that devices decided as the model says: each new decision is made again from its own causal past
// (runtime/session/replay.hpp), with the bases that the school issued.
#pragma once

#include "sync/server/school/school.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

struct DecisionCount {
  std::uint64_t decisions = 0;
  std::uint64_t unmatched = 0;  // came out otherwise, or their past is not known here
};

// Counts the decisions of one learner whose commit number is above `last_known`.
[[nodiscard]] Result<DecisionCount> check_new_decisions(School& school, const Library& library,
                                                        std::int64_t learner_number, std::int64_t last_known);

}  // namespace hornbook::server
