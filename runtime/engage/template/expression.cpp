#include "runtime/engage/template/expression.hpp"

#include <cstdlib>
#include <numeric>
#include <span>

#include "runtime/core/limits.hpp"
#include "runtime/engage/template/expression_parser.hpp"

namespace hornbook::engage {
namespace {

tl::unexpected<Error> wrong(std::string sentence) {
  return fail(ErrorCode::BadInput, "expression", std::move(sentence));
}

Result<Rational> as_number(const Value& value) {
  if (const auto* number = std::get_if<Rational>(&value)) return *number;
  return wrong("a number is needed where it has true or false");
}

Result<bool> as_truth(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  return wrong("true or false is needed where it has a number");
}

Result<std::int64_t> as_whole(const Value& value) {
  TRY_ASSIGN(const Rational number, as_number(value));
  if (number.denominator() != 1) return wrong("a whole number is needed where it has " + to_text(number));
  return number.numerator();
}

Result<Value> to_value(Result<Rational> number) {
  if (!number) return tl::unexpected(std::move(number).error());
  return Value(*number);
}

std::int64_t floor_of(Rational value) {
  const std::int64_t quotient = value.numerator() / value.denominator();
  const bool rounded_up = value.numerator() < 0 && value.numerator() % value.denominator() != 0;
  return rounded_up ? quotient - 1 : quotient;
}

// a − b · floor(a ÷ b): never negative for a positive b.
Result<Value> remainder(Rational a, Rational b) {
  TRY_ASSIGN(const Rational quotient, divide(a, b));
  TRY_ASSIGN(const Rational floor, Rational::create(floor_of(quotient), 1));
  TRY_ASSIGN(const Rational taken, multiply(b, floor));
  return to_value(subtract(a, taken));
}

Result<Value> arithmetic(Operation operation, const Value& left, const Value& right) {
  TRY_ASSIGN(const Rational a, as_number(left));
  TRY_ASSIGN(const Rational b, as_number(right));
  switch (operation) {
    case Operation::Add:
      return to_value(add(a, b));
    case Operation::Subtract:
      return to_value(subtract(a, b));
    case Operation::Multiply:
      return to_value(multiply(a, b));
    case Operation::Divide:
      return to_value(divide(a, b));
    default:
      return remainder(a, b);
  }
}

Result<Value> comparison(Operation operation, const Value& left, const Value& right) {
  if (operation == Operation::Equal) return Value(left == right);
  if (operation == Operation::NotEqual) return Value(left != right);
  TRY_ASSIGN(const Rational a, as_number(left));
  TRY_ASSIGN(const Rational b, as_number(right));
  switch (operation) {
    case Operation::Less:
      return Value(a < b);
    case Operation::LessOrEqual:
      return Value(a <= b);
    case Operation::Greater:
      return Value(a > b);
    default:
      return Value(a >= b);
  }
}

Result<Value> divisors(Operation operation, const Value& left, const Value& right) {
  TRY_ASSIGN(const std::int64_t a, as_whole(left));
  TRY_ASSIGN(const std::int64_t b, as_whole(right));
  if (operation == Operation::GreatestCommonDivisor) return to_value(Rational::create(std::gcd(a, b), 1));
  return to_value(Rational::create(std::lcm(a, b), 1));
}

Result<Value> extreme(Operation operation, std::span<const Value> values) {
  TRY_ASSIGN(Rational best, as_number(values.front()));
  for (const Value& value : values.subspan(1)) {
    TRY_ASSIGN(const Rational candidate, as_number(value));
    if (operation == Operation::Minimum ? candidate < best : candidate > best) best = candidate;
  }
  return Value(best);
}

Result<Value> of_one_number(Operation operation, const Value& operand) {
  TRY_ASSIGN(const Rational value, as_number(operand));
  switch (operation) {
    case Operation::Negate:
      return to_value(Rational::create(-value.numerator(), value.denominator()));
    case Operation::Absolute:
      return to_value(Rational::create(std::abs(value.numerator()), value.denominator()));
    case Operation::Floor:
      return to_value(Rational::create(floor_of(value), 1));
    case Operation::Ceiling:
      return to_value(Rational::create(floor_of(value) + (value.denominator() != 1 ? 1 : 0), 1));
    case Operation::Numerator:
      return to_value(Rational::create(value.numerator(), 1));
    case Operation::Denominator:
      return to_value(Rational::create(value.denominator(), 1));
    default:
      return Value(value.denominator() == 1);
  }
}

Result<Value> result_of(Operation operation, std::span<const Value> operands) {
  switch (operation) {
    case Operation::Add:
    case Operation::Subtract:
    case Operation::Multiply:
    case Operation::Divide:
    case Operation::Remainder:
      return arithmetic(operation, operands[0], operands[1]);
    case Operation::Equal:
    case Operation::NotEqual:
    case Operation::Less:
    case Operation::LessOrEqual:
    case Operation::Greater:
    case Operation::GreaterOrEqual:
      return comparison(operation, operands[0], operands[1]);
    case Operation::GreatestCommonDivisor:
    case Operation::LeastCommonMultiple:
      return divisors(operation, operands[0], operands[1]);
    case Operation::Minimum:
    case Operation::Maximum:
      return extreme(operation, operands);
    default:
      return of_one_number(operation, operands[0]);
  }
}

class Evaluation {
 public:
  Evaluation(const std::vector<Expression::Node>& nodes, const Values& values) : nodes_(nodes), values_(values) {}

