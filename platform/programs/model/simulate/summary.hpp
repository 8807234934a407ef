// What a trial says, with how sure it is. Intervals are 95 % percentile intervals of 1000 bootstrap samples of learners
// (Efron & Tibshirani 1993); policies that were tried on the same learners are resampled together.
#pragma once

#include <vector>

#include "platform/programs/model/simulate/compare.hpp"

namespace hornbook::simulate {

struct Estimate {
  double value = 0;
  double low = 0;
  double high = 0;
};

struct Summary {
  std::size_t learners = 0;
  Estimate items;               // to true mastery of all skills, a skill, on average
  Estimate false_share;         // of the skills declared, 0 … 1
  double never_share = 0;       // of the learners: not all skills truly mastered within the limit
  double first_pass_items = 0;  // until everything was declared, a skill, on average
  double declared_share = 0;    // of the skills, in the first pass
  double days = 0;              // of the first pass, on average
  double later_success = 0;     // P(right), four weeks after the last item
};

[[nodiscard]] Summary summarise(const std::vector<LearnerOutcome>& outcomes, std::uint64_t seed);

// How many items fewer `tried` needs to true mastery than `usual`, as a share of the usual. The same learners in both,
// in the same order.
[[nodiscard]] Estimate saving(const std::vector<LearnerOutcome>& tried, const std::vector<LearnerOutcome>& usual,
                              std::uint64_t seed);

}  // namespace hornbook::simulate
