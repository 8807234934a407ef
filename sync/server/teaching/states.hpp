// Learners' states on the server: the fold over their events in canonical order, and what a teacher sees beside it.
#pragma once

#include <optional>
#include <set>

#include "runtime/interpret/learner_state.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/teaching/evidence.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

struct FoldedLearner {
  interpret::Base base;
  Evidence evidence;
  std::int64_t commit_number = 0;  // of the last event in it
};

// NotFound never: a learner without events has an empty state.
[[nodiscard]] Result<FoldedLearner> load_state(School& school, const Learner& learner);
// Folds what was committed since, and keeps the result. Must run inside a transaction.
[[nodiscard]] Done update_state(School& school, const Library& library, std::int64_t learner_number);
// Folds every learner anew who has no kept state, after a pack was added or the store was restored.
[[nodiscard]] Done update_missing_states(School& school, const Library& library);

// A base as it is delivered: sealed under the learner's capsule key, and named.
struct SealedBase {
  Hash sealed_hash;  // of `sealed`
  Bytes sealed;
};
[[nodiscard]] Result<std::optional<SealedBase>> load_sealed_base(School& school, const Learner& learner);
// Remembers a base that a device was given, so that decisions made on it can be replayed.
[[nodiscard]] Done remember_issued_base(School& school, const Learner& learner);
[[nodiscard]] Result<std::optional<interpret::Base>> find_issued_base(School& school, const Learner& learner,
                                                                      const Hash& state_hash);

}  // namespace hornbook::server
