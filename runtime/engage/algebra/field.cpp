// The table of generators, and sums, products and quotients over it.
#include "runtime/engage/algebra/field.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::engage::algebra {

bool Field::spend(std::size_t steps) {
  steps_ += steps;
  if (steps_ > limits::algebra_steps_max) is_exhausted_ = true;
  return !is_exhausted_;
}

Quotient Field::exhausted() {
  is_exhausted_ = true;
  return {};
}

Generator Field::append(Entry entry) {
  if (generators_.size() >= limits::algebra_generators_max) {
    is_exhausted_ = true;
    return 0;
  }
  generators_.push_back(std::move(entry));
  return static_cast<Generator>(generators_.size() - 1);
}

Generator Field::intern(Entry entry) {
  for (Generator at = 0; at < generators_.size(); ++at) {
    const Entry& known = generators_[at];
    if (known.sort == entry.sort && known.name == entry.name && known.prime == entry.prime &&
        known.exponent == entry.exponent)
      return at;
  }
  return append(std::move(entry));
}

Generator Field::with_argument(Sort sort, const Quotient& argument, std::uint16_t function) {
  is_independent_ = false;
  for (Generator at = 0; at < generators_.size(); ++at) {
    if (generators_[at].sort != sort || generators_[at].function != function) continue;
    const Quotient known = generators_[at].argument;
    if (difference(argument, known).is_zero() && !is_exhausted_) return at;
  }
  Entry entry;
  entry.sort = sort;
  entry.argument = argument;
  entry.function = function;
  if (sort == Sort::Radicand) {
    entry.relation_power = 1;
    entry.relation_value = argument.numerator;
  }
  if (sort == Sort::Absolute) {
    entry.relation_power = 2;
    entry.relation_value = multiply(argument.numerator, argument.numerator);
  }
  return append(std::move(entry));
}

Generator Field::prime(const Integer& value) {
  Entry entry;
  entry.sort = Sort::Prime;
  entry.prime = value;
  entry.relation_power = 1;
  entry.relation_value = Polynomial::constant(value);
  return intern(std::move(entry));
}

Generator Field::radicand(const Polynomial& value) { return with_argument(Sort::Radicand, {value}, 0); }

Quotient Field::of(Generator generator) const { return {Polynomial::term(1, {{generator, {1, 1}}})}; }

Quotient Field::number(const Number& value) { return {Polynomial::constant(value)}; }

Quotient Field::symbol(const std::string& name) {
  Entry entry;
  entry.name = name;
  return of(intern(std::move(entry)));
}

Quotient Field::pi() {
  Entry entry;
  entry.sort = Sort::Pi;
  return of(intern(std::move(entry)));
}

Quotient Field::imaginary() {
  Entry entry;
  entry.sort = Sort::Imaginary;
  entry.relation_power = 2;
  entry.relation_value = Polynomial::constant(-1);
  return of(intern(std::move(entry)));
}

// Adds coefficient·monomial to `sum`, with the powers that have a relation reduced.
void Field::accumulate(Polynomial& sum, Monomial monomial, Number coefficient) {
  for (std::size_t i = 0; i < monomial.size();) {
    const Entry& entry = generators_[monomial[i].generator];
    const Exponent exponent = monomial[i].exponent;
    if (!exponent.is_within_limits()) is_exhausted_ = true;
    if (is_exhausted_) return;
    const std::int64_t times = entry.relation_power == 0 ? 0 : (exponent * Exponent{1, entry.relation_power}).floor();
    if (times == 0) {
      ++i;
      continue;
    }
    const Exponent rest = exponent + Exponent{-times * entry.relation_power, 1};
    if (rest.numerator == 0)
      monomial.erase(monomial.begin() + static_cast<std::ptrdiff_t>(i));
    else
      monomial[i++].exponent = rest;
    const Polynomial value = entry.relation_value;
    if (!value.is_term()) {
      if (times < 0 || !spend(1)) is_exhausted_ = true;
      const Polynomial expanded = is_exhausted_ ? Polynomial() : whole_power(value, times);
      for (const auto& [other, factor] : expanded.terms())
        accumulate(sum, algebra::multiply(monomial, other), coefficient * factor);
      return;
    }
    const std::optional<Number> factor = algebra::power(value.terms().begin()->second, times);
    if (!factor || !spend(1)) is_exhausted_ = true;
    if (is_exhausted_) return;
    coefficient *= *factor;
    monomial = algebra::multiply(monomial, raise(value.terms().begin()->first, {times, 1}));
    if (!value.is_constant()) i = 0;
  }
  if (!is_small(coefficient)) is_exhausted_ = true;
  sum.add(monomial, coefficient);
}

Polynomial Field::multiply(const Polynomial& a, const Polynomial& b) {
  Polynomial product;
  for (const auto& [left, first] : a.terms()) {
    if (!spend(b.terms().size()) || product.terms().size() > limits::algebra_terms_max) {
      is_exhausted_ = true;
      return {};
    }
    for (const auto& [right, second] : b.terms()) accumulate(product, algebra::multiply(left, right), first * second);
  }
  return product;
}

