// Exact fractions: answers never pass through floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/core/error.hpp"

namespace hornbook::engage {

// numerator / denominator in lowest terms, denominator > 0. Both parts fit in 32 signed bits; arithmetic beyond that is
// an error, never a wrong number.
class Rational {
 public:
  Rational() = default;
  // BadInput when the denominator is 0, LimitExceeded when a part in lowest terms is beyond 32 signed bits.
  [[nodiscard]] static Result<Rational> create(std::int64_t numerator, std::int64_t denominator);
  [[nodiscard]] static Rational whole(std::int32_t value);

  [[nodiscard]] std::int64_t numerator() const { return numerator_; }
  [[nodiscard]] std::int64_t denominator() const { return denominator_; }

  bool operator==(const Rational&) const = default;
  std::strong_ordering operator<=>(const Rational& other) const;

 private:
  Rational(std::int64_t numerator, std::int64_t denominator) : numerator_(numerator), denominator_(denominator) {}
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

[[nodiscard]] Result<Rational> add(Rational a, Rational b);
[[nodiscard]] Result<Rational> subtract(Rational a, Rational b);
[[nodiscard]] Result<Rational> multiply(Rational a, Rational b);
[[nodiscard]] Result<Rational> divide(Rational a, Rational b);  // BadInput when b is 0

// A number as a child types it: "3", "-3", "0.75", "0,75", "3/4", "1 3/4", spaces and a leading + allowed.
struct TypedNumber {
  Rational value;
  bool is_fraction = false;     // written with a slash
  bool is_mixed = false;        // a whole part before the fraction
  bool is_lowest_terms = true;  // nothing left to simplify: 6/8 is not, nor is 1 5/4
};
// BadInput with a sentence for the child when it is no number, LimitExceeded when it is too long or too large.
[[nodiscard]] Result<TypedNumber> parse_typed_number(std::string_view text);

[[nodiscard]] std::string to_text(Rational value);  // "3", "3/4", "-7/2"

}  // namespace hornbook::engage