  // Depth is bounded: operands come before their node, and a text has at most limits::expression_nodes_max nodes.
  Result<Value> value_of(std::size_t index) {
    const Expression::Node& node = nodes_[index];
    switch (node.operation) {
      case Operation::Literal:
        return node.literal;
      case Operation::Name:
        return named(node.name);
      case Operation::If:
      case Operation::And:
      case Operation::Or:
      case Operation::Not:
        return logical(node);
      default:
        break;
    }
    std::vector<Value> operands;
    for (const std::uint16_t operand : node.operands) {
      TRY_ASSIGN(const Value value, value_of(operand));
      operands.push_back(value);
    }
    return result_of(node.operation, operands);
  }

 private:
  Result<Value> named(const std::string& name) const {
    const auto found = values_.find(name);
    if (found == values_.end()) return wrong("there is no number called \"" + name + "\"");
    return found->second;
  }

  // Evaluates what is needed alone, so that `b != 0 and a / b > 1` is safe.
  Result<Value> logical(const Expression::Node& node) {
    TRY_ASSIGN(const Value first, value_of(node.operands[0]));
    TRY_ASSIGN(const bool truth, as_truth(first));
    if (node.operation == Operation::Not) return Value(!truth);
    if (node.operation == Operation::If) return value_of(node.operands[truth ? 1 : 2]);
    if (truth == (node.operation == Operation::Or)) return Value(truth);
    TRY_ASSIGN(const Value second, value_of(node.operands[1]));
    TRY_DONE(as_truth(second));
    return second;
  }

  const std::vector<Expression::Node>& nodes_;
  const Values& values_;
};

tl::unexpected<Error> quote(const std::string& text, Error error) {
  error.sentence = "\"" + text.substr(0, 60) + "\": " + error.sentence;
  return tl::unexpected(std::move(error));
}

}  // namespace

Result<Expression> Expression::parse(std::string_view text) {
  TRY_ASSIGN(auto nodes, ExpressionParser(text).parse());
  return Expression(std::string(text), std::move(nodes));
}

Result<Value> Expression::evaluate(const Values& values) const {
  auto value = Evaluation(nodes_, values).value_of(nodes_.size() - 1);
  if (!value) return quote(text_, std::move(value).error());
  return value;
}

Result<Rational> Expression::number(const Values& values) const {
  TRY_ASSIGN(const Value value, evaluate(values));
  auto number = as_number(value);
  if (!number) return quote(text_, std::move(number).error());
  return number;
}

Result<bool> Expression::truth(const Values& values) const {
  TRY_ASSIGN(const Value value, evaluate(values));
  auto truth = as_truth(value);
  if (!truth) return quote(text_, std::move(truth).error());
  return truth;
}

Result<std::int64_t> Expression::whole(const Values& values, std::int64_t least, std::int64_t greatest) const {
  TRY_ASSIGN(const Value value, evaluate(values));
  auto whole = as_whole(value);
  if (!whole) return quote(text_, std::move(whole).error());
  if (*whole < least || *whole > greatest)
    return wrong("\"" + text_.substr(0, 60) + "\" is " + std::to_string(*whole) + ", which is outside " +
                 std::to_string(least) + " to " + std::to_string(greatest));
  return whole;
}

}  // namespace hornbook::engage
