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
  Estimate items_a_mastery;     // true mastery, in the first pass; of a trial with none, as if there had been one
  Estimate items_to_all;        // a skill, until all are settled
  Estimate false_share;         // of the skills declared, 0 … 1
  double never_share = 0;       // of the learners: not all settled within the limit
  double first_pass_items = 0;  // a skill
  double declared_share = 0;    // of the skills, in the first pass
  double days = 0;              // of the first pass
  double later_success = 0;     // P(right), four weeks after the last item
};
[[nodiscard]] Summary summarise(const std::vector<LearnerOutcome>& outcomes, std::uint64_t seed);

// How many items fewer, as a share of the usual.
struct Saving {
  Estimate a_mastery;
  Estimate to_all;
};
// Of the same learners, in the same order.
[[nodiscard]] Saving saving(const std::vector<LearnerOutcome>& tried, const std::vector<LearnerOutcome>& usual,
                            std::uint64_t seed);

}  // namespace hornbook::simulate
