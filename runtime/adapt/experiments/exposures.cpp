#include "runtime/adapt/experiments/exposures.hpp"

#include "runtime/adapt/experiments/treatment.hpp"

namespace hornbook::adapt {
namespace {

std::vector<ArmInForce> with_other_arm(std::span<const ArmInForce> arms, std::size_t at) {
  std::vector<ArmInForce> others(arms.begin(), arms.end());
  others[at].arm = others[at].arm == 0 ? 1 : 0;
  return others;
}

// One for each arm without which `is_otherwise` holds.
template <class IsOtherwise>
std::vector<measure::ExperimentExposed> exposures(std::span<const ArmInForce> arms, std::uint32_t decision_number,
                                                  IsOtherwise is_otherwise) {
  std::vector<measure::ExperimentExposed> found;
  for (std::size_t at = 0; at < arms.size(); ++at)
    if (is_otherwise(Treatment(with_other_arm(arms, at))))
      found.push_back({arms[at].experiment->id, arms[at].arm, decision_number});
  return found;
}

}  // namespace

std::vector<measure::ExperimentExposed> exposures_to(const measure::Decision& decision,
                                                     std::span<const ArmInForce> arms,
                                                     const interpret::LearnerState& state, const LearnerId& learner,
                                                     std::span<const PackInPlay> packs, UnixMs now,
                                                     const interpret::Parameters& parameters) {
  return exposures(arms, decision.number, [&](const Treatment& other) {
    const auto otherwise = choose_next_under(other, state, learner, packs, now, decision.number, parameters);
    return !otherwise || *otherwise != decision;
  });
}

MessageUnderArms message_under(std::span<const ArmInForce> arms, std::uint32_t decision_number) {
  const bool is_said = Treatment(arms).has_messages();
  return {is_said,
          exposures(arms, decision_number, [&](const Treatment& other) { return other.has_messages() != is_said; })};
}

}  // namespace hornbook::adapt
