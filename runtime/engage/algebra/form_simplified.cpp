// Simplified form: what a teacher would still cross out.
#include <algorithm>

#include "runtime/engage/algebra/evaluate.hpp"
#include "runtime/engage/algebra/form.hpp"
#include "runtime/engage/algebra/normalise.hpp"

namespace hornbook::engage::algebra {
namespace {

bool is_literal(const Node& node) { return node.kind == Kind::Literal; }

class SimplifiedCheck {
 public:
  SimplifiedCheck(const Syntax& syntax, bool powers_may_stay) : syntax_(syntax), powers_may_stay_(powers_may_stay) {}

  bool holds(Node::Index index) {
    const Node& node = syntax_.at(index);
    for (const Node::Index part : node.parts)
      if (!holds(part)) return false;
    switch (node.kind) {
      case Kind::Add:
        return terms_differ(node);
      case Kind::Negate:
        return syntax_.part(node, 0).kind != Kind::Negate;
      case Kind::Multiply:
        return is_short_product(index);
      case Kind::Divide:
        return is_lowest(node);
      case Kind::Power:
        return is_open_power(node);
      case Kind::Root:
        return is_taken_out(node);
      default:
        return true;
    }
  }

 private:
  // No two terms are the same up to a number: 2x + 3x, 1 + 2.
  bool terms_differ(const Node& sum) {
    std::vector<Polynomial> seen;
    for (const Node::Index part : sum.parts) {
      const std::optional<Quotient> value = normalise(field_, syntax_, part);
      if (!value || field_.is_exhausted()) return true;
      if (value->numerator.is_zero()) return false;
      if (!value->denominator.is_constant()) continue;
      for (const Polynomial& other : seen)
        if (proportion(value->numerator, other) != 0) return false;
      seen.push_back(value->numerator);
    }
    return true;
  }

  // One number at most, and no letter twice: 2·3x, x·x. A power of ten beside a number is scientific notation.
  bool is_short_product(Node::Index index) {
    std::vector<Node::Index> factors;
    flatten(index, factors);
    std::size_t numbers = 0;
    std::vector<std::string> letters;
    for (const Node::Index factor : factors) {
      const Node& node = syntax_.at(factor);
      const Node& base = node.kind == Kind::Power ? syntax_.part(node, 0) : node;
      if (node.kind == Kind::Literal && node.value == 1) return false;
      if (is_numeric(node)) ++numbers;
      if (base.kind != Kind::Symbol) continue;
      if (std::find(letters.begin(), letters.end(), base.name) != letters.end()) return false;
      letters.push_back(base.name);
    }
    return numbers <= 1;
  }

  void flatten(Node::Index index, std::vector<Node::Index>& factors) const {
    const Node& node = syntax_.at(index);
    if (node.kind == Kind::Negate) return flatten(node.parts[0], factors);
    if (node.kind != Kind::Multiply) return factors.push_back(index);
    flatten(node.parts[0], factors);
    flatten(node.parts[1], factors);
  }

  bool is_numeric(const Node& node) const {
    return is_literal(node) || node.kind == Kind::Mixed ||
           (node.kind == Kind::Divide && is_literal(syntax_.part(node, 0)) && is_literal(syntax_.part(node, 1)));
  }

  // Nothing left to cancel, no fraction in a fraction, no root of a number below.
  bool is_lowest(const Node& node) {
    const Node& above = syntax_.part(node, 0);
    const Node& below = syntax_.part(node, 1);
    if (above.kind == Kind::Divide || below.kind == Kind::Divide || below.kind == Kind::Negate) return false;
    if (holds_root_of_number(node.parts[1])) return false;
    const std::optional<Quotient> top = normalise(field_, syntax_, node.parts[0]);
    const std::optional<Quotient> bottom = normalise(field_, syntax_, node.parts[1]);
    if (!top || !bottom || field_.is_exhausted() || bottom->numerator.is_zero()) return true;
    if (!top->denominator.is_constant() || !bottom->denominator.is_constant()) return true;
    if (content(top->numerator).get_den() != 1 || content(bottom->numerator).get_den() != 1) return false;
    const Integer common =
        greatest_common_divisor(content(top->numerator).get_num(), content(bottom->numerator).get_num());
    if (common != 1 || (bottom->numerator.is_constant() && bottom->numerator.constant_value() == 1)) return false;
    return !shares_letter(top->numerator, bottom->numerator) && !shares_sum(node);
  }

