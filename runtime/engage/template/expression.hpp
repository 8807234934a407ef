// The expressions of item templates: exact numbers, truth values, no loops and no side effects. The language, for those
// who write packs: content_packs/schema/EXPRESSIONS.md.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/engage/rational.hpp"

namespace hornbook::engage {

using Value = std::variant<Rational, bool>;
// What names stand for while an expression is evaluated.
using Values = std::map<std::string, Value, std::less<>>;

enum class Operation : std::uint8_t {
  Literal,
  Name,
  // Operators
  Negate,
  Not,
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
  Equal,
  NotEqual,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  And,
  Or,
  // Functions
  If,
  GreatestCommonDivisor,
  LeastCommonMultiple,
  Minimum,
  Maximum,
  Absolute,
  Floor,
  Ceiling,
  Numerator,
  Denominator,
  IsWhole,
};

class Expression {
 public:
  // BadInput when the text is no expression (the sentence quotes it), LimitExceeded when it has more than
  // limits::expression_nodes_max nodes or is nested deeper than limits::expression_depth_max.
  [[nodiscard]] static Result<Expression> parse(std::string_view text);

  // BadInput when a name is missing, a kind of value does not fit or a divisor is 0; LimitExceeded when a number leaves
  // the range of Rational. The sentence quotes the expression.
  [[nodiscard]] Result<Value> evaluate(const Values& values) const;
  [[nodiscard]] Result<Rational> number(const Values& values) const;
  [[nodiscard]] Result<bool> truth(const Values& values) const;
  // A whole number from `least` to `greatest`, which must fit in 32 bits.
  [[nodiscard]] Result<std::int64_t> whole(const Values& values, std::int64_t least, std::int64_t greatest) const;

  [[nodiscard]] const std::string& text() const { return text_; }

  struct Node {
    Operation operation = Operation::Literal;
    Value literal;
    std::string name;
    std::vector<std::uint16_t> operands;  // indexes of nodes that come before this one
  };

 private:
  Expression(std::string text, std::vector<Node> nodes) : text_(std::move(text)), nodes_(std::move(nodes)) {}
  std::string text_;
  std::vector<Node> nodes_;  // the last one is the whole expression
};

}  // namespace hornbook::engage
