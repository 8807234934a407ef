#include "runtime/engage/algebra/answer.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/engage/algebra/evaluate.hpp"

namespace hornbook::engage::algebra {
namespace {

// "x = 2 and y = 3" lists two equations, unlike "1 < x < 5".
bool is_list(const Syntax& syntax, const Node& node) {
  if (node.kind != Kind::Chain) return node.kind == Kind::Either || node.kind == Kind::List || node.kind == Kind::Union;
  for (std::size_t i = 0; i < node.parts.size(); ++i) {
    const Node& part = syntax.part(node, i);
    if (part.kind != Kind::Relation || part.relation != RelationKind::Equal) return false;
  }
  return true;
}

void collect(Place place, std::vector<Place>& items) {
  const Node& node = place.syntax->at(place.index);
  if (!is_list(*place.syntax, node)) {
    if (items.size() < 2 * limits::algebra_alternatives_max) items.push_back(place);
    return;
  }
  for (const Node::Index part : node.parts) collect({place.syntax, part}, items);
}

bool mentions(Place place, const std::string& letter) {
  std::set<std::string> letters;
  collect_letters(*place.syntax, place.index, letters);
  return letters.contains(letter);
}

}  // namespace

std::vector<Syntax> expand_signs(const Syntax& syntax) {
  bool has_both = false;
  Syntax upper = syntax;
  Syntax lower = syntax;
  for (std::size_t i = 0; i < syntax.nodes.size(); ++i) {
    const Kind kind = syntax.nodes[i].kind;
    if (kind != Kind::PlusMinus && kind != Kind::MinusPlus) continue;
    has_both = true;
    // A sum of one term stands for the term itself.
    upper.nodes[i].kind = kind == Kind::PlusMinus ? Kind::Add : Kind::Negate;
    lower.nodes[i].kind = kind == Kind::PlusMinus ? Kind::Negate : Kind::Add;
  }
  if (!has_both) return {syntax};
  return {std::move(upper), std::move(lower)};
}

std::vector<Place> items_of(const std::vector<Syntax>& trees) {
  std::vector<Place> items;
  for (const Syntax& tree : trees) collect({&tree, tree.root}, items);
  return items;
}

std::optional<Solved> as_solved(Place place) {
  const Node& node = place.syntax->at(place.index);
  if (node.kind != Kind::Relation || node.relation != RelationKind::Equal) return std::nullopt;
  for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
    const Node& letter = place.syntax->part(node, side);
    const Place value{place.syntax, node.parts[1 - side]};
    if (letter.kind == Kind::Symbol && is_scalar(place.syntax->at(value.index).kind) && !mentions(value, letter.name))
      return Solved{letter.name, value};
  }
  return std::nullopt;
}

bool has_letters(Place place) {
  std::set<std::string> letters;
  collect_letters(*place.syntax, place.index, letters);
  return !letters.empty();
}

}  // namespace hornbook::engage::algebra
