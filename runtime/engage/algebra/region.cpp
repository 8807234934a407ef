#include "runtime/engage/algebra/region.hpp"

#include "runtime/engage/algebra/evaluate.hpp"
#include "runtime/engage/algebra/normalise.hpp"

namespace hornbook::engage::algebra {
namespace {

struct End {
  std::optional<Quotient> value;  // nothing: infinite
  bool is_open = true;
};

struct Region {
  std::string letter;  // empty for an interval
  End low;
  End high;
};

bool is_infinite(const Syntax& syntax, const Node& node) {
  if (node.kind == Kind::Negate || (node.kind == Kind::Add && node.parts.size() == 1))
    return is_infinite(syntax, syntax.part(node, 0));
  return node.kind == Kind::Infinity;
}

std::optional<End> end_of(Field& field, const Syntax& syntax, Node::Index index, bool is_open) {
  if (is_infinite(syntax, syntax.at(index))) return End{std::nullopt, true};
  std::optional<Quotient> value = normalise(field, syntax, index);
  if (!value) return std::nullopt;
  return End{std::move(value), is_open};
}

std::optional<Region> of_interval(Field& field, Place place, const Node& node) {
  const std::optional<End> low = end_of(field, *place.syntax, node.parts[0], node.open_left);
  const std::optional<End> high = end_of(field, *place.syntax, node.parts[1], node.open_right);
  if (!low || !high) return std::nullopt;
  return Region{{}, *low, *high};
}

std::optional<Region> of_inequality(Field& field, Place place, const Node& node) {
  if (node.relation == RelationKind::Equal || node.relation == RelationKind::NotEqual) return std::nullopt;
  std::set<std::string> letters;
  collect_letters(*place.syntax, place.index, letters);
  if (letters.size() != 1) return std::nullopt;
  const std::optional<Quotient> left = normalise(field, *place.syntax, node.parts[0]);
  const std::optional<Quotient> right = left ? normalise(field, *place.syntax, node.parts[1]) : std::nullopt;
  if (!right) return std::nullopt;
  const auto line = field.as_line(field.subtract(*left, *right), *letters.begin());
  if (!line) return std::nullopt;
  const Quotient bound = field.multiply(Field::number(-1 / line->slope), line->rest);
  const bool is_less = node.relation == RelationKind::Less || node.relation == RelationKind::LessOrEqual;
  const bool is_open = node.relation == RelationKind::Less || node.relation == RelationKind::Greater;
  Region region{*letters.begin(), {}, {}};
  (is_less == (line->slope > 0) ? region.high : region.low) = End{bound, is_open};
  return region;
}

// Two inequalities that bound the letter from either side.
std::optional<Region> of_chain(Field& field, Place place, const Node& node) {
  if (node.parts.size() != 2) return std::nullopt;
  const auto part = [&](std::size_t at) -> std::optional<Region> {
    const Node& relation = place.syntax->part(node, at);
    if (relation.kind != Kind::Relation) return std::nullopt;
    return of_inequality(field, {place.syntax, node.parts[at]}, relation);
  };
  const std::optional<Region> first = part(0);
  const std::optional<Region> second = first ? part(1) : std::nullopt;
  if (!second || first->letter != second->letter) return std::nullopt;
  if (first->low.value.has_value() == second->low.value.has_value()) return std::nullopt;
  Region both{first->letter, first->low.value ? first->low : second->low,
              first->low.value ? second->high : first->high};
  if (!both.high.value) return std::nullopt;
  return both;
}

std::optional<Region> region_of(Field& field, Place place) {
  const Node& node = place.syntax->at(place.index);
  switch (node.kind) {
    case Kind::AllReals:
      return Region{};
    case Kind::Interval:
      return of_interval(field, place, node);
    case Kind::Tuple:
      return node.parts.size() == 2 ? of_interval(field, place, node) : std::nullopt;
    case Kind::Relation:
      return of_inequality(field, place, node);
    case Kind::Chain:
      return of_chain(field, place, node);
    default:
      return std::nullopt;
  }
}

bool is_same_end(Field& field, const End& a, const End& b) {
  if (a.value.has_value() != b.value.has_value()) return false;
  return !a.value || (a.is_open == b.is_open && field.difference(*a.value, *b.value).is_zero());
}

}  // namespace

Sameness compare_regions(Place a, Place b, Letters letters) {
  Field field(letters);
  const std::optional<Region> first = region_of(field, a);
  const std::optional<Region> second = first ? region_of(field, b) : std::nullopt;
  if (!second) return Sameness::Unknown;
  if (!first->letter.empty() && !second->letter.empty() && first->letter != second->letter)
    return Sameness::ProvedDifferent;
  const bool is_same = is_same_end(field, first->low, second->low) && is_same_end(field, first->high, second->high);
  if (field.is_exhausted() || field.is_undefined()) return Sameness::Unknown;
  if (is_same) return field.has_assumed_domain() ? Sameness::TestedSame : Sameness::ProvedSame;
  return field.is_independent() ? Sameness::ProvedDifferent : Sameness::Unknown;
}

}  // namespace hornbook::engage::algebra
