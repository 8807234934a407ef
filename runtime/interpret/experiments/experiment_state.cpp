#include "runtime/interpret/experiments/experiment_state.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/interpret/experiments/running_experiment.hpp"

namespace hornbook::interpret {

void take(ExperimentState& state, const measure::ExperimentAssigned& assigned) {
  if (assigned.arm >= experiment_arms || state.arms.size() >= limits::state_experiments_max) return;
  state.arms.try_emplace(assigned.experiment, assigned.arm);
}

}  // namespace hornbook::interpret
