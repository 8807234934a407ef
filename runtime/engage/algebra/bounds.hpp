// Numbers known to lie between two exact bounds: whole multiples of 2^-256, rounded outwards after each operation.
// No floating point. Two intervals without a common point prove that two numbers differ.
#pragma once

#include <optional>

#include "runtime/engage/algebra/number.hpp"

namespace hornbook::engage::algebra {

inline constexpr unsigned long bounds_fraction_bits = 256;

struct Bounds {
  Integer low;  // in units of 2^-bounds_fraction_bits
  Integer high;

  [[nodiscard]] static Bounds around(const Number& value);
  [[nodiscard]] bool is_positive() const { return low > 0; }
  [[nodiscard]] bool is_negative() const { return high < 0; }
  [[nodiscard]] bool holds_zero() const { return low <= 0 && high >= 0; }
  [[nodiscard]] bool is_disjoint_from(const Bounds& other) const { return high < other.low || other.high < low; }
  // Narrower than 2^-128, or than 2^-128 of its size.
  [[nodiscard]] bool is_narrow() const;
};

// Each returns nothing when the result is undefined somewhere in the interval, or larger than
// limits::algebra_bounds_bits_max allows.
using MaybeBounds = std::optional<Bounds>;
[[nodiscard]] Bounds add(const Bounds& a, const Bounds& b);
[[nodiscard]] Bounds negate(const Bounds& a);
[[nodiscard]] MaybeBounds multiply(const Bounds& a, const Bounds& b);
[[nodiscard]] MaybeBounds divide(const Bounds& a, const Bounds& b);
[[nodiscard]] Bounds absolute(const Bounds& a);
[[nodiscard]] MaybeBounds whole_power(const Bounds& base, std::int64_t exponent);
// The real root: odd degrees of negative numbers too. 1 ≤ degree ≤ 64.
[[nodiscard]] MaybeBounds root(const Bounds& radicand, unsigned long degree);

// Series with a proven bound on what is cut off and rounded: see elementary.cpp.
[[nodiscard]] const Bounds& pi_bounds();
[[nodiscard]] MaybeBounds exponential(const Bounds& value);
[[nodiscard]] MaybeBounds natural_logarithm(const Bounds& value);
[[nodiscard]] MaybeBounds sine(const Bounds& value);
[[nodiscard]] MaybeBounds cosine(const Bounds& value);
[[nodiscard]] MaybeBounds arc_tangent(const Bounds& value);

}  // namespace hornbook::engage::algebra
