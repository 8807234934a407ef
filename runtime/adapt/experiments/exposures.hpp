// Whether an experiment made a difference: by what would have been under its other arm. Pure. It costs a decision more
// for each experiment that runs.
#pragma once

#include "runtime/adapt/experiments/arms.hpp"

namespace hornbook::adapt {

// One for each of `arms` under whose other arm `decision` would have been another one: another suggestion, or others
// offered beside it. `arms`, and the rest, are those that it was made with.
[[nodiscard]] std::vector<measure::ExperimentExposed> exposures_to(
    const measure::Decision& decision, std::span<const ArmInForce> arms, const interpret::LearnerState& state,
    const LearnerId& learner, std::span<const PackInPlay> packs, UnixMs now, const interpret::Parameters& parameters);

// Whether a message that has its turn is said, and one for each of `arms` under whose other arm that would be
// otherwise.
struct MessageUnderArms {
  bool is_said = true;
  std::vector<measure::ExperimentExposed> exposures;
};
[[nodiscard]] MessageUnderArms message_under(std::span<const ArmInForce> arms, std::uint32_t decision_number);

}  // namespace hornbook::adapt
