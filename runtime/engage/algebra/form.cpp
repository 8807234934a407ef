#include "runtime/engage/algebra/form.hpp"

#include "runtime/engage/algebra/normalise.hpp"

namespace hornbook::engage::algebra {
namespace {

const Node& without_sign(const Syntax& syntax, const Node& node) {
  return node.kind == Kind::Negate ? syntax.part(node, 0) : node;
}

bool is_decimal(Place typed) {
  return without_sign(*typed.syntax, typed.syntax->at(typed.index)).kind == Kind::Literal;
}

bool is_fraction(Place place) {
  const Node& node = place.syntax->at(place.index);
  if (node.kind == Kind::Percent || (node.kind == Kind::Literal && node.has_point)) return false;
  for (const Node::Index part : node.parts)
    if (!is_fraction({place.syntax, part})) return false;
  return true;
}

bool is_scientific(Place typed) {
  const Syntax& syntax = *typed.syntax;
  const Node& product = without_sign(syntax, syntax.at(typed.index));
  if (product.kind != Kind::Multiply) return false;
  const Node& mantissa = without_sign(syntax, syntax.part(product, 0));
  const Node& power = syntax.part(product, 1);
  if (mantissa.kind != Kind::Literal || mantissa.value < 1 || mantissa.value >= 10 || power.kind != Kind::Power)
    return false;
  const Node& base = syntax.part(power, 0);
  const Node& exponent = without_sign(syntax, syntax.part(power, 1));
  return base.kind == Kind::Literal && base.value == 10 && exponent.kind == Kind::Literal && is_whole(exponent.value);
}

}  // namespace

bool has_form(Form form, Place typed, Place expected) {
  switch (form) {
    case Form::Any:
      return true;
    case Form::Simplified:
      return is_simplified(typed, expected);
    case Form::Expanded:
      return is_expanded(typed);
    case Form::Factored:
      return is_factored(typed, expected);
    case Form::Fraction:
      return is_fraction(typed);
    case Form::Decimal:
      return is_decimal(typed);
    case Form::Scientific:
      return is_scientific(typed);
  }
  return false;
}

}  // namespace hornbook::engage::algebra
