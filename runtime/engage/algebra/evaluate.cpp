#include "runtime/engage/algebra/evaluate.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::engage::algebra {
namespace {

constexpr std::int64_t root_degree_max = 64;

std::optional<Number> small(Number value) {
  if (!is_small(value)) return std::nullopt;
  return value;
}

MaybeBounds general_power(const Bounds& base, const Bounds& exponent) {
  const MaybeBounds logarithm = natural_logarithm(base);
  const MaybeBounds product = logarithm ? multiply(*logarithm, exponent) : std::nullopt;
  return product ? exponential(*product) : std::nullopt;
}

// base^exponent for an exponent known exactly: the real root of an odd degree exists for negative bases too.
MaybeBounds rational_power(const Bounds& base, const Number& exponent) {
  const std::optional<std::int64_t> top = to_int64(Number(exponent.get_num()));
  const std::optional<std::int64_t> bottom = to_int64(Number(exponent.get_den()));
  if (!top || !bottom) return std::nullopt;
  if (*bottom == 1) return whole_power(base, *top);
  if (*bottom <= root_degree_max) {
    const MaybeBounds inner = root(base, static_cast<unsigned long>(*bottom));
    return inner ? whole_power(*inner, *top) : std::nullopt;
  }
  return general_power(base, Bounds::around(exponent));
}

MaybeBounds reciprocal(const MaybeBounds& value) { return value ? divide(Bounds::around(1), *value) : std::nullopt; }

// arcsin x = arctan(x / √(1 − x²)), inside (−1, 1).
MaybeBounds arc_sine(const Bounds& value) {
  const MaybeBounds square = multiply(value, value);
  const MaybeBounds side = square ? root(add(Bounds::around(1), negate(*square)), 2) : std::nullopt;
  const MaybeBounds ratio = side ? divide(value, *side) : std::nullopt;
  return ratio ? arc_tangent(*ratio) : std::nullopt;
}

MaybeBounds hyperbolic(Function function, const Bounds& value) {
  const MaybeBounds up = exponential(value);
  const MaybeBounds down = exponential(negate(value));
  if (!up || !down) return std::nullopt;
  const Bounds difference = add(*up, negate(*down));
  const Bounds sum = add(*up, *down);
  const Bounds two = Bounds::around(2);
  if (function == Function::Tanh) return divide(difference, sum);
  return divide(function == Function::Sinh ? difference : sum, two);
}

MaybeBounds quotient(const MaybeBounds& a, const MaybeBounds& b) { return a && b ? divide(*a, *b) : std::nullopt; }

MaybeBounds call(Function function, const Bounds& value) {
  switch (function) {
    case Function::Sin:
      return sine(value);
    case Function::Cos:
      return cosine(value);
    case Function::Tan:
      return quotient(sine(value), cosine(value));
    case Function::Csc:
      return reciprocal(sine(value));
    case Function::Sec:
      return reciprocal(cosine(value));
    case Function::Cot:
      return quotient(cosine(value), sine(value));
    case Function::Arcsin:
      return arc_sine(value);
    case Function::Arccos: {
      const MaybeBounds angle = arc_sine(value);
      const MaybeBounds right = divide(pi_bounds(), Bounds::around(2));
      if (!angle || !right) return std::nullopt;
      return add(*right, negate(*angle));
    }
    case Function::Arctan:
      return arc_tangent(value);
    case Function::Sinh:
    case Function::Cosh:
    case Function::Tanh:
      return hyperbolic(function, value);
    case Function::Exp:
      return exponential(value);
    case Function::Ln:
    case Function::Log:
      return natural_logarithm(value);
  }
  return std::nullopt;
}

MaybeBounds leaf(const Node& node, const Point& point) {
  switch (node.kind) {
    case Kind::Literal:
      return Bounds::around(node.value);
    case Kind::Symbol: {
      const auto found = point.find(node.name);
      if (found == point.end()) return std::nullopt;
      return Bounds::around(found->second);
    }
    case Kind::Pi:
      return pi_bounds();
    case Kind::Euler:
      return exponential(Bounds::around(1));
    default:
      return std::nullopt;
  }
}

MaybeBounds power(const Syntax& syntax, const Node& node, const std::vector<Bounds>& parts, const Point& point) {
  const std::optional<Number> exponent = evaluate_exactly(syntax, node.parts[1], point);
  if (node.kind == Kind::Power)
    return exponent ? rational_power(parts[0], *exponent) : general_power(parts[0], parts[1]);
  if (!exponent || *exponent == 0) return std::nullopt;
  return rational_power(parts[0], 1 / *exponent);
}

MaybeBounds combine(const Syntax& syntax, const Node& node, const std::vector<Bounds>& parts, const Point& point) {
  switch (node.kind) {
    case Kind::Add:
    case Kind::Mixed: {
      Bounds sum = parts[0];
      for (std::size_t i = 1; i < parts.size(); ++i) sum = add(sum, parts[i]);
      return sum;
    }
    case Kind::Negate:
      return negate(parts[0]);
    case Kind::Multiply:
      return multiply(parts[0], parts[1]);
    case Kind::Divide:
      return divide(parts[0], parts[1]);
    case Kind::Power:
    case Kind::Root:
      return power(syntax, node, parts, point);
    case Kind::Absolute:
      return absolute(parts[0]);
    case Kind::Call:
      if (node.function == Function::Log) return quotient(natural_logarithm(parts[0]), natural_logarithm(parts[1]));
      return call(node.function, parts[0]);
    case Kind::Percent:
      return multiply(parts[0], Bounds::around(make_number(1, 100)));
    case Kind::Degrees: {
      const MaybeBounds degree = divide(pi_bounds(), Bounds::around(180));
      return degree ? multiply(parts[0], *degree) : std::nullopt;
    }
    case Kind::Factorial: {
      const std::optional<Number> value = evaluate_exactly(syntax, node.parts[0], point);
      const std::optional<std::int64_t> whole = value ? to_int64(*value) : std::nullopt;
      if (!whole || *whole < 0 || *whole > limits::algebra_factorial_max) return std::nullopt;
      return Bounds::around(Number(factorial(static_cast<unsigned long>(*whole))));
    }
    default:
      return std::nullopt;
  }
}

std::optional<Number> combine_exactly(const Node& node, const std::vector<Number>& parts) {
  switch (node.kind) {
    case Kind::Add:
    case Kind::Mixed: {
      Number sum = 0;
      for (const Number& part : parts) sum += part;
      return small(sum);
    }
    case Kind::Negate:
      return Number(-parts[0]);
    case Kind::Multiply:
      return small(parts[0] * parts[1]);
    case Kind::Divide:
      return parts[1] == 0 ? std::nullopt : small(parts[0] / parts[1]);
    case Kind::Percent:
      return Number(parts[0] / 100);
    case Kind::Absolute:
      return Number(abs(parts[0]));
    case Kind::Power: {
      const std::optional<std::int64_t> exponent = to_int64(parts[1]);
      return exponent ? algebra::power(parts[0], *exponent) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

MaybeBounds evaluate(const Syntax& syntax, Node::Index index, const Point& point) {
  const Node& node = syntax.at(index);
  if (!is_scalar(node.kind)) return std::nullopt;
  if (node.parts.empty()) return leaf(node, point);
  std::vector<Bounds> parts;
  for (const Node::Index part : node.parts) {
    MaybeBounds value = evaluate(syntax, part, point);
    if (!value) return std::nullopt;
    parts.push_back(std::move(*value));
  }
  return combine(syntax, node, parts, point);
}

std::optional<Number> evaluate_exactly(const Syntax& syntax, Node::Index index, const Point& point) {
  const Node& node = syntax.at(index);
  if (node.kind == Kind::Literal) return node.value;
  if (node.kind == Kind::Symbol) {
    const auto found = point.find(node.name);
    if (found == point.end()) return std::nullopt;
    return found->second;
  }
  if (node.parts.empty()) return std::nullopt;
  std::vector<Number> parts;
  for (const Node::Index part : node.parts) {
    std::optional<Number> value = evaluate_exactly(syntax, part, point);
    if (!value) return std::nullopt;
    parts.push_back(std::move(*value));
  }
  return combine_exactly(node, parts);
}

bool has_no_real_value(const Syntax& syntax, Node::Index index) {
  const Node& node = syntax.at(index);
  for (const Node::Index part : node.parts)
    if (has_no_real_value(syntax, part)) return true;
  const bool is_logarithm =
      node.kind == Kind::Call && (node.function == Function::Ln || node.function == Function::Log);
  if (!is_logarithm && node.kind != Kind::Root && node.kind != Kind::Power) return false;
  const MaybeBounds inside = evaluate(syntax, node.parts[0], {});
  if (!inside || !inside->is_negative()) return false;
  if (is_logarithm) return true;
  const std::optional<Number> exponent = evaluate_exactly(syntax, node.parts[1], {});
  if (!exponent) return false;
  const Integer degree = node.kind == Kind::Root ? exponent->get_num() : exponent->get_den();
  return degree % 2 == 0;
}

void collect_letters(const Syntax& syntax, Node::Index index, std::set<std::string>& letters) {
  const Node& node = syntax.at(index);
  if (node.kind == Kind::Symbol) letters.insert(node.name);
  for (const Node::Index part : node.parts) collect_letters(syntax, part, letters);
}

}  // namespace hornbook::engage::algebra
