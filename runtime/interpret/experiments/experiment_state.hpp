// Which arms a learner was assigned to. Part of the learner's state; runtime/interpret/STATE.md has its bytes. The
// first assignment in the order of the events stands: no later one, and no other share, moves a learner.
#pragma once

#include <cstdint>
#include <map>

#include "runtime/core/ids.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::interpret {

inline constexpr std::uint32_t experiments_since = 4;  // the parameter version that brought them in

struct ExperimentState {
  std::map<ExperimentId, std::uint8_t> arms;  // 0 the first, 1 the second; limits::state_experiments_max
  bool operator==(const ExperimentState&) const = default;
};

// The fold's part. An arm that no experiment has is passed over.
void take(ExperimentState& state, const measure::ExperimentAssigned& assigned);

}  // namespace hornbook::interpret
