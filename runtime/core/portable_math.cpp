#include "runtime/core/portable_math.hpp"

#include <bit>
#include <cstdint>

namespace hornbook {
namespace {

// ln 2 in two parts, so that k·ln2_high is exact for |k| < 2^11 (Cody & Waite 1980, "Software Manual for the Elementary
// Functions", ch. 6).
constexpr double ln2_high = 6.93147180369123816490e-01;
constexpr double ln2_low = 1.90821492927058770002e-10;
constexpr double inverse_ln2 = 1.44269504088896338700;
constexpr double sqrt_half = 0.70710678118654752440;

double power_of_two(int exponent) { return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52); }

}  // namespace

double portable_exp(double x) {
  if (!(x > -700)) return portable_exp(-699.99999999999989);
  if (x > 700) x = 700;
  const double scaled = x * inverse_ln2;
  const int k = static_cast<int>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
  const double r = (x - k * ln2_high) - k * ln2_low;  // |r| ≤ ln2 / 2
  double term = 1;                                    // Taylor series; the 16th term is below 1e-21
  double sum = 1;
  for (int n = 1; n <= 16; ++n) {
    term = term * r / n;
    sum = sum + term;
  }
  return sum * power_of_two(k);
}

double portable_log(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const auto biased = static_cast<int>(bits >> 52);  // the sign bit makes it too great
  if (biased <= 0 || biased >= 2047) return -700;
  int exponent = biased - 1022;
  double m = std::bit_cast<double>((bits & 0x000fffffffffffffu) | 0x3fe0000000000000u);  // [0.5, 1)
  if (m < sqrt_half) {
    m = m * 2;
    --exponent;
  }
  // ln m = 2 atanh(s), s = (m − 1) / (m + 1), |s| ≤ 0.1716; the term in s^27 is below 1e-21.
  const double s = (m - 1) / (m + 1);
  const double square = s * s;
  double sum = 0;
  for (int n = 27; n >= 1; n -= 2) sum = sum * square + 1.0 / n;
  return exponent * ln2_high + (exponent * ln2_low + 2 * s * sum);
}

double portable_pow(double x, double y) { return portable_exp(y * portable_log(x)); }

double logistic(double x) { return 1 / (1 + portable_exp(-x)); }

double logit(double p) {
  if (!(p > 1e-9)) p = 1e-9;
  if (p > 1 - 1e-9) p = 1 - 1e-9;
  return portable_log(p / (1 - p));
}

}  // namespace hornbook
