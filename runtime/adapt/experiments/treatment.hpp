// What the arms of experiments make of a decision: items that are left out, rules that differ. Pure. Without an
// experiment a treatment is empty: everybody has the items of the first arms, and the usual rules.
#pragma once

#include <span>
#include <vector>

#include "runtime/interpret/curriculum.hpp"
#include "runtime/interpret/experiments/running_experiment.hpp"

namespace hornbook::adapt {

struct ArmInForce;

// Whether its arms differ in a rule of the decisions: a school's experiment.
[[nodiscard]] bool changes_rules(const interpret::RunningExperiment& experiment);

class Treatment {
 public:
  Treatment() = default;
  explicit Treatment(std::span<const ArmInForce> arms);

  // Whether the item is of an arm that the learner is not in.
  [[nodiscard]] bool leaves_out(const interpret::Curriculum& curriculum, const interpret::ItemNode& item) const;
  // By how much the band of expected success moves, as a chance; what several experiments say adds up, within the
  // bounds of one.
  [[nodiscard]] double easier() const { return easier_; }
  // Unaided right answers in a row after which a skill rests until another day; `usual` when no experiment says.
  [[nodiscard]] std::uint32_t rests_after(std::uint32_t usual) const {
    return rests_after_ == 0 ? usual : rests_after_;
  }
  [[nodiscard]] bool has_messages() const { return has_messages_; }

 private:
  std::vector<ExperimentId> in_second_;  // experiments whose second arm the learner is in
  double easier_ = 0;
  std::uint32_t rests_after_ = 0;
  bool has_messages_ = true;
};

}  // namespace hornbook::adapt
