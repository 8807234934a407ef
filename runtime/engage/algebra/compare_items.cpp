#include "runtime/engage/algebra/compare_items.hpp"

#include <set>

#include "runtime/engage/algebra/answer.hpp"
#include "runtime/engage/algebra/form.hpp"
#include "runtime/engage/algebra/region.hpp"
#include "runtime/engage/algebra/tolerance.hpp"
#include "runtime/engage/algebra/units.hpp"

namespace hornbook::engage::algebra {
namespace {

constexpr Comparison different{Equivalence::Different, true};

Comparison from(Sameness sameness) {
  switch (sameness) {
    case Sameness::ProvedSame:
      return {Equivalence::Same, true};
    case Sameness::TestedSame:
      return {Equivalence::Same, false};
    case Sameness::ProvedDifferent:
      return different;
    case Sameness::TestedDifferent:
      return {Equivalence::Different, false};
    case Sameness::Unknown:
      return {Equivalence::CannotTell, false};
  }
  return {};
}

Comparison as_other_form(Comparison comparison) {
  if (comparison.equivalence == Equivalence::Same) comparison.equivalence = Equivalence::SameValueOtherForm;
  return comparison;
}

const Node& node_of(Place place) { return place.syntax->at(place.index); }
Place part_of(Place place, std::size_t at) { return {place.syntax, node_of(place).parts[at]}; }

// 1 for ∞, -1 for -∞, 0 for a number.
int sign_of_infinity(const Syntax& syntax, const Node& node) {
  if (node.kind == Kind::Infinity) return 1;
  if (node.kind == Kind::Negate) return -sign_of_infinity(syntax, syntax.part(node, 0));
  return node.kind == Kind::Add && node.parts.size() == 1 ? sign_of_infinity(syntax, syntax.part(node, 0)) : 0;
}

bool holds_unit(Place place) {
  if (node_of(place).kind == Kind::Unit) return true;
  for (std::size_t i = 0; i < node_of(place).parts.size(); ++i)
    if (holds_unit(part_of(place, i))) return true;
  return false;
}

// The number of "5 km/h": what is left when factors that are units are taken off the end.
Place without_unit(Place place) {
  while ((node_of(place).kind == Kind::Multiply || node_of(place).kind == Kind::Divide) &&
         holds_unit(part_of(place, 1)) && !has_letters(part_of(place, 1)))
    place = part_of(place, 0);
  return place;
}

// The scales of degrees that it names. Nothing of one is anything of another: 0 °C is no 0 °F, and no 0 kg.
std::set<std::string> scales_in(Place place) {
  std::set<std::string> scales;
  if (node_of(place).kind == Kind::Unit && is_temperature_scale(node_of(place).name))
    scales.insert(node_of(place).name);
  for (std::size_t i = 0; i < node_of(place).parts.size(); ++i) scales.merge(scales_in(part_of(place, i)));
  return scales;
}

Comparison compare_amounts(Place expected, Place typed, const Requirement& requirement) {
  const Comparison comparison = from(compare_values(expected, typed, requirement.letters));
  if (comparison.equivalence != Equivalence::Different || !requirement.tolerance) return comparison;
  return from(compare_within_share(expected, typed, *requirement.tolerance));
}

// Without the unit: the same number is right but for that. "25°" says no scale.
Comparison compare_unitless(Place expected, Place typed, const Requirement& requirement) {
  // "-3 kg" is the negative of a quantity, not of a number.
  while (node_of(expected).kind == Kind::Negate && node_of(typed).kind == Kind::Negate) {
    expected = part_of(expected, 0);
    typed = part_of(typed, 0);
  }
  if (node_of(typed).kind == Kind::Degrees && !scales_in(expected).empty()) typed = part_of(typed, 0);
  return as_other_form(compare_amounts(without_unit(expected), typed, requirement));
}

Comparison compare_quantities(Place expected, Place typed, const Requirement& requirement) {
  if (!holds_unit(typed)) return compare_unitless(expected, typed, requirement);
  if (scales_in(expected) != scales_in(typed)) return different;
  const Comparison comparison = compare_amounts(expected, typed, requirement);
  const bool has_its_form = has_form(requirement.form, without_unit(typed), without_unit(expected));
  return has_its_form ? comparison : as_other_form(comparison);
}

Comparison compare_scalars(Place expected, Place typed, const Requirement& requirement) {
  if (holds_unit(expected)) return compare_quantities(expected, typed, requirement);
  const int wanted = sign_of_infinity(*expected.syntax, node_of(expected));
  const int found = sign_of_infinity(*typed.syntax, node_of(typed));
  if (wanted != 0 || found != 0) return wanted == found ? Comparison{Equivalence::Same, true} : different;
  Comparison comparison = from(compare_values(expected, typed, requirement.letters));
  if (comparison.equivalence == Equivalence::Different && requirement.tolerance)
    comparison = from(compare_within(expected, typed, *requirement.tolerance));
  if (comparison.equivalence != Equivalence::Same || has_form(requirement.form, typed, expected)) return comparison;
  return as_other_form(comparison);
}

Comparison compare_entries(Place expected, Place typed, const Requirement& requirement) {
  Comparison worst{Equivalence::Same, true};
  if (node_of(expected).parts.size() != node_of(typed).parts.size()) return different;
  for (std::size_t i = 0; i < node_of(expected).parts.size(); ++i) {
    const Comparison one = compare_items(part_of(expected, i), part_of(typed, i), requirement);
    if (one.equivalence == Equivalence::Different || one.equivalence == Equivalence::CannotTell) return one;
    worst.is_proved = worst.is_proved && one.is_proved;
    if (one.equivalence == Equivalence::SameValueOtherForm) worst.equivalence = one.equivalence;
  }
  return worst;
}

RelationKind turned(RelationKind kind) {
  switch (kind) {
    case RelationKind::Less:
      return RelationKind::Greater;
    case RelationKind::LessOrEqual:
      return RelationKind::GreaterOrEqual;
    case RelationKind::Greater:
      return RelationKind::Less;
    case RelationKind::GreaterOrEqual:
      return RelationKind::LessOrEqual;
    default:
      return kind;
  }
}

Comparison compare_relations(Place expected, Place typed, const Requirement& requirement) {
  const std::optional<Solved> wanted = as_solved(expected);
  const std::optional<Solved> found = as_solved(typed);
  if (wanted && found && wanted->letter == found->letter)
    return compare_scalars(wanted->value, found->value, requirement);
  const RelationKind kind = node_of(expected).relation;
  const bool is_equation = kind == RelationKind::Equal || kind == RelationKind::NotEqual;
  for (const Place& side : {part_of(expected, 0), part_of(expected, 1), part_of(typed, 0), part_of(typed, 1)})
    if (!is_scalar(node_of(side).kind)) return compare_entries(expected, typed, requirement);
  const Proportion proportion = compare_sides({part_of(expected, 0), part_of(expected, 1)},
                                              {part_of(typed, 0), part_of(typed, 1)}, requirement.letters, is_equation);
  Comparison comparison = from(proportion.sameness);
  if (comparison.equivalence == Equivalence::Same) {
    const RelationKind typed_kind = node_of(typed).relation;
    if (kind != (proportion.is_positive ? typed_kind : turned(typed_kind))) return different;
    // "2x = 4" is no answer to "solve for x".
    if (wanted && !has_letters(wanted->value)) return as_other_form(comparison);
  }
  return comparison;
}

// "x = 5" and "5" are the same answer to "solve for x".
Comparison compare_solved(const Solved& solved, Place value, bool solved_is_expected, const Requirement& requirement) {
  if (!solved_is_expected) return compare_scalars(value, solved.value, requirement);
  const Comparison comparison = compare_scalars(solved.value, value, requirement);
  return has_letters(solved.value) ? as_other_form(comparison) : comparison;
}

Comparison compare_intervals(Place expected, Place typed, const Requirement& requirement) {
  const Node& wanted = node_of(expected);
  const Node& found = node_of(typed);
  if (wanted.open_left != found.open_left || wanted.open_right != found.open_right) return different;
  return compare_entries(expected, typed, requirement);
}

}  // namespace

Comparison compare_items(Place expected, Place typed, const Requirement& requirement) {
  const Kind wanted = node_of(expected).kind;
  const Kind found = node_of(typed).kind;
  if (is_scalar(wanted) && is_scalar(found)) return compare_scalars(expected, typed, requirement);
  if (wanted == Kind::NoSolution || found == Kind::NoSolution)
    return wanted == found ? Comparison{Equivalence::Same, true} : different;
  if (is_scalar(found)) {
    const std::optional<Solved> solved = as_solved(expected);
    return solved ? compare_solved(*solved, typed, true, requirement) : different;
  }
  if (is_scalar(wanted)) {
    const std::optional<Solved> solved = as_solved(typed);
    return solved ? compare_solved(*solved, expected, false, requirement) : different;
  }
  if (wanted == found && (wanted == Kind::Tuple || wanted == Kind::Matrix)) {
    return compare_entries(expected, typed, requirement);
  }
  if (wanted == Kind::Interval && found == Kind::Interval) return compare_intervals(expected, typed, requirement);
  const Sameness as_regions = compare_regions(expected, typed, requirement.letters);
  if (as_regions != Sameness::Unknown) return from(as_regions);
  if (wanted == Kind::Relation && found == Kind::Relation) return compare_relations(expected, typed, requirement);
  return wanted == found ? compare_entries(expected, typed, requirement) : different;
}

}  // namespace hornbook::engage::algebra
