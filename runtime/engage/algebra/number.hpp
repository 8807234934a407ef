// Big exact numbers, the only place where the checker meets GMP.
//
// GMP ends the program when memory runs out, so nothing here may grow without limit: whoever multiplies or raises asks
// is_small() or bits() before, and limits::algebra_number_bits_max bounds what is kept.
#pragma once

#include <gmpxx.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace hornbook::engage::algebra {

using Integer = mpz_class;
using Number = mpq_class;  // in lowest terms, denominator > 0

// Digits of a magnitude in base 2; 0 for 0.
[[nodiscard]] std::size_t bits(const Integer& value);
// Both parts are within limits::algebra_number_bits_max.
[[nodiscard]] bool is_small(const Number& value);
[[nodiscard]] bool is_whole(const Number& value);
// The value when it is whole and fits, else nothing.
[[nodiscard]] std::optional<std::int64_t> to_int64(const Number& value);
// numerator / denominator in lowest terms; denominator is not 0.
[[nodiscard]] Number make_number(Integer numerator, Integer denominator);
// "12", "3.50", ".5": digits and at most one point, as the lexer has checked; at most limits::algebra_digits_max
// digits.
[[nodiscard]] Number from_digits(std::string_view digits);
// 10^exponent, |exponent| at most limits::algebra_digits_max.
[[nodiscard]] Number power_of_ten(int exponent);
// base^exponent, or nothing when base is 0 and exponent negative, or when the result would pass the limit.
[[nodiscard]] std::optional<Number> power(const Number& base, std::int64_t exponent);
// The exact real root, when there is one: root(8, 3) = 2; nothing for root(2, 2) or root(-4, 2). degree ≥ 1.
[[nodiscard]] std::optional<Number> exact_root(const Number& value, unsigned long degree);

// Primes with their exponents; value ≥ 1. A cofactor without a divisor up to limits::algebra_trial_divisor_max is kept
// as if it were prime, which can hide that two roots are equal but never makes two numbers equal.
[[nodiscard]] std::vector<std::pair<Integer, int>> prime_factors(Integer value);

[[nodiscard]] Integer floor_of(const Number& value);
[[nodiscard]] Integer greatest_common_divisor(const Integer& a, const Integer& b);
[[nodiscard]] Integer least_common_multiple(const Integer& a, const Integer& b);
// The largest whole number whose power `degree` is at most `value`; value ≥ 0, degree ≥ 1.
[[nodiscard]] Integer floor_root(const Integer& value, unsigned long degree);
[[nodiscard]] Integer factorial(unsigned long n);

}  // namespace hornbook::engage::algebra