// Brings a quotient to the form that all others have: a denominator of one term goes into the numerator.
Quotient Field::checked(Quotient value) {
  if (is_exhausted_) return {};
  if (value.denominator.is_zero()) {
    is_undefined_ = true;
    return {};
  }
  if (value.numerator.is_zero()) return {};
  if (value.denominator.is_term()) {
    const Quotient inverse = reciprocal_of_term(value.denominator);
    value = {multiply(value.numerator, inverse.numerator), inverse.denominator};
  }
  if (const Number ratio = proportion(value.numerator, value.denominator); ratio != 0) return number(ratio);
  Number scale = 1 / content(value.denominator);
  if (value.denominator.terms().begin()->second < 0) scale = -scale;
  value.numerator.scale(scale);
  value.denominator.scale(scale);
  return value;
}

// 1 over one term. A generator with a relation of several terms leaves them below: 1/√(x+1) is √(x+1)/(x+1).
Quotient Field::reciprocal_of_term(const Polynomial& term) {
  const auto& [monomial, coefficient] = *term.terms().begin();
  Quotient inverse;
  Monomial above;
  for (const Factor& factor : monomial) {
    const Entry& entry = generators_[factor.generator];
    const Exponent negative{-factor.exponent.numerator, factor.exponent.denominator};
    if (entry.relation_power == 0 || entry.relation_value.is_term()) {
      above.push_back({factor.generator, negative});
      continue;
    }
    above.push_back({factor.generator, negative + Exponent{entry.relation_power, 1}});
    inverse.denominator = multiply(inverse.denominator, entry.relation_value);
  }
  accumulate(inverse.numerator, std::move(above), 1 / coefficient);
  return inverse;
}

Quotient Field::add(const Quotient& a, const Quotient& b) {
  Quotient sum;
  if (a.denominator == b.denominator) {
    sum = a;
    sum.numerator.add(b.numerator);
    return checked(std::move(sum));
  }
  sum.numerator = multiply(a.numerator, b.denominator);
  sum.numerator.add(multiply(b.numerator, a.denominator));
  sum.denominator = multiply(a.denominator, b.denominator);
  return checked(std::move(sum));
}

Quotient Field::subtract(const Quotient& a, const Quotient& b) {
  Quotient negative = b;
  negative.numerator.scale(-1);
  return add(a, negative);
}

Quotient Field::multiply(const Quotient& a, const Quotient& b) {
  if (a.numerator == b.denominator) return checked({b.numerator, a.denominator});
  if (b.numerator == a.denominator) return checked({a.numerator, b.denominator});
  return checked({multiply(a.numerator, b.numerator), multiply(a.denominator, b.denominator)});
}

Quotient Field::divide(const Quotient& a, const Quotient& b) {
  if (b.numerator.is_zero()) {
    if (!is_exhausted_) is_undefined_ = true;
    return {};
  }
  return checked({multiply(a.numerator, b.denominator), multiply(a.denominator, b.numerator)});
}

Polynomial Field::difference(const Quotient& a, const Quotient& b) {
  if (a.denominator == b.denominator) {
    Polynomial direct = a.numerator;
    direct.subtract(b.numerator);
    return direct;
  }
  Polynomial cross = multiply(a.numerator, b.denominator);
  cross.subtract(multiply(b.numerator, a.denominator));
  return cross;
}

Polynomial Field::cleared(const Quotient& value) {
  std::map<Generator, Exponent> lowest;
  for (const auto& [monomial, coefficient] : value.numerator.terms()) {
    for (const Factor& factor : monomial) {
      Exponent& least = lowest[factor.generator];
      if (factor.exponent.numerator * least.denominator < least.numerator * factor.exponent.denominator)
        least = factor.exponent;
    }
  }
  Monomial shift;
  for (const auto& [generator, least] : lowest)
    if (least.numerator < 0) shift.push_back({generator, {-least.numerator, least.denominator}});
  return multiply(value.numerator, Polynomial::term(1, std::move(shift)));
}

std::optional<Field::Line> Field::as_line(const Quotient& value, const std::string& letter) {
  if (is_exhausted_ || !value.denominator.is_constant()) return std::nullopt;
  const Generator wanted = symbol(letter).numerator.terms().begin()->first.front().generator;
  Line line;
  for (const auto& [monomial, coefficient] : value.numerator.terms()) {
    if (monomial == Monomial{{wanted, {1, 1}}}) {
      line.slope = coefficient;
      continue;
    }
    for (const Factor& factor : monomial) {
      const Sort sort = generators_[factor.generator].sort;
      if (sort == Sort::Symbol || sort == Sort::Imaginary) return std::nullopt;
    }
    line.rest.numerator.add(monomial, coefficient);
  }
  if (line.slope == 0 || !is_independent_) return std::nullopt;
  return line;
}

}  // namespace hornbook::engage::algebra
