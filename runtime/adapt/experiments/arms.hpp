// Which arms of the school's experiments a learner is in. Pure: the same on every device of the learner, without any
// coordination, because the draw is seeded by experiment and learner, and an arm that was assigned stays.
#pragma once

#include <span>
#include <vector>

#include "runtime/adapt/choose_next.hpp"

namespace hornbook::adapt {

struct ArmInForce {
  const interpret::RunningExperiment* experiment = nullptr;  // borrowed from the parameters
  std::uint8_t arm = 0;
  bool is_assigned = false;  // by an event; otherwise it is to be
};

// The arm that a new participant gets: the second with the experiment's share. A greater share moves learners from the
// first to the second alone, so that devices that know different shares mostly agree before they meet.
[[nodiscard]] std::uint8_t draw_arm(const interpret::RunningExperiment& experiment, const LearnerId& learner);
// With which the arm is drawn, 0 … 1000.
[[nodiscard]] std::uint16_t probability_permille(const interpret::RunningExperiment& experiment, std::uint8_t arm);

// Of the experiments that run, have not ended and that the learner takes part in, those which can make a difference
// here: a school's own, and those of the packs in play. In the order of the parameters.
[[nodiscard]] std::vector<ArmInForce> arms_in_force(const interpret::LearnerState& state, const LearnerId& learner,
                                                    std::span<const PackInPlay> packs, UnixMs now,
                                                    const interpret::Parameters& parameters);

// What has to be recorded before the next decision: the arms that no event has assigned yet.
[[nodiscard]] std::vector<measure::ExperimentAssigned> assignments_due(std::span<const ArmInForce> arms);

}  // namespace hornbook::adapt
