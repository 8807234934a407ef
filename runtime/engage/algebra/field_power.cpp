// Powers with whole, rational and other exponents, and absolute values.
#include "runtime/core/limits.hpp"
#include "runtime/engage/algebra/field.hpp"

namespace hornbook::engage::algebra {
namespace {

std::optional<Exponent> to_exponent(const Number& value) {
  const std::optional<std::int64_t> numerator = to_int64(Number(value.get_num()));
  const std::optional<std::int64_t> denominator = to_int64(Number(value.get_den()));
  if (!numerator || !denominator) return std::nullopt;
  const Exponent exponent{*numerator, *denominator};
  if (!exponent.is_within_limits()) return std::nullopt;
  return exponent;
}

bool is_even(std::int64_t value) { return value % 2 == 0; }

}  // namespace

Quotient Field::power(const Quotient& base, const Quotient& exponent) {
  if (is_exhausted_) return {};
  if (exponent.denominator.is_constant() && exponent.numerator.is_constant()) {
    const std::optional<Exponent> value = to_exponent(exponent.numerator.constant_value());
    if (!value) return exhausted();
    return value->is_whole() ? whole_power(base, value->numerator) : rational_power(base, *value);
  }
  if (base.numerator.is_zero()) {
    is_undefined_ = true;
    return {};
  }
  return exponential(multiply(exponent, logarithm(base)));
}

Polynomial Field::whole_power(const Polynomial& base, std::int64_t exponent) {
  Polynomial result = Polynomial::constant(1);
  if (base.is_term()) {
    const auto& [monomial, coefficient] = *base.terms().begin();
    const std::optional<Number> factor = algebra::power(coefficient, exponent);
    if (!factor) is_exhausted_ = true;
    if (is_exhausted_) return {};
    Polynomial term;
    accumulate(term, raise(monomial, {exponent, 1}), *factor);
    return term;
  }
  Polynomial square = base;
  for (; exponent > 0 && !is_exhausted_; exponent /= 2) {
    if (!is_even(exponent)) result = multiply(result, square);
    if (exponent > 1) square = multiply(square, square);
  }
  return result;
}

Quotient Field::whole_power(const Quotient& base, std::int64_t exponent) {
  if (exponent <= 0 && base.numerator.is_zero()) {
    is_undefined_ = true;
    return {};
  }
  if (exponent == 0) return number(1);
  const std::int64_t times = exponent < 0 ? -exponent : exponent;
  Quotient result = {whole_power(base.numerator, times), whole_power(base.denominator, times)};
  if (exponent < 0) std::swap(result.numerator, result.denominator);
  return checked(std::move(result));
}

Quotient Field::rational_power(const Quotient& base, Exponent exponent) {
  if (base.denominator.is_constant()) return polynomial_power(base.numerator, exponent);
  has_assumed_domain_ = true;
  return divide(polynomial_power(base.numerator, exponent), polynomial_power(base.denominator, exponent));
}

Quotient Field::polynomial_power(const Polynomial& base, Exponent exponent) {
  if (base.is_zero()) {
    if (exponent.numerator < 0) is_undefined_ = true;
    return {};
  }
  if (base.is_term()) return term_power(base.terms().begin()->second, base.terms().begin()->first, exponent);
  if (exponent.numerator < 0)
    return divide(number(1), polynomial_power(base, {-exponent.numerator, exponent.denominator}));
  Number scale = content(base);
  if (!is_even(exponent.denominator) && base.terms().begin()->second < 0) scale = -scale;
  Polynomial primitive = base;
  primitive.scale(1 / scale);
  const Generator root = radicand(primitive);
  if (is_exhausted_) return {};
  Quotient result;
  accumulate(result.numerator, {{root, exponent}}, 1);
  return multiply(number_power(scale, exponent), result);
}

Quotient Field::term_power(const Number& coefficient, const Monomial& monomial, Exponent exponent) {
  Quotient result = number_power(coefficient, exponent);
  std::size_t unsure = coefficient < 0 ? 1 : 0;
  for (const Factor& factor : monomial) {
    if (!is_even(factor.exponent.numerator) && !is_never_negative(factor)) ++unsure;
    result = multiply(result, factor_power(factor, exponent));
  }
  if (is_even(exponent.denominator) && unsure > 1) has_assumed_domain_ = true;
  return result;
}

// Real roots where there are any: (-8)^(1/3) is -2; else the principal one: (-4)^(1/2) is 2i.
Quotient Field::number_power(const Number& value, Exponent exponent) {
  Quotient result = number(1);
  const auto multiply_roots = [&](const Integer& part, std::int64_t sign) {
    for (const auto& [divisor, times] : prime_factors(part)) {
      Polynomial root;
      const Exponent power = exponent * Exponent{sign * times, 1};
      if (!power.is_within_limits()) is_exhausted_ = true;
      if (is_exhausted_) return;
      accumulate(root, {{prime(divisor), power}}, 1);
      result = multiply(result, {root});
    }
  };
  multiply_roots(abs(value.get_num()), 1);
  multiply_roots(value.get_den(), -1);
  if (value > 0 || is_exhausted_) return result;
  if (is_even(exponent.denominator)) return multiply(result, turn(exponent));
  if (!is_even(exponent.numerator)) result.numerator.scale(-1);
  return result;
}

bool Field::is_never_negative(const Factor& factor) const {
  if (is_even(factor.exponent.denominator)) return true;  // it would not be defined
  switch (generators_[factor.generator].sort) {
    case Sort::Symbol:
      return letters_ == Letters::Positive;
    case Sort::Prime:
    case Sort::Absolute:
    case Sort::Pi:
      return true;
    case Sort::Exponential:
      for (const Factor& part : generators_[factor.generator].exponent)
        if (generators_[part.generator].sort == Sort::Imaginary) return false;
      return true;
    default:
      return false;
  }
}

// (g^e)^r: an even root of an even power is the power of the absolute value.
Quotient Field::factor_power(const Factor& factor, Exponent exponent) {
  const Exponent power = factor.exponent * exponent;
  if (!power.is_within_limits()) return exhausted();
  Factor base = factor;
  const bool wants_absolute = is_even(exponent.denominator) && !is_never_negative(factor) &&
                              is_even(factor.exponent.numerator) && !is_even(power.numerator);
  if (wants_absolute) base.generator = with_argument(Sort::Absolute, of(factor.generator), 0);
  if (is_exhausted_) return {};
  const Entry& entry = generators_[base.generator];
  const bool divides = power.numerator < 0 && entry.relation_power != 0 && !entry.relation_value.is_term();
  Quotient result;
  const Exponent times = divides ? Exponent{-power.numerator, power.denominator} : power;
  accumulate(result.numerator, {{base.generator, times}}, 1);
  return divides ? divide(number(1), result) : result;
}

Quotient Field::absolute(const Quotient& value) {
  const auto of_polynomial = [&](const Polynomial& inside) -> Quotient {
    if (inside.is_zero()) return {};
    if (!inside.is_term()) {
      Number scale = content(inside);
      if (inside.terms().begin()->second < 0) scale = -scale;
      Polynomial primitive = inside;
      primitive.scale(1 / scale);
      return multiply(number(abs(scale)), of(with_argument(Sort::Absolute, {primitive}, 0)));
    }
    const auto& [monomial, coefficient] = *inside.terms().begin();
    Quotient result = number(abs(coefficient));
    for (const Factor& factor : monomial) {
      if (generators_[factor.generator].sort == Sort::Imaginary) return exhausted();
      Factor base = factor;
      if (!is_never_negative(factor) && !is_even(factor.exponent.numerator))
        base.generator = with_argument(Sort::Absolute, of(factor.generator), 0);
      if (is_exhausted_) return {};
      Polynomial term;
      accumulate(term, {base}, 1);
      result = multiply(result, {term});
    }
    return result;
  };
  return divide(of_polynomial(value.numerator), of_polynomial(value.denominator));
}

}  // namespace hornbook::engage::algebra
