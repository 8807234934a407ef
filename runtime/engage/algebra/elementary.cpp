// Elementary functions in fixed point, with bounds.
//
// Each series is summed with at least 64 guard bits; every step is rounded down, which loses at most one unit of the
// last guard bit. Fewer than 2^10 steps, doubled by at most 2^20 squarings or doublings, stay below 2^40 units, far
// less than the one unit of 2^-256 that the result is widened by on either side.
#include <algorithm>

#include "runtime/engage/algebra/bounds.hpp"

namespace hornbook::engage::algebra {
namespace {

// A number times 2^bits, rounded down.
struct Fixed {
  Integer value;
  unsigned long bits = 0;
};

Integer product(const Integer& a, const Integer& b, unsigned long bits) {
  const Integer whole = a * b;
  Integer result;
  mpz_fdiv_q_2exp(result.get_mpz_t(), whole.get_mpz_t(), bits);
  return result;
}

Integer quotient(const Integer& a, const Integer& b, unsigned long bits) {
  const Integer scaled = a << bits;
  Integer result;
  mpz_fdiv_q(result.get_mpz_t(), scaled.get_mpz_t(), b.get_mpz_t());
  return result;
}

// One unit wider than the number on either side.
Bounds widened(const Fixed& number) {
  Integer value;
  mpz_fdiv_q_2exp(value.get_mpz_t(), number.value.get_mpz_t(), number.bits - bounds_fraction_bits);
  return {value - 1, value + 2};
}

// Σ (±1)^k x^(2k+1) / (2k+1): arc tangent with alternating signs, its hyperbolic twin without. |x| ≤ 1/3.
Integer odd_series(const Integer& x, bool alternating, unsigned long bits) {
  const Integer square = product(x, x, bits);
  Integer power = x;
  Integer sum = x;
  for (unsigned long k = 1; k < bits && power != 0 && power != -1; ++k) {
    power = product(power, square, bits);
    const Integer term = power / (2 * k + 1);
    sum += alternating && k % 2 == 1 ? Integer(-term) : term;
  }
  return sum;
}

// Machin 1706: π = 16 arctan(1/5) − 4 arctan(1/239).
Integer pi_fixed(unsigned long bits) {
  const Integer one = Integer(1) << bits;
  return 16 * odd_series(one / 5, true, bits) - 4 * odd_series(one / 239, true, bits);
}

// e^x = (e^(x/2^k))^(2^k); the guard bits grow with x, because an absolute error grows with the result.
Fixed exponential_of(const Integer& x, unsigned long size) {
  constexpr unsigned long halvings = 17;
  const unsigned long bits = bounds_fraction_bits + 96 + 2 * size;
  Integer reduced = x << (bits - bounds_fraction_bits);
  mpz_fdiv_q_2exp(reduced.get_mpz_t(), reduced.get_mpz_t(), halvings);
  Integer term = Integer(1) << bits;
  Integer sum = term;
  for (unsigned long k = 1; k < bits && term != 0 && term != -1; ++k) {
    term = product(term, reduced, bits) / k;
    sum += term;
  }
  for (unsigned long k = 0; k < halvings; ++k) sum = product(sum, sum, bits);
  return {sum, bits};
}

// x = m·2^n with 1/2 ≤ m < 1; ln m = 2 artanh((m − 1)/(m + 1)).
Fixed logarithm_of(const Integer& x) {
  const unsigned long bits = bounds_fraction_bits + 96;
  const auto size = static_cast<long>(algebra::bits(x));
  const long exponent = size - static_cast<long>(bounds_fraction_bits);
  const long shift = static_cast<long>(bits) - size;
  const Integer mantissa =
      shift >= 0 ? Integer(x << static_cast<unsigned long>(shift)) : Integer(x >> static_cast<unsigned long>(-shift));
  const Integer one = Integer(1) << bits;
  const Integer of_mantissa = 2 * odd_series(quotient(mantissa - one, mantissa + one, bits), false, bits);
  const Integer of_two = 2 * odd_series(one / 3, false, bits);
  return {of_mantissa + exponent * of_two, bits};
}

// arctan x = 2 arctan(x / (1 + √(1 + x²))), four times; for |x| > 1 first π/2 − arctan(1/x).
Fixed arc_tangent_of(const Integer& x) {
  const unsigned long bits = bounds_fraction_bits + 96;
  const Integer one = Integer(1) << bits;
  Integer value = abs(x) << (bits - bounds_fraction_bits);
  const bool inverted = value > one;
  if (inverted) value = quotient(one, value, bits);
  for (int k = 0; k < 4; ++k) {
    const Integer hypotenuse = floor_root((one << bits) + value * value, 2);
    value = quotient(value, one + hypotenuse, bits);
  }
  Integer angle = 16 * odd_series(value, true, bits);
  if (inverted) angle = pi_fixed(bits) / 2 - angle;
  return {x < 0 ? Integer(-angle) : angle, bits};
}

// Taylor's series after whole turns are taken off; `quarter` adds a quarter turn, for the cosine.
Fixed sine_of(const Integer& x, bool quarter) {
  const unsigned long bits = bounds_fraction_bits + 192;
  const Integer turn = 2 * pi_fixed(bits);
  Integer angle = x << (bits - bounds_fraction_bits);
  if (quarter) angle += turn / 4;
  Integer turns;
  mpz_fdiv_q(turns.get_mpz_t(), Integer(angle + turn / 2).get_mpz_t(), turn.get_mpz_t());
  angle -= turns * turn;
  const Integer square = product(angle, angle, bits);
  Integer term = angle;
  Integer sum = angle;
  for (unsigned long k = 1; k < bits && term != 0 && term != -1; ++k) {
    term = -product(term, square, bits) / ((2 * k) * (2 * k + 1));
    sum += term;
  }
  return {sum, bits};
}

// |x| below 2^size_max.
bool is_below(const Bounds& value, std::size_t size_max) {
  return std::max(bits(value.low), bits(value.high)) <= bounds_fraction_bits + size_max;
}

MaybeBounds sine_of(const Bounds& value, bool quarter) {
  if (!is_below(value, 64)) return std::nullopt;
  const Integer radius = (value.high - value.low) / 2 + 1;
  const Bounds middle = widened(sine_of(Integer((value.low + value.high) / 2), quarter));
  return Bounds{middle.low - radius, middle.high + radius};  // the sine is nowhere steeper than 1
}

}  // namespace

const Bounds& pi_bounds() {
  static const Bounds value = widened({pi_fixed(bounds_fraction_bits + 96), bounds_fraction_bits + 96});
  return value;
}

MaybeBounds exponential(const Bounds& value) {
  constexpr std::size_t size_max = 9;
  if (!is_below(value, size_max)) return std::nullopt;
  const auto magnitude = [](const Integer& x) {
    const Integer whole = abs(x) >> bounds_fraction_bits;
    return whole.get_ui() + 1;
  };
  return Bounds{widened(exponential_of(value.low, magnitude(value.low))).low,
                widened(exponential_of(value.high, magnitude(value.high))).high};
}

MaybeBounds natural_logarithm(const Bounds& value) {
  if (!value.is_positive()) return std::nullopt;
  return Bounds{widened(logarithm_of(value.low)).low, widened(logarithm_of(value.high)).high};
}

MaybeBounds sine(const Bounds& value) { return sine_of(value, false); }
MaybeBounds cosine(const Bounds& value) { return sine_of(value, true); }

MaybeBounds arc_tangent(const Bounds& value) {
  return Bounds{widened(arc_tangent_of(value.low)).low, widened(arc_tangent_of(value.high)).high};
}

}  // namespace hornbook::engage::algebra
