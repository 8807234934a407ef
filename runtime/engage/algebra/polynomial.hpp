// Polynomials with rational coefficients whose exponents may be fractions: x^(1/2)·2^(1/3) is one term.
//
// What the generators stand for, and what their powers reduce to, is the business of field.hpp.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "runtime/engage/algebra/number.hpp"

namespace hornbook::engage::algebra {

// A fraction in lowest terms with denominator > 0; sums and products are exact while both parts are within
// limits::algebra_exponent_max, which is_within_limits() tells.
struct Exponent {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  [[nodiscard]] static Exponent create(std::int64_t numerator, std::int64_t denominator);
  [[nodiscard]] bool is_within_limits() const;
  [[nodiscard]] bool is_whole() const { return denominator == 1; }
  [[nodiscard]] std::int64_t floor() const;
  bool operator==(const Exponent&) const = default;
  auto operator<=>(const Exponent&) const = default;  // an order for maps, not by value
};
[[nodiscard]] Exponent operator+(Exponent a, Exponent b);
[[nodiscard]] Exponent operator*(Exponent a, Exponent b);

// A generator's place in the field's table.
using Generator = std::uint32_t;

struct Factor {
  Generator generator = 0;
  Exponent exponent;
  bool operator==(const Factor&) const = default;
  auto operator<=>(const Factor&) const = default;
};

// Sorted by generator, no exponent is 0.
using Monomial = std::vector<Factor>;
[[nodiscard]] Monomial multiply(const Monomial& a, const Monomial& b);
[[nodiscard]] Monomial raise(const Monomial& base, Exponent exponent);

// No coefficient is 0.
class Polynomial {
 public:
  Polynomial() = default;
  [[nodiscard]] static Polynomial constant(const Number& value);
  [[nodiscard]] static Polynomial term(const Number& coefficient, Monomial monomial);

  void add(const Monomial& monomial, const Number& coefficient);
  void add(const Polynomial& other);
  void subtract(const Polynomial& other);
  void scale(const Number& factor);

  [[nodiscard]] const std::map<Monomial, Number>& terms() const { return terms_; }
  [[nodiscard]] bool is_zero() const { return terms_.empty(); }
  [[nodiscard]] bool is_term() const { return terms_.size() == 1; }
  [[nodiscard]] bool is_constant() const { return is_zero() || (is_term() && terms_.begin()->first.empty()); }
  [[nodiscard]] Number constant_value() const { return is_zero() ? Number(0) : terms_.begin()->second; }
  bool operator==(const Polynomial&) const = default;

 private:
  std::map<Monomial, Number> terms_;
};

// The positive rational that leaves whole coefficients without a common factor; 1 for the polynomial 0.
[[nodiscard]] Number content(const Polynomial& polynomial);
// c when a = c·b for a constant c ≠ 0, else 0.
[[nodiscard]] Number proportion(const Polynomial& a, const Polynomial& b);

}  // namespace hornbook::engage::algebra
