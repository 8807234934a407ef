// Exponentials, logarithms, circular and hyperbolic functions.
#include "runtime/core/limits.hpp"
#include "runtime/engage/algebra/field.hpp"

namespace hornbook::engage::algebra {
namespace {

constexpr std::uint16_t factorial_function = 100;
constexpr std::uint16_t exponential_function = 101;

}  // namespace

// A product of one exponential per term, so that e^(x+y) is e^x·e^y.
Quotient Field::exponential(const Quotient& value) {
  if (is_exhausted_) return {};
  if (!value.denominator.is_constant()) return unknown_function(exponential_function, value);
  Quotient result = number(1);
  const Polynomial exponent = value.numerator;
  for (const auto& [monomial, coefficient] : exponent.terms())
    result = multiply(result, exponential_of_term(coefficient, monomial));
  return result;
}

Quotient Field::exponential_of_term(const Number& coefficient, const Monomial& monomial) {
  const std::optional<std::int64_t> top = to_int64(Number(coefficient.get_num()));
  const std::optional<std::int64_t> bottom = to_int64(Number(coefficient.get_den()));
  if (!top || !bottom || !Exponent{*top, *bottom}.is_within_limits()) return exhausted();
  const Exponent times{*top, *bottom};
  const auto sort_of = [&](const Factor& factor) { return generators_[factor.generator].sort; };
  if (monomial.size() == 1 && sort_of(monomial[0]) == Sort::Logarithm && monomial[0].exponent == Exponent{1, 1}) {
    const Quotient argument = generators_[monomial[0].generator].argument;
    return times.is_whole() ? whole_power(argument, times.numerator) : rational_power(argument, times);
  }
  const bool is_turn = monomial.size() == 2 && monomial[0].exponent == Exponent{1, 1} &&
                       monomial[1].exponent == Exponent{1, 1} &&
                       ((sort_of(monomial[0]) == Sort::Imaginary && sort_of(monomial[1]) == Sort::Pi) ||
                        (sort_of(monomial[1]) == Sort::Imaginary && sort_of(monomial[0]) == Sort::Pi));
  if (is_turn) return turn(times);
  is_independent_ = false;
  Entry entry;
  entry.sort = Sort::Exponential;
  entry.exponent = monomial;
  const Generator generator = intern(std::move(entry));
  return {Polynomial::term(1, {{generator, times}})};
}

// e^(iπc). Multiples of a twelfth of π are built from those of π/6 and π/4, which are radicals.
Quotient Field::turn(const Exponent& half_turns) {
  if (12 % half_turns.denominator != 0) {
    is_independent_ = false;
    const Exponent reduced = half_turns + Exponent{-2 * (half_turns * Exponent{1, 2}).floor(), 1};
    const Generator unit = imaginary().numerator.terms().begin()->first.front().generator;
    const Generator circle = pi().numerator.terms().begin()->first.front().generator;
    if (is_exhausted_) return {};
    Entry entry;
    entry.sort = Sort::Exponential;
    entry.exponent = algebra::multiply(Monomial{{unit, {1, 1}}}, Monomial{{circle, {1, 1}}});
    return {Polynomial::term(1, {{intern(std::move(entry)), reduced}})};
  }
  const std::int64_t twelfths = half_turns.numerator * (12 / half_turns.denominator);
  const std::int64_t steps = ((twelfths % 24) + 24) % 24;
  const std::int64_t quarters = steps % 2;
  const std::int64_t sixths = ((steps - 3 * quarters) / 2 + 12) % 12;
  const Quotient root_of_three = number_power(3, {1, 2});
  const Quotient root_of_two = number_power(2, {1, 2});
  const Quotient half = number(make_number(1, 2));
  const Quotient sixth = multiply(half, add(root_of_three, imaginary()));
  const Quotient quarter = multiply(multiply(half, root_of_two), add(number(1), imaginary()));
  return multiply(whole_power(sixth, sixths), whole_power(quarter, quarters));
}

Quotient Field::logarithm(const Quotient& value) {
  if (is_exhausted_) return {};
  const Quotient above = logarithm_of(value.numerator);
  if (value.denominator.is_constant()) return above;
  has_assumed_domain_ = true;
  return subtract(above, logarithm_of(value.denominator));
}

Quotient Field::logarithm_of(const Polynomial& value) {
  if (value.is_zero()) {
    is_undefined_ = true;
    return {};
  }
  if (value.is_term()) return logarithm_of_term(value.terms().begin()->second, value.terms().begin()->first);
  const Number scale = content(value);
  Polynomial primitive = value;
  primitive.scale(1 / scale);
  return add(logarithm_of_number(scale), of(with_argument(Sort::Logarithm, {primitive}, 0)));
}

Quotient Field::logarithm_of_term(const Number& coefficient, const Monomial& monomial) {
  Quotient sum = logarithm_of_number(abs(coefficient));
  if (coefficient < 0) sum = add(sum, multiply(pi(), imaginary()));
  for (const Factor& factor : monomial) {
    const bool is_alone = monomial.size() == 1 && factor.exponent == Exponent{1, 1} && coefficient > 0;
    if (!is_alone && !is_never_negative({factor.generator, {1, 1}})) has_assumed_domain_ = true;
    const Number times = make_number(factor.exponent.numerator, factor.exponent.denominator);
    sum = add(sum, multiply(number(times), logarithm_of_generator(factor.generator)));
  }
  return sum;
}

Quotient Field::logarithm_of_number(const Number& value) {
  Quotient sum;
  const auto add_logarithms = [&](const Integer& part, int sign) {
    for (const auto& [divisor, times] : prime_factors(part)) {
      const Quotient one = of(with_argument(Sort::Logarithm, of(prime(divisor)), 0));
      sum = add(sum, multiply(number(sign * times), one));
    }
  };
  add_logarithms(value.get_num(), 1);
  add_logarithms(value.get_den(), -1);
  return sum;
}

Quotient Field::logarithm_of_generator(Generator generator) {
  const Entry entry = generators_[generator];
  switch (entry.sort) {
    case Sort::Exponential:
      return {Polynomial::term(1, entry.exponent)};
    case Sort::Absolute:
      return logarithm(entry.argument);
    case Sort::Radicand:
      return of(with_argument(Sort::Logarithm, entry.argument, 0));
    case Sort::Imaginary:
      return multiply(number(make_number(1, 2)), multiply(pi(), imaginary()));
    default:
      return of(with_argument(Sort::Logarithm, of(generator), 0));
  }
}

Quotient Field::apply(Function function, const Quotient& value) {
  if (is_exhausted_) return {};
  switch (function) {
    case Function::Exp:
      return exponential(value);
    case Function::Ln:
    case Function::Log:
      return logarithm(value);
    case Function::Arcsin:
    case Function::Arccos:
    case Function::Arctan:
      return unknown_function(static_cast<std::uint16_t>(function), value);
    case Function::Sinh:
    case Function::Cosh:
    case Function::Tanh:
      return hyperbolic(function, value);
    default:
      return circular(function, value);
  }
}

// By Euler's formula; every trigonometric identity becomes one between powers of e^(ix).
Quotient Field::circular(Function function, const Quotient& value) {
  const Quotient unit = imaginary();
  const Quotient forward = exponential(multiply(unit, value));
  const Quotient backward = divide(number(1), forward);
  const Quotient half = number(make_number(1, 2));
  const Quotient cosine = multiply(half, add(forward, backward));
  const Quotient sine = divide(multiply(half, subtract(forward, backward)), unit);
  switch (function) {
    case Function::Sin:
      return sine;
    case Function::Cos:
      return cosine;
    case Function::Tan:
      return divide(sine, cosine);
    case Function::Csc:
      return divide(number(1), sine);
    case Function::Sec:
      return divide(number(1), cosine);
    default:
      return divide(cosine, sine);
  }
}

Quotient Field::hyperbolic(Function function, const Quotient& value) {
  const Quotient up = exponential(value);
  const Quotient down = divide(number(1), up);
  const Quotient half = number(make_number(1, 2));
  const Quotient sine = multiply(half, subtract(up, down));
  const Quotient cosine = multiply(half, add(up, down));
  if (function == Function::Sinh) return sine;
  return function == Function::Cosh ? cosine : divide(sine, cosine);
}

Quotient Field::unknown_function(std::uint16_t function, const Quotient& value) {
  return of(with_argument(Sort::Unknown, value, function));
}

Quotient Field::factorial(const Quotient& value) {
  if (!value.numerator.is_constant() || !value.denominator.is_constant())
    return unknown_function(factorial_function, value);
  const std::optional<std::int64_t> whole = to_int64(value.numerator.constant_value());
  if (!whole || *whole < 0) {
    is_undefined_ = true;
    return {};
  }
  if (*whole > limits::algebra_factorial_max) return exhausted();
  return number(Number(algebra::factorial(static_cast<unsigned long>(*whole))));
}

}  // namespace hornbook::engage::algebra
