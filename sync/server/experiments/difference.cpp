#include "sync/server/experiments/difference.hpp"

#include <cmath>
#include <numeric>

namespace hornbook::server {
namespace {

struct Spread {
  double mean = 0;
  double of_mean = 0;  // variance of the mean
  double freedom = 0;
};

Spread spread_of(std::span<const double> values) {
  Spread spread;
  spread.mean = mean_of(values);
  spread.freedom = static_cast<double>(values.size()) - 1;
  double squares = 0;
  for (const double value : values) squares += (value - spread.mean) * (value - spread.mean);
  spread.of_mean = squares / spread.freedom / static_cast<double>(values.size());
  return spread;
}

// What .975 of Student's distribution lie below.
double student_quantile(double freedom) {
  constexpr double z = 1.959963985;
  constexpr double z2 = z * z;
  constexpr double first = z * (z2 + 1) / 4;
  constexpr double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
  constexpr double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
  return z + first / freedom + second / (freedom * freedom) + third / (freedom * freedom * freedom);
}

}  // namespace

double mean_of(std::span<const double> values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<Difference> difference_of(std::span<const double> first, std::span<const double> second) {
  if (first.size() < 2 || second.size() < 2) return std::nullopt;
  const Spread a = spread_of(first);
  const Spread b = spread_of(second);
  const double estimate = b.mean - a.mean;
  const double variance = a.of_mean + b.of_mean;
  if (variance <= 0) return Difference{estimate, estimate, estimate};
  const double freedom = variance * variance / (a.of_mean * a.of_mean / a.freedom + b.of_mean * b.of_mean / b.freedom);
  const double half = student_quantile(freedom) * std::sqrt(variance);
  return Difference{estimate, estimate - half, estimate + half};
}

}  // namespace hornbook::server
