#include "runtime/engage/algebra/tolerance.hpp"

#include "runtime/engage/algebra/evaluate.hpp"
#include "runtime/engage/algebra/normalise.hpp"

namespace hornbook::engage::algebra {

namespace {

Number to_number(Rational value) {
  return make_number(Integer(static_cast<long>(value.numerator())), Integer(static_cast<long>(value.denominator())));
}

}  // namespace

Sameness compare_within(Place expected, Place typed, Rational tolerance) {
  const Number edge = to_number(tolerance);
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

Sameness compare_within_share(Place expected, Place typed, Rational tolerance) {
  Field field(Letters::Real);
  const std::optional<Quotient> wanted = normalise(field, *expected.syntax, expected.index);
  const std::optional<Quotient> found = wanted ? normalise(field, *typed.syntax, typed.index) : std::nullopt;
  if (!found || wanted->numerator.is_zero()) return Sameness::ProvedDifferent;
  const Quotient share = field.divide(*found, *wanted);
  if (field.is_exhausted() || field.is_undefined()) return Sameness::Unknown;
  if (!share.numerator.is_constant() || !share.denominator.is_constant()) return Sameness::ProvedDifferent;
  const Number distance = abs(share.numerator.constant_value() - 1);
  return distance <= to_number(tolerance) ? Sameness::ProvedSame : Sameness::ProvedDifferent;
}

}  // namespace hornbook::engage::algebra
