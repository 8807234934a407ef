// Dual numbers: a value together with its slopes in `count` variables, so that an equation written once gives its exact
// derivatives too (forward accumulation; Wengert 1964, "A simple automatic derivative evaluation program",
// Communications of the ACM 7(8)). The values are the same bits as those of the same equation on doubles.
#pragma once

#include <array>
#include <cstddef>

#include "runtime/core/portable_math.hpp"

namespace hornbook {

template <std::size_t count>
struct DualNumber {
  double value = 0;
  std::array<double, count> slopes{};

  DualNumber() = default;
  // A constant. Implicit, so that equations mix numbers of both types.
  DualNumber(double constant) : value(constant) {}
  // The variable `index` itself; `slope` is not 1 where another variable stands for it.
  static DualNumber variable(double value, std::size_t index, double slope = 1) {
    DualNumber number(value);
    number.slopes[index] = slope;
    return number;
  }

  friend DualNumber operator-(const DualNumber& a) { return chain(-a.value, a, -1); }
  friend DualNumber operator+(const DualNumber& a, const DualNumber& b) { return chain(a.value + b.value, a, 1, b, 1); }
  friend DualNumber operator-(const DualNumber& a, const DualNumber& b) {
    return chain(a.value - b.value, a, 1, b, -1);
  }
  friend DualNumber operator*(const DualNumber& a, const DualNumber& b) {
    return chain(a.value * b.value, a, b.value, b, a.value);
  }
  friend DualNumber operator/(const DualNumber& a, const DualNumber& b) {
    const double quotient = a.value / b.value;
    return chain(quotient, a, 1 / b.value, b, -quotient / b.value);
  }
  friend bool operator<(const DualNumber& a, const DualNumber& b) { return a.value < b.value; }

  friend DualNumber portable_exp(const DualNumber& x) {
    const double power = portable_exp(x.value);
    return chain(power, x, power);
  }
  friend DualNumber portable_log(const DualNumber& x) { return chain(portable_log(x.value), x, 1 / x.value); }
  friend DualNumber portable_pow(const DualNumber& x, const DualNumber& y) { return portable_exp(y * portable_log(x)); }

 private:
  // The chain rule: the slopes of a function are those of its arguments times its partial derivatives.
  static DualNumber chain(double value, const DualNumber& a, double by_a) {
    DualNumber result(value);
    for (std::size_t i = 0; i < count; ++i) result.slopes[i] = by_a * a.slopes[i];
    return result;
  }
  static DualNumber chain(double value, const DualNumber& a, double by_a, const DualNumber& b, double by_b) {
    DualNumber result(value);
    for (std::size_t i = 0; i < count; ++i) result.slopes[i] = by_a * a.slopes[i] + by_b * b.slopes[i];
    return result;
  }
};

}  // namespace hornbook
