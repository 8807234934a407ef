#include "runtime/engage/algebra/tolerance.hpp"

#include "runtime/engage/algebra/evaluate.hpp"

namespace hornbook::engage::algebra {

Sameness compare_within(Place expected, Place typed, Rational tolerance) {
  const Number edge = make_number(Integer(static_cast<long>(tolerance.numerator())),
                                  Integer(static_cast<long>(tolerance.denominator())));
  const std::optional<Number> first = evaluate_exactly(*expected.syntax, expected.index, {});
  const std::optional<Number> second = evaluate_exactly(*typed.syntax, typed.index, {});
  if (first && second) return abs(*first - *second) <= edge ? Sameness::ProvedSame : Sameness::ProvedDifferent;
  const MaybeBounds wanted = evaluate(*expected.syntax, expected.index, {});
  const MaybeBounds found = wanted ? evaluate(*typed.syntax, typed.index, {}) : std::nullopt;
  if (!found) return Sameness::ProvedDifferent;
  const Bounds distance = absolute(add(*found, negate(*wanted)));
  const Bounds limit = Bounds::around(edge);
  if (distance.high <= limit.low) return Sameness::ProvedSame;
  return distance.low > limit.high ? Sameness::ProvedDifferent : Sameness::Unknown;
}

}  // namespace hornbook::engage::algebra
