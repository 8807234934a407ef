#include "runtime/adapt/experiments/treatment.hpp"

#include <algorithm>

#include "runtime/adapt/experiments/arms.hpp"

namespace hornbook::adapt {

bool changes_rules(const interpret::RunningExperiment& experiment) {
  return experiment.rules.front() != experiment.rules.back();
}

Treatment::Treatment(std::span<const ArmInForce> arms) {
  int easier_permille = 0;
  for (const ArmInForce& each : arms) {
    const interpret::ArmRules& rules = each.experiment->rules[each.arm];
    if (each.arm == 1) in_second_.push_back(each.experiment->id);
    easier_permille += rules.easier_permille;
    if (rests_after_ == 0) rests_after_ = rules.rests_after;
    has_messages_ = has_messages_ && rules.has_messages;
  }
  easier_ = std::clamp<int>(easier_permille, -interpret::arm_easier_permille_max, interpret::arm_easier_permille_max) /
            1000.0;
}

bool Treatment::leaves_out(const interpret::Curriculum& curriculum, const interpret::ItemNode& item) const {
  if (item.experiment == 0) return false;
  const ExperimentId& experiment = curriculum.experiments[item.experiment - 1u];
  const bool in_second = std::find(in_second_.begin(), in_second_.end(), experiment) != in_second_.end();
  return in_second != (item.arm == 1);
}

}  // namespace hornbook::adapt
