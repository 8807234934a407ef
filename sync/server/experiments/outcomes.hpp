// What became of the learners of an experiment, arm by arm: by assignment, whether or not the arm ever made a
// difference to them ("intention to treat": anything else would compare learners who differ in more than the arm;
// Fisher et al. 1990). Who withdrew is left out.
#pragma once

#include <array>
#include <vector>

#include "runtime/interpret/calibrate/calibrate_school.hpp"
#include "sync/server/experiments/terms.hpp"

namespace hornbook::server {

// Nothing is told of an arm with fewer learners, as of items in a calibration.
inline constexpr std::size_t learners_of_arm_min = interpret::learners_of_value_min;

// One value a learner, since they were assigned.
struct ArmOutcomes {
  std::size_t learners = 0;
  std::size_t exposed = 0;    // of them, those to whom the arm made a difference
  std::vector<double> items;  // questions answered, first tries that are evidence
  // Share right at the first try and without a hint, of questions that both arms have; of those who answered any.
  std::vector<double> right;
  std::vector<double> mastered;  // skills that became mastered
};
struct Outcomes {
  std::array<ArmOutcomes, interpret::experiment_arms> arms;
  std::size_t withdrawn = 0;  // assigned once, and left out
  [[nodiscard]] bool can_be_told() const {
    return arms.front().learners >= learners_of_arm_min && arms.back().learners >= learners_of_arm_min;
  }
};
[[nodiscard]] Result<Outcomes> outcomes_of(School& school, const Library& library, const Term& term);

}  // namespace hornbook::server
