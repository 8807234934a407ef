#include "runtime/engage/algebra/normalise.hpp"

#include "runtime/engage/algebra/units.hpp"

namespace hornbook::engage::algebra {
namespace {

std::optional<Quotient> leaf(Field& field, const Node& node) {
  switch (node.kind) {
    case Kind::Literal:
      return Field::number(node.value);
    case Kind::Symbol:
      return field.symbol(node.name);
    case Kind::Unit:
      return unit_value(field, node.name);
    case Kind::Pi:
      return field.pi();
    case Kind::Euler:
      return field.exponential(Field::number(1));
    case Kind::Imaginary:
      return field.imaginary();
    default:
      return std::nullopt;
  }
}

Quotient root(Field& field, const Quotient& radicand, const Quotient& degree) {
  return field.power(radicand, field.divide(Field::number(1), degree));
}

Quotient call(Field& field, const Node& node, const std::vector<Quotient>& parts) {
  if (node.function != Function::Log) return field.apply(node.function, parts[0]);
  return field.divide(field.logarithm(parts[0]), field.logarithm(parts[1]));
}

std::optional<Quotient> combine(Field& field, const Node& node, const std::vector<Quotient>& parts) {
  switch (node.kind) {
    case Kind::Add:
    case Kind::Mixed: {
      Quotient sum = parts[0];
      for (std::size_t i = 1; i < parts.size(); ++i) sum = field.add(sum, parts[i]);
      return sum;
    }
    case Kind::Negate:
      return field.multiply(Field::number(-1), parts[0]);
    case Kind::Multiply:
      return field.multiply(parts[0], parts[1]);
    case Kind::Divide:
      return field.divide(parts[0], parts[1]);
    case Kind::Power:
      return field.power(parts[0], parts[1]);
    case Kind::Root:
      return root(field, parts[0], parts[1]);
    case Kind::Absolute:
      return field.absolute(parts[0]);
    case Kind::Call:
      return call(field, node, parts);
    case Kind::Percent:
      return field.multiply(Field::number(make_number(1, 100)), parts[0]);
    case Kind::Degrees:
      return field.multiply(field.multiply(Field::number(make_number(1, 180)), field.pi()), parts[0]);
    case Kind::Factorial:
      return field.factorial(parts[0]);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Quotient> normalise(Field& field, const Syntax& syntax, Node::Index index) {
  const Node& node = syntax.at(index);
  if (!is_scalar(node.kind)) return std::nullopt;
  if (node.parts.empty()) return leaf(field, node);
  std::vector<Quotient> parts;
  for (const Node::Index part : node.parts) {
    std::optional<Quotient> value = normalise(field, syntax, part);
    if (!value) return std::nullopt;
    parts.push_back(std::move(*value));
  }
  return combine(field, node, parts);
}

}  // namespace hornbook::engage::algebra
