#include "runtime/adapt/experiments/arms.hpp"

#include <algorithm>

#include "runtime/adapt/experiments/treatment.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/core/seeded_random.hpp"

namespace hornbook::adapt {
namespace {

using interpret::RunningExperiment;

bool is_declared_by(const PackInPlay& pack, const ExperimentId& experiment) {
  const std::vector<ExperimentId>& declared = pack.curriculum->experiments;
  return std::find(declared.begin(), declared.end(), experiment) != declared.end();
}

bool concerns(const RunningExperiment& experiment, std::span<const PackInPlay> packs) {
  return changes_rules(experiment) || std::any_of(packs.begin(), packs.end(), [&](const PackInPlay& pack) {
           return is_declared_by(pack, experiment.id);
         });
}

std::uint64_t seed_of(const RunningExperiment& experiment, const LearnerId& learner) {
  ByteWriter writer;
  writer.raw(experiment.id.view());
  writer.u64(experiment.seed);
  writer.raw(learner.view());
  const Hash drawn = hash(writer.view());
  std::uint64_t seed = 0;
  for (std::size_t at = 0; at < 8; ++at) seed = (seed << 8) | drawn.bytes[at];
  return seed;
}

}  // namespace

std::uint8_t draw_arm(const RunningExperiment& experiment, const LearnerId& learner) {
  constexpr std::uint64_t permille = 1000;
  return SeededRandom(seed_of(experiment, learner)).below(permille) < experiment.second_permille ? 1 : 0;
}

std::uint16_t probability_permille(const RunningExperiment& experiment, std::uint8_t arm) {
  return arm == 0 ? static_cast<std::uint16_t>(1000 - experiment.second_permille) : experiment.second_permille;
}

std::vector<ArmInForce> arms_in_force(const interpret::LearnerState& state, const LearnerId& learner,
                                      std::span<const PackInPlay> packs, UnixMs now,
                                      const interpret::Parameters& parameters) {
  std::vector<ArmInForce> arms;
  if (parameters.version < interpret::experiments_since) return arms;
  for (const RunningExperiment& experiment : parameters.experiments) {
    if (now >= experiment.ends_ms || !concerns(experiment, packs) || !takes_part(experiment, learner)) continue;
    const auto assigned = state.experiments.arms.find(experiment.id);
    const bool is_assigned = assigned != state.experiments.arms.end();
    arms.push_back({&experiment, is_assigned ? assigned->second : draw_arm(experiment, learner), is_assigned});
  }
  return arms;
}

std::vector<measure::ExperimentAssigned> assignments_due(std::span<const ArmInForce> arms) {
  std::vector<measure::ExperimentAssigned> due;
  for (const ArmInForce& each : arms)
    if (!each.is_assigned)
      due.push_back({each.experiment->id, each.arm, probability_permille(*each.experiment, each.arm)});
  return due;
}

}  // namespace hornbook::adapt
