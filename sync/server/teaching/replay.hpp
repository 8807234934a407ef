// The proof that a device decided as the model says: each new decision is made again here from its own causal past, the
// base that its session named and the device's own events since, whatever arrived elsewhere in the meantime.
#pragma once

#include "sync/server/school/devices.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

struct ReplayCount {
  std::uint64_t decisions = 0;
  std::uint64_t unmatched = 0;  // came out otherwise, or the base they name was never issued
};

// Replays the decisions of one learner on one device whose commit number is above `last_known`.
[[nodiscard]] Result<ReplayCount> replay_new_decisions(School& school, const Library& library, const Device& device,
                                                       std::int64_t learner_number, std::int64_t last_known);

}  // namespace hornbook::server
