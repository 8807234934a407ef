#include "runtime/engage/algebra/bounds.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::engage::algebra {
namespace {

Integer shifted_down(const Integer& value, unsigned long by) {
  Integer result;
  mpz_fdiv_q_2exp(result.get_mpz_t(), value.get_mpz_t(), by);
  return result;
}

Integer shifted_up(const Integer& value, unsigned long by) {
  Integer result;
  mpz_cdiv_q_2exp(result.get_mpz_t(), value.get_mpz_t(), by);
  return result;
}

Integer floor_quotient(const Integer& a, const Integer& b) {
  Integer result;
  mpz_fdiv_q(result.get_mpz_t(), a.get_mpz_t(), b.get_mpz_t());
  return result;
}

Integer ceiling_quotient(const Integer& a, const Integer& b) {
  Integer result;
  mpz_cdiv_q(result.get_mpz_t(), a.get_mpz_t(), b.get_mpz_t());
  return result;
}

MaybeBounds within_limits(Bounds value) {
  if (std::max(bits(value.low), bits(value.high)) > limits::algebra_bounds_bits_max) return std::nullopt;
  return value;
}

// Of a radicand ≥ 0.
Bounds root_of_positive(const Bounds& radicand, unsigned long degree) {
  const unsigned long shift = bounds_fraction_bits * (degree - 1);
  return {floor_root(radicand.low << shift, degree), floor_root(radicand.high << shift, degree) + 1};
}

}  // namespace

Bounds Bounds::around(const Number& value) {
  const Integer scaled = value.get_num() << bounds_fraction_bits;
  return {floor_quotient(scaled, value.get_den()), ceiling_quotient(scaled, value.get_den())};
}

bool Bounds::is_narrow() const {
  const Integer width = high - low;
  const std::size_t size = bits(width);
  if (size <= bounds_fraction_bits / 2) return true;
  return size + bounds_fraction_bits / 2 <= std::min(bits(low), bits(high));
}

Bounds add(const Bounds& a, const Bounds& b) { return {a.low + b.low, a.high + b.high}; }

Bounds negate(const Bounds& a) { return {-a.high, -a.low}; }

MaybeBounds multiply(const Bounds& a, const Bounds& b) {
  const Integer products[] = {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
  const auto [least, greatest] = std::minmax_element(std::begin(products), std::end(products));
  return within_limits({shifted_down(*least, bounds_fraction_bits), shifted_up(*greatest, bounds_fraction_bits)});
}

MaybeBounds divide(const Bounds& a, const Bounds& b) {
  if (b.holds_zero()) return std::nullopt;
  const Integer low = a.low << bounds_fraction_bits;
  const Integer high = a.high << bounds_fraction_bits;
  const Integer least = std::min({floor_quotient(low, b.low), floor_quotient(low, b.high), floor_quotient(high, b.low),
                                  floor_quotient(high, b.high)});
  const Integer greatest = std::max({ceiling_quotient(low, b.low), ceiling_quotient(low, b.high),
                                     ceiling_quotient(high, b.low), ceiling_quotient(high, b.high)});
  return within_limits({least, greatest});
}

Bounds absolute(const Bounds& a) {
  if (a.low >= 0) return a;
  if (a.high <= 0) return negate(a);
  return {0, std::max(Integer(-a.low), a.high)};
}

MaybeBounds whole_power(const Bounds& base, std::int64_t exponent) {
  if (exponent < 0) {
    const MaybeBounds positive = exponent < -limits::algebra_exponent_max ? std::nullopt : whole_power(base, -exponent);
    if (!positive) return std::nullopt;
    return divide(Bounds::around(1), *positive);
  }
  if (exponent > limits::algebra_exponent_max) return std::nullopt;
  MaybeBounds result = Bounds::around(1);
  MaybeBounds square = exponent % 2 == 0 ? absolute(base) : base;
  for (; exponent > 0 && result && square; exponent /= 2) {
    if (exponent % 2 != 0) result = multiply(*result, *square);
    if (exponent > 1) square = multiply(*square, *square);
  }
  return square ? result : std::nullopt;
}

MaybeBounds root(const Bounds& radicand, unsigned long degree) {
  if (degree < 1 || degree > 64) return std::nullopt;
  if (radicand.low >= 0) return root_of_positive(radicand, degree);
  if (degree % 2 == 0) return std::nullopt;
  if (radicand.high <= 0) return negate(root_of_positive(negate(radicand), degree));
  return Bounds{-root_of_positive({0, -radicand.low}, degree).high, root_of_positive({0, radicand.high}, degree).high};
}

}  // namespace hornbook::engage::algebra
