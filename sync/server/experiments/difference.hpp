// How much two samples differ, and how sure that is.
#pragma once

#include <optional>
#include <span>

namespace hornbook::server {

struct Difference {
  double estimate = 0;  // mean of the second less mean of the first
  double low = 0;       // 95 % confidence interval
  double high = 0;
};

[[nodiscard]] double mean_of(std::span<const double> values);  // 0 of none

// Of two independent samples whose variances may differ (Welch 1947); Student's t is taken from the normal by the
// expansion of Abramowitz & Stegun, 26.7.5, good to .001 from 8 degrees of freedom on. Nothing with fewer than two
// values on a side.
[[nodiscard]] std::optional<Difference> difference_of(std::span<const double> first, std::span<const double> second);

}  // namespace hornbook::server