  bool holds_root_of_number(Node::Index index) const {
    const Node& node = syntax_.at(index);
    if (node.kind == Kind::Root && is_literal(syntax_.part(node, 0))) return true;
    return std::any_of(node.parts.begin(), node.parts.end(),
                       [&](Node::Index part) { return holds_root_of_number(part); });
  }

  static std::int64_t least_power(const Polynomial& polynomial, Generator generator) {
    std::int64_t least = INT64_MAX;
    for (const auto& [monomial, coefficient] : polynomial.terms()) {
      const auto found = std::find_if(monomial.begin(), monomial.end(),
                                      [&](const Factor& factor) { return factor.generator == generator; });
      least = std::min(least, found == monomial.end() ? 0 : found->exponent.numerator);
    }
    return least;
  }

  static bool shares_letter(const Polynomial& top, const Polynomial& bottom) {
    if (top.is_zero()) return false;
    for (const Factor& factor : bottom.terms().begin()->first)
      if (least_power(bottom, factor.generator) > 0 && least_power(top, factor.generator) > 0) return true;
    return false;
  }

  // A sum that is written as a factor above and below: (x+1)(x+2)/(x+1).
  bool shares_sum(const Node& node) {
    std::vector<Node::Index> above;
    std::vector<Node::Index> below;
    flatten(node.parts[0], above);
    flatten(node.parts[1], below);
    const auto sum_of = [&](Node::Index index) -> std::optional<Polynomial> {
      const Node& factor = syntax_.at(index);
      const Node::Index base = factor.kind == Kind::Power ? factor.parts[0] : index;
      if (syntax_.at(base).kind != Kind::Add) return std::nullopt;
      const std::optional<Quotient> value = normalise(field_, syntax_, base);
      if (!value) return std::nullopt;
      return value->numerator;
    };
    for (const Node::Index top : above) {
      const std::optional<Polynomial> first = sum_of(top);
      for (const Node::Index bottom : below) {
        const std::optional<Polynomial> second = first ? sum_of(bottom) : std::nullopt;
        if (second && proportion(*first, *second) != 0) return true;
      }
    }
    return false;
  }

  // Not a number that can be written out, nor a power of 0 or 1.
  bool is_open_power(const Node& node) const {
    const Node& exponent = syntax_.part(node, 1);
    const Node& base = syntax_.part(node, 0);
    if (is_literal(exponent) && exponent.value <= 1) return false;
    if (base.kind == Kind::Power) return false;
    const bool is_power_of_ten = is_literal(base) && base.value == 10;
    return powers_may_stay_ || is_power_of_ten || !is_literal(base) || !is_literal(exponent);
  }

  bool is_taken_out(const Node& node) const {
    const Node& radicand = syntax_.part(node, 0);
    const std::optional<Number> inside = evaluate_exactly(syntax_, node.parts[0], {});
    const std::optional<Number> degree = evaluate_exactly(syntax_, node.parts[1], {});
    if (!inside || !degree) return true;
    if (!is_literal(radicand) || !is_whole(*inside)) return false;
    for (const auto& [prime, times] : prime_factors(abs(inside->get_num())))
      if (times >= *degree) return false;
    return *inside > 1;
  }

  const Syntax& syntax_;
  bool powers_may_stay_;
  Field field_{Letters::Real};
};

bool holds_power_of_numbers(const Syntax& syntax, Node::Index index) {
  const Node& node = syntax.at(index);
  if (node.kind == Kind::Power && is_literal(syntax.part(node, 0)) && is_literal(syntax.part(node, 1))) return true;
  return std::any_of(node.parts.begin(), node.parts.end(),
                     [&](Node::Index part) { return holds_power_of_numbers(syntax, part); });
}

}  // namespace

bool is_simplified(Place typed, Place expected) {
  return SimplifiedCheck(*typed.syntax, holds_power_of_numbers(*expected.syntax, expected.index)).holds(typed.index);
}

}  // namespace hornbook::engage::algebra
