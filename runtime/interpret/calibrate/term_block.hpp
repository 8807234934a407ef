// One term while it is fitted: its bins, its values and its penalty.
#pragma once

#include "runtime/interpret/calibrate/feature_table.hpp"
#include "runtime/interpret/calibrate/symmetric_solve.hpp"

namespace hornbook::interpret {

struct TermBlock {
  const Binned* first = nullptr;
  const Binned* second = nullptr;  // none: a smooth term
  std::size_t first_feature = 0;
  std::size_t second_feature = 0;
  std::vector<double> values;
  SymmetricMatrix penalty{0};

  [[nodiscard]] std::size_t bin(std::size_t row) const {
    const std::size_t own = first->bins[row];
    return second == nullptr ? own : own * second->count() + second->bins[row];
  }
};

// What draws a smooth term together, in units of information (the sum of p (1 − p) over answers).
struct Penalty {
  double smoothness = 0;  // on squared second differences of neighbouring bins
  double ridge = 0;       // on squared values, so that a bin of few answers stays small
};

[[nodiscard]] TermBlock smooth_block(const FeatureTable& table, std::size_t feature, const Penalty& penalty);
[[nodiscard]] TermBlock pair_block(const FeatureTable& table, std::size_t first, std::size_t second);

}  // namespace hornbook::interpret
