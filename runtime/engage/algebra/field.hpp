// Quotients of polynomials over a table of generators: the exact arithmetic in which two expressions are compared.
//
// A generator is a letter, π, i, a prime (for its fractional powers: √12 is 2·3^(1/2)), a radicand (√(x+1) is
// (x+1)^(1/2)), an absolute value, a logarithm, an exponential (e^(3x) is (e^x)^3, and sin x is made of e^(ix)), or a
// function nothing is known of. A new argument that equals a known one, or its negative where that helps, becomes the
// same generator; powers of primes, i, radicands and absolute values reduce. So equal expressions of the school's rules
// come out as the same polynomial, and *a difference of zero is a proof*. A difference that is not zero proves that two
// expressions differ only while the generators are letters, π, i and primes, which are independent (Besicovitch 1940,
// "On the linear independence of fractional powers of integers").
//
// Bounds: when a limit of runtime/core/limits.hpp (steps, terms, digits, exponents, generators) is passed,
// is_exhausted() turns true for good, every further result is meaningless, and the field's owner must not conclude
// anything.
#pragma once

#include <string>
#include <vector>

#include "runtime/engage/algebra/polynomial.hpp"
#include "runtime/engage/algebra/requirement.hpp"
#include "runtime/engage/algebra/syntax.hpp"

namespace hornbook::engage::algebra {

struct Quotient {
  Polynomial numerator;
  Polynomial denominator = Polynomial::constant(1);  // not 0
};

class Field {
 public:
  explicit Field(Letters letters) : letters_(letters) {}

  // Leaves
  [[nodiscard]] static Quotient number(const Number& value);
  [[nodiscard]] Quotient symbol(const std::string& name);
  [[nodiscard]] Quotient pi();
  [[nodiscard]] Quotient imaginary();

  // Arithmetic
  [[nodiscard]] Quotient add(const Quotient& a, const Quotient& b);
  [[nodiscard]] Quotient subtract(const Quotient& a, const Quotient& b);
  [[nodiscard]] Quotient multiply(const Quotient& a, const Quotient& b);
  [[nodiscard]] Quotient divide(const Quotient& a, const Quotient& b);  // by 0: is_undefined()
  [[nodiscard]] Quotient power(const Quotient& base, const Quotient& exponent);

  // Functions
  [[nodiscard]] Quotient absolute(const Quotient& value);
  [[nodiscard]] Quotient exponential(const Quotient& value);
  [[nodiscard]] Quotient logarithm(const Quotient& value);
  // A trigonometric or hyperbolic function, its inverse, Exp or Ln.
  [[nodiscard]] Quotient apply(Function function, const Quotient& value);
  [[nodiscard]] Quotient factorial(const Quotient& value);

  // a·d − b·c of a/c and b/d: zero proves that they are equal.
  [[nodiscard]] Polynomial difference(const Quotient& a, const Quotient& b);
  [[nodiscard]] Polynomial multiply(const Polynomial& a, const Polynomial& b);
  // The numerator after letters with negative exponents have been brought below: 20/x − y becomes 20 − x·y.
  [[nodiscard]] Polynomial cleared(const Quotient& value);

  // value = slope·letter + rest with a number as slope and no letter in rest.
  struct Line {
    Number slope;
    Quotient rest;
  };
  [[nodiscard]] std::optional<Line> as_line(const Quotient& value, const std::string& letter);

  // A limit was passed: conclude nothing.
  [[nodiscard]] bool is_exhausted() const { return is_exhausted_; }
  // Something was divided by 0, or a function met a number outside its domain.
  [[nodiscard]] bool is_undefined() const { return is_undefined_; }
  // A rule was used that holds only where its parts are defined, such as ln(xy) = ln x + ln y.
  [[nodiscard]] bool has_assumed_domain() const { return has_assumed_domain_; }
  // Only letters, π, i and primes have been met.
  [[nodiscard]] bool is_independent() const { return is_independent_; }

 private:
  enum class Sort : std::uint8_t { Symbol, Pi, Imaginary, Prime, Radicand, Absolute, Logarithm, Exponential, Unknown };
  struct Entry {
    Sort sort = Sort::Symbol;
    std::string name;        // of a symbol
    Number prime;            // of a prime
    std::uint16_t function;  // which unknown function
    Monomial exponent;       // of an exponential
    Quotient argument;       // of a radicand, absolute value, logarithm, function
    // generator^relation_power = relation_value; 0 for a generator without a relation.
    std::int64_t relation_power = 0;
    Polynomial relation_value;
  };

  Generator append(Entry entry);
  Generator intern(Entry entry);
  Generator prime(const Integer& value);
  Generator radicand(const Polynomial& value);
  Generator with_argument(Sort sort, const Quotient& argument, std::uint16_t function);
  [[nodiscard]] Quotient of(Generator generator) const;

  void accumulate(Polynomial& sum, Monomial monomial, Number coefficient);
  bool spend(std::size_t steps);
  Quotient checked(Quotient value);
  Quotient reciprocal(const Polynomial& denominator);
  Quotient reciprocal_of_term(const Polynomial& term);
  Polynomial whole_power(const Polynomial& base, std::int64_t exponent);
  Quotient whole_power(const Quotient& base, std::int64_t exponent);
  Quotient rational_power(const Quotient& base, Exponent exponent);
  Quotient polynomial_power(const Polynomial& base, Exponent exponent);
  Quotient term_power(const Number& coefficient, const Monomial& monomial, Exponent exponent);
  Quotient number_power(const Number& value, Exponent exponent);
  Quotient factor_power(const Factor& factor, Exponent exponent);
  Quotient exhausted();
  [[nodiscard]] bool is_never_negative(const Factor& factor) const;

  Quotient logarithm_of(const Polynomial& value);
  Quotient logarithm_of_term(const Number& coefficient, const Monomial& monomial);
  Quotient logarithm_of_number(const Number& value);
  Quotient logarithm_of_generator(Generator generator);
  Quotient exponential_of_term(const Number& coefficient, const Monomial& monomial);
  Quotient turn(const Exponent& half_turns);
  Quotient circular(Function function, const Quotient& value);
  Quotient hyperbolic(Function function, const Quotient& value);
  Quotient unknown_function(std::uint16_t function, const Quotient& value);

  Letters letters_;
  std::vector<Entry> generators_;
  std::size_t steps_ = 0;
  bool is_exhausted_ = false;
  bool is_undefined_ = false;
  bool has_assumed_domain_ = false;
  bool is_independent_ = true;
};

}  // namespace hornbook::engage::algebra
