#include "runtime/engage/template/expression_parser.hpp"

#include <array>

#include "runtime/core/limits.hpp"
#include "runtime/core/nesting_level.hpp"

namespace hornbook::engage {
namespace {

struct Function {
  std::string_view name;
  Operation operation;
  std::size_t operands_min;
  std::size_t operands_max;
};
constexpr std::array functions = {
    Function{"if", Operation::If, 3, 3},
    Function{"gcd", Operation::GreatestCommonDivisor, 2, 2},
    Function{"lcm", Operation::LeastCommonMultiple, 2, 2},
    Function{"min", Operation::Minimum, 1, 8},
    Function{"max", Operation::Maximum, 1, 8},
    Function{"abs", Operation::Absolute, 1, 1},
    Function{"floor", Operation::Floor, 1, 1},
    Function{"ceiling", Operation::Ceiling, 1, 1},
    Function{"numerator", Operation::Numerator, 1, 1},
    Function{"denominator", Operation::Denominator, 1, 1},
    Function{"is_whole", Operation::IsWhole, 1, 1},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

}  // namespace

Result<std::vector<Expression::Node>> ExpressionParser::parse() {
  TRY_DONE(disjunction());
  skip_spaces();
  if (!rest_.empty()) return problem("it should end before \"" + std::string(rest_.substr(0, 12)) + "\"");
  return std::move(nodes_);
}

Result<ExpressionParser::Index> ExpressionParser::disjunction() {
  const NestingLevel level(depth_);
  if (depth_ > limits::expression_depth_max) return problem("it has too many brackets inside each other");
  TRY_ASSIGN(Index left, conjunction());
  while (take_word("or")) {
    TRY_ASSIGN(const Index right, conjunction());
    TRY_ASSIGN(left, add_node(Operation::Or, {left, right}));
  }
  return left;
}

Result<ExpressionParser::Index> ExpressionParser::conjunction() {
  TRY_ASSIGN(Index left, negation());
  while (take_word("and")) {
    TRY_ASSIGN(const Index right, negation());
    TRY_ASSIGN(left, add_node(Operation::And, {left, right}));
  }
  return left;
}

Result<ExpressionParser::Index> ExpressionParser::negation() {
  if (!take_word("not")) return comparison();
  TRY_ASSIGN(const Index operand, comparison());
  return add_node(Operation::Not, {operand});
}

Result<ExpressionParser::Index> ExpressionParser::comparison() {
  static constexpr std::array comparisons = {
      BinaryOperator{"==", Operation::Equal},       BinaryOperator{"!=", Operation::NotEqual},
      BinaryOperator{"<=", Operation::LessOrEqual}, BinaryOperator{">=", Operation::GreaterOrEqual},
      BinaryOperator{"<", Operation::Less},         BinaryOperator{">", Operation::Greater},
  };
  TRY_ASSIGN(const Index left, sum());
  const std::optional<Operation> operation = take_any(comparisons);
  if (!operation) return left;
  TRY_ASSIGN(const Index right, sum());
  return add_node(*operation, {left, right});
}

Result<ExpressionParser::Index> ExpressionParser::sum() {
  static constexpr std::array operators = {BinaryOperator{"+", Operation::Add},
                                           BinaryOperator{"-", Operation::Subtract}};
  return chain(operators, &ExpressionParser::product);
}

Result<ExpressionParser::Index> ExpressionParser::product() {
  static constexpr std::array operators = {BinaryOperator{"*", Operation::Multiply},
                                           BinaryOperator{"/", Operation::Divide},
                                           BinaryOperator{"%", Operation::Remainder}};
  return chain(operators, &ExpressionParser::signed_value);
}

Result<ExpressionParser::Index> ExpressionParser::chain(std::span<const BinaryOperator> operators,
                                                        Result<Index> (ExpressionParser::*operand)()) {
  TRY_ASSIGN(Index left, (this->*operand)());
  while (const std::optional<Operation> operation = take_any(operators)) {
    TRY_ASSIGN(const Index right, (this->*operand)());
    TRY_ASSIGN(left, add_node(*operation, {left, right}));
  }
  return left;
}

Result<ExpressionParser::Index> ExpressionParser::signed_value() {
  if (!take("-")) return primary();
  TRY_ASSIGN(const Index operand, primary());
  return add_node(Operation::Negate, {operand});
}

Result<ExpressionParser::Index> ExpressionParser::primary() {
  if (take("(")) {
    TRY_ASSIGN(const Index inner, disjunction());
    if (!take(")")) return problem("a bracket is not closed");
    return inner;
  }
  skip_spaces();
  if (rest_.empty()) return problem("it ends too early");
  if (is_digit(rest_.front())) return literal();
  if (is_name_start(rest_.front())) return name_or_call();
  return problem("\"" + std::string(rest_.substr(0, 1)) + "\" is not expected here");
}

Result<ExpressionParser::Index> ExpressionParser::literal() {
  std::int64_t value = 0;
  for (; !rest_.empty() && is_digit(rest_.front()); rest_.remove_prefix(1)) {
    value = value * 10 + (rest_.front() - '0');
    if (value > INT32_MAX) return problem("a number in it is too large");
  }
  return add_leaf({Operation::Literal, Rational::whole(static_cast<std::int32_t>(value)), {}, {}});
}

Result<ExpressionParser::Index> ExpressionParser::name_or_call() {
  const std::string_view name = word_ahead();
  rest_.remove_prefix(name.size());
  if (name == "true" || name == "false") return add_leaf({Operation::Literal, name == "true", {}, {}});
  if (name == "and" || name == "or" || name == "not")
    return problem("a value is missing beside \"" + std::string(name) + "\"");
  if (take("(")) return call(name);
  if (name.size() > limits::identifier_bytes_max) return problem("a name in it is too long");
  return add_leaf({Operation::Name, {}, std::string(name), {}});
}

Result<ExpressionParser::Index> ExpressionParser::call(std::string_view name) {
  for (const Function& function : functions) {
    if (function.name != name) continue;
    std::vector<Index> operands;
    do {
      TRY_ASSIGN(const Index operand, disjunction());
      operands.push_back(operand);
    } while (operands.size() < function.operands_max && take(","));
    if (!take(")") || operands.size() < function.operands_min)
      return problem("\"" + std::string(name) + "\" has too few or too many values in its brackets");
    return add_node(function.operation, std::move(operands));
  }
  return problem("there is no function called \"" + std::string(name.substr(0, 20)) + "\"");
}

Result<ExpressionParser::Index> ExpressionParser::add_node(Operation operation, std::vector<Index> operands) {
  return add_leaf({operation, {}, {}, std::move(operands)});
}

Result<ExpressionParser::Index> ExpressionParser::add_leaf(Expression::Node node) {
  if (nodes_.size() >= limits::expression_nodes_max)
    return fail(ErrorCode::LimitExceeded, "expression", "it is too long; name its parts with let");
  nodes_.push_back(std::move(node));
  return static_cast<Index>(nodes_.size() - 1);
}

void ExpressionParser::skip_spaces() {
  while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) rest_.remove_prefix(1);
}

bool ExpressionParser::take(std::string_view symbol) {
  skip_spaces();
  if (!rest_.starts_with(symbol)) return false;
  rest_.remove_prefix(symbol.size());
  return true;
}

bool ExpressionParser::take_word(std::string_view word) {
  skip_spaces();
  if (word_ahead() != word) return false;
  rest_.remove_prefix(word.size());
  return true;
}

std::optional<Operation> ExpressionParser::take_any(std::span<const BinaryOperator> operators) {
  for (const BinaryOperator& candidate : operators)
    if (take(candidate.spelling)) return candidate.operation;
  return std::nullopt;
}

std::string_view ExpressionParser::word_ahead() const {
  std::size_t size = 0;
  while (size < rest_.size() && (is_name_start(rest_[size]) || (size > 0 && is_digit(rest_[size])))) ++size;
  return rest_.substr(0, size);
}

tl::unexpected<Error> ExpressionParser::problem(std::string_view what) const {
  return fail(ErrorCode::BadInput, "expression",
              "\"" + std::string(text_.substr(0, 60)) + "\" cannot be read: " + std::string(what));
}

}  // namespace hornbook::engage
