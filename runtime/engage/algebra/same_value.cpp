#include "runtime/engage/algebra/same_value.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/engage/algebra/normalise.hpp"
#include "runtime/engage/algebra/sample.hpp"

namespace hornbook::engage::algebra {
namespace {

constexpr std::size_t points_wanted = 4;
constexpr std::size_t points_enough = 16;

// What a comparison over a field came to.
struct Exact {
  Sameness sameness = Sameness::Unknown;
  bool is_assumed = false;  // a rule was used that holds for positive letters, or only where its parts are defined
};

Exact conclude(const Field& field, bool is_zero) {
  if (field.is_exhausted() || field.is_undefined()) return {};
  if (is_zero) return {Sameness::ProvedSame, field.has_assumed_domain()};
  if (field.is_independent()) return {Sameness::ProvedDifferent, field.has_assumed_domain()};
  return {};
}

Exact compare_exactly(Place a, Place b, Letters letters) {
  Field field(letters);
  const std::optional<Quotient> first = normalise(field, *a.syntax, a.index);
  if (!first || field.is_undefined()) return {};
  const std::optional<Quotient> second = normalise(field, *b.syntax, b.index);
  if (!second) return {};
  if (field.is_undefined() && !field.is_exhausted()) return {Sameness::ProvedDifferent, false};
  const bool is_zero = field.difference(*first, *second).is_zero();
  return conclude(field, is_zero);
}

std::set<std::string> letters_of(std::initializer_list<Place> places) {
  std::set<std::string> letters;
  for (const Place& place : places) collect_letters(*place.syntax, place.index, letters);
  return letters;
}

Sameness compare_at_points(Place a, Place b, Letters kind) {
  const std::set<std::string> letters = letters_of({a, b});
  if (letters.size() > limits::algebra_letters_max) return Sameness::Unknown;
  std::size_t met = 0;
  std::size_t only_first = 0;
  std::size_t only_second = 0;
  const std::size_t points = letters.empty() ? 1 : sample_points_max;
  for (std::size_t i = 0; i < points && met < points_enough; ++i) {
    const Point point = sample_point(letters, i, kind);
    const MaybeBounds first = evaluate(*a.syntax, a.index, point);
    const MaybeBounds second = evaluate(*b.syntax, b.index, point);
    if (first && second && first->is_disjoint_from(*second)) return Sameness::ProvedDifferent;
    if (first && second && first->is_narrow() && second->is_narrow()) ++met;
    if (first && !second) ++only_first;
    if (!first && second) ++only_second;
  }
  if (met >= (letters.empty() ? 1 : points_wanted)) return Sameness::TestedSame;
  if (letters.empty() && ((only_first == 1 && has_no_real_value(*b.syntax, b.index)) ||
                          (only_second == 1 && has_no_real_value(*a.syntax, a.index))))
    return Sameness::TestedDifferent;
  const bool never_together = met == 0 && only_first >= points_wanted && only_second >= points_wanted;
  return never_together ? Sameness::TestedDifferent : Sameness::Unknown;
}

struct ExactProportion {
  Exact exact;
  Number factor = 0;
};

ExactProportion compare_sides_exactly(Sides a, Sides b, Letters letters, bool clears_denominators) {
  Field field(letters);
  const auto difference = [&](Sides sides) -> std::optional<Quotient> {
    const std::optional<Quotient> left = normalise(field, *sides.left.syntax, sides.left.index);
    const std::optional<Quotient> right =
        left ? normalise(field, *sides.right.syntax, sides.right.index) : std::nullopt;
    if (!right) return std::nullopt;
    return field.subtract(*left, *right);
  };
  const std::optional<Quotient> first = difference(a);
  const std::optional<Quotient> second = first ? difference(b) : std::nullopt;
  if (!second || field.is_exhausted() || field.is_undefined()) return {};
  if (first->numerator.is_zero() || second->numerator.is_zero())
    return {conclude(field, first->numerator.is_zero() && second->numerator.is_zero()), 1};
  Number factor = proportion(field.multiply(first->numerator, second->denominator),
                             field.multiply(second->numerator, first->denominator));
  if (factor == 0 && clears_denominators) factor = proportion(field.cleared(*first), field.cleared(*second));
  return {conclude(field, factor != 0), factor};
}

// v₁(p)·v₂(q) = v₁(q)·v₂(p) for the first point p and each other point q.
Proportion compare_sides_at_points(Sides a, Sides b, Letters kind) {
  const std::set<std::string> letters = letters_of({a.left, a.right, b.left, b.right});
  if (letters.size() > limits::algebra_letters_max) return {};
  const auto value = [](Sides sides, const Point& point) -> MaybeBounds {
    const MaybeBounds left = evaluate(*sides.left.syntax, sides.left.index, point);
    const MaybeBounds right = left ? evaluate(*sides.right.syntax, sides.right.index, point) : std::nullopt;
    if (!right) return std::nullopt;
    return add(*left, negate(*right));
  };
  std::optional<std::pair<Bounds, Bounds>> base;
  std::size_t met = 0;
  for (std::size_t i = 0; i < sample_points_max && met < points_enough; ++i) {
    const Point point = sample_point(letters, i, kind);
    const MaybeBounds first = value(a, point);
    const MaybeBounds second = first ? value(b, point) : std::nullopt;
    if (!second) continue;
    if (!base) {
      if (!first->holds_zero() && !second->holds_zero()) base = {*first, *second};
      continue;
    }
    const MaybeBounds one = multiply(base->first, *second);
    const MaybeBounds other = multiply(base->second, *first);
    if (!one || !other) continue;
    if (one->is_disjoint_from(*other)) return {Sameness::ProvedDifferent, true};
    if (one->is_narrow() && other->is_narrow()) ++met;
  }
  if (met < points_wanted) return {};
  return {Sameness::TestedSame, base->first.is_positive() == base->second.is_positive()};
}

}  // namespace

Sameness compare_values(Place a, Place b, Letters letters) {
  const Exact exact = compare_exactly(a, b, letters);
  if (exact.sameness != Sameness::Unknown && !exact.is_assumed) return exact.sameness;
  const Sameness tested = compare_at_points(a, b, letters);
  if (exact.sameness == Sameness::ProvedSame && tested == Sameness::Unknown) return Sameness::TestedSame;
  const bool is_open = tested == Sameness::Unknown || tested == Sameness::TestedDifferent;
  return is_open && exact.sameness == Sameness::ProvedDifferent ? exact.sameness : tested;
}

Proportion compare_sides(Sides a, Sides b, Letters letters, bool clears_denominators) {
  const ExactProportion found = compare_sides_exactly(a, b, letters, clears_denominators);
  const bool is_open = found.exact.sameness == Sameness::Unknown ||
                       (found.exact.sameness == Sameness::ProvedDifferent && found.exact.is_assumed);
  if (is_open) {
    const Proportion tested = compare_sides_at_points(a, b, letters);
    return tested.sameness == Sameness::Unknown ? Proportion{found.exact.sameness, true} : tested;
  }
  return {found.exact.is_assumed ? Sameness::TestedSame : found.exact.sameness, found.factor > 0};
}

}  // namespace hornbook::engage::algebra
