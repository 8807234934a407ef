// Is the learner's answer the author's? A small computer algebra: exact, bounded, and deaf to spelling.
//
// An answer is what a child types ("2(x+3)", "x²", "sqrt(8)", "3 1/4", "1,000", "|x|") or an author writes in TeX
// (\frac{1}{2}, \sqrt{8}, \left( … \right)): an expression, an equation, an inequality, an interval or a union of them,
// a tuple, a matrix, or a list of solutions. The grammar and the rules are in README.md beside this file.
//
// What a verdict rests on:
//  - *proved*: the difference of two expressions is zero as a quotient of polynomials over letters, π, i, roots,
//    logarithms, exponentials and absolute values (field.hpp); or it is not zero and only letters, π, i and roots of
//    numbers occur; or exact bounds of the two values at one point have nothing in common.
//  - *tested*: where that does not decide, the bounds meet within 2^-128 at four or more seeded points (Same); or both
//    are real at four or more points but never at the same, or one is a real number and the other is not (Different).
//
// "Equal" means: equal wherever both sides are defined as real numbers. So ln x² is 2 ln x, and x²/x is x, but √(x²) is
// |x| and not x, unless Letters::Positive is asked for.
//
// No floating point, no clock, no locale; every loop is bounded by the algebra limits of runtime/core/limits.hpp, so
// that no answer can hang the checker or make it allocate without limit. Functions here are pure and safe from any
// thread.
#pragma once

#include <memory>
#include <string_view>

#include "runtime/core/error.hpp"
#include "runtime/engage/algebra/requirement.hpp"

namespace hornbook::engage::algebra {

struct Readings;

// A parsed answer; cheap to copy.
class MathExpression {
 public:
  explicit MathExpression(std::shared_ptr<const Readings> readings) : readings_(std::move(readings)) {}
  [[nodiscard]] const Readings& readings() const { return *readings_; }

 private:
  std::shared_ptr<const Readings> readings_;
};

// BadInput with a sentence for the child when the text is no answer, LimitExceeded when it is too long, too deep or has
// a number of too many digits.
[[nodiscard]] Result<MathExpression> parse_expression(std::string_view text);

// The same for a number with a unit: "5 cm", "9.8 m/s²", "25 °C". Words that are units are read as such, other letters
// as before; both answers of a comparison are parsed the same way. 5 m is 500 cm; 5 without its unit is
// SameValueOtherForm.
[[nodiscard]] Result<MathExpression> parse_quantity(std::string_view text);

struct Comparison {
  Equivalence equivalence = Equivalence::CannotTell;
  bool is_proved = false;  // see above; false for CannotTell
};

// Compares what was typed with what the author expects.
[[nodiscard]] Comparison compare(const MathExpression& expected, const MathExpression& typed,
                                 const Requirement& requirement = {});

}  // namespace hornbook::engage::algebra
