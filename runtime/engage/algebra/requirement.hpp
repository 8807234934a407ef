// What an author asks of an answer, and what comes of a comparison.
#pragma once

#include <cstdint>
#include <optional>

#include "runtime/engage/rational.hpp"

namespace hornbook::engage::algebra {

enum class Form : std::uint8_t {
  Any,
  Simplified,  // fractions in lowest terms, like terms collected, roots taken out, nothing left to compute
  Expanded,    // a sum of products without brackets, like terms collected
  Factored,    // the factors of the expected answer, up to order, sign and a number in front
  Fraction,    // no decimal point and no percent sign
  Decimal,     // one number, written with digits alone
  Scientific,  // a·10^n with 1 ≤ |a| < 10
};

// Whether letters stand for any real numbers (√(x²) is |x|) or for positive ones (√(x²) is x).
enum class Letters : std::uint8_t { Real, Positive };

struct Requirement {
  Form form = Form::Any;
  Letters letters = Letters::Real;
  // How far a number may be from the expected one, either side; it must be ≥ 0. In a quantity, a share of the expected.
  std::optional<Rational> tolerance;
};

enum class Equivalence : std::uint8_t {
  Same,
  SameValueOtherForm,  // "right, but not yet simplified"
  Different,
  CannotTell,  // a limit was passed, or both are nowhere defined together: a person should look
};

}  // namespace hornbook::engage::algebra
