#include "runtime/engage/algebra/polynomial.hpp"

#include <numeric>

#include "runtime/core/limits.hpp"

namespace hornbook::engage::algebra {

Exponent Exponent::create(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t common = std::gcd(numerator, denominator);
  const std::int64_t sign = denominator < 0 ? -1 : 1;
  return {sign * numerator / common, sign * denominator / common};
}

bool Exponent::is_within_limits() const {
  return numerator <= limits::algebra_exponent_max && numerator >= -limits::algebra_exponent_max &&
         denominator <= limits::algebra_exponent_max;
}

std::int64_t Exponent::floor() const {
  const std::int64_t quotient = numerator / denominator;
  return numerator % denominator < 0 ? quotient - 1 : quotient;
}

Exponent operator+(Exponent a, Exponent b) {
  return Exponent::create(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

Exponent operator*(Exponent a, Exponent b) {
  return Exponent::create(a.numerator * b.numerator, a.denominator * b.denominator);
}

Monomial multiply(const Monomial& a, const Monomial& b) {
  Monomial product;
  product.reserve(a.size() + b.size());
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() || right != b.end()) {
    if (right == b.end() || (left != a.end() && left->generator < right->generator)) {
      product.push_back(*left++);
    } else if (left == a.end() || right->generator < left->generator) {
      product.push_back(*right++);
    } else {
      const Exponent sum = left->exponent + right->exponent;
      if (sum.numerator != 0) product.push_back({left->generator, sum});
      ++left;
      ++right;
    }
  }
  return product;
}

Monomial raise(const Monomial& base, Exponent exponent) {
  Monomial result;
  if (exponent.numerator == 0) return result;
  for (const Factor& factor : base) result.push_back({factor.generator, factor.exponent * exponent});
  return result;
}

Polynomial Polynomial::constant(const Number& value) { return term(value, {}); }

Polynomial Polynomial::term(const Number& coefficient, Monomial monomial) {
  Polynomial result;
  if (coefficient != 0) result.terms_.emplace(std::move(monomial), coefficient);
  return result;
}

void Polynomial::add(const Monomial& monomial, const Number& coefficient) {
  if (coefficient == 0) return;
  const auto [place, is_new] = terms_.emplace(monomial, coefficient);
  if (is_new) return;
  place->second += coefficient;
  if (place->second == 0) terms_.erase(place);
}

void Polynomial::add(const Polynomial& other) {
  for (const auto& [monomial, coefficient] : other.terms_) add(monomial, coefficient);
}

void Polynomial::subtract(const Polynomial& other) {
  for (const auto& [monomial, coefficient] : other.terms_) add(monomial, -coefficient);
}

void Polynomial::scale(const Number& factor) {
  if (factor == 0) terms_.clear();
  for (auto& [monomial, coefficient] : terms_) coefficient *= factor;
}

Number content(const Polynomial& polynomial) {
  Integer numerators = 0;
  Integer denominators = 1;
  for (const auto& [monomial, coefficient] : polynomial.terms()) {
    numerators = greatest_common_divisor(numerators, coefficient.get_num());
    denominators = least_common_multiple(denominators, coefficient.get_den());
  }
  return numerators == 0 ? Number(1) : make_number(numerators, denominators);
}

Number proportion(const Polynomial& a, const Polynomial& b) {
  if (a.is_zero() || a.terms().size() != b.terms().size()) return 0;
  const Number factor = a.terms().begin()->second / b.terms().begin()->second;
  auto other = b.terms().begin();
  for (const auto& [monomial, coefficient] : a.terms()) {
    if (monomial != other->first || coefficient != factor * other->second) return 0;
    ++other;
  }
  return factor;
}

}  // namespace hornbook::engage::algebra
