// Whether two scalars have the same value, and what that rests on.
#pragma once

#include "runtime/engage/algebra/field.hpp"
#include "runtime/engage/algebra/syntax.hpp"

namespace hornbook::engage::algebra {

enum class Sameness : std::uint8_t { ProvedSame, TestedSame, ProvedDifferent, TestedDifferent, Unknown };

[[nodiscard]] constexpr bool is_same(Sameness sameness) {
  return sameness == Sameness::ProvedSame || sameness == Sameness::TestedSame;
}

// A node in the tree it stands in.
struct Place {
  const Syntax* syntax = nullptr;
  Node::Index index = 0;
};

// Equal wherever both are defined as real numbers.
//
// First exactly, over a field (field.hpp). When that does not decide, at up to 48 seeded points (sample.hpp): two
// bounds without a common point prove a difference; bounds that meet within 2^-128 at every point where both are
// defined, at least four of them, are TestedSame. Two that are each defined at four points or more but nowhere
// together, such as √x and √(−x), are TestedDifferent, and so are a real number and one that is not; or proved, when
// they differ as complex numbers for positive letters.
[[nodiscard]] Sameness compare_values(Place a, Place b, Letters letters);

// Whether left₁ − right₁ is a constant times left₂ − right₂, as for two spellings of an equation.
struct Proportion {
  Sameness sameness = Sameness::Unknown;
  bool is_positive = true;  // the constant
};
struct Sides {
  Place left;
  Place right;
};
// With `clears_denominators`, x·y = 20 is y = 20/x as well.
[[nodiscard]] Proportion compare_sides(Sides a, Sides b, Letters letters, bool clears_denominators);

}  // namespace hornbook::engage::algebra
