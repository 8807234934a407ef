// Recursive descent over the text of an expression; used by Expression::parse alone.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "runtime/engage/template/expression.hpp"

namespace hornbook::engage {

class ExpressionParser {
 public:
  explicit ExpressionParser(std::string_view text) : text_(text), rest_(text) {}
  [[nodiscard]] Result<std::vector<Expression::Node>> parse();

 private:
  using Index = std::uint16_t;
  struct BinaryOperator {
    std::string_view spelling;
    Operation operation;
  };

  Result<Index> disjunction();
  Result<Index> conjunction();
  Result<Index> negation();
  Result<Index> comparison();
  Result<Index> sum();
  Result<Index> product();
  Result<Index> signed_value();
  Result<Index> primary();
  Result<Index> literal();
  Result<Index> name_or_call();
  Result<Index> call(std::string_view name);

  Result<Index> add_node(Operation operation, std::vector<Index> operands);
  Result<Index> add_leaf(Expression::Node node);
  // Left-associative chain of `operators` over what `operand` reads.
  Result<Index> chain(std::span<const BinaryOperator> operators, Result<Index> (ExpressionParser::*operand)());

  void skip_spaces();
  bool take(std::string_view symbol);
  bool take_word(std::string_view word);
  std::optional<Operation> take_any(std::span<const BinaryOperator> operators);
  [[nodiscard]] std::string_view word_ahead() const;
  [[nodiscard]] tl::unexpected<Error> problem(std::string_view what) const;

  std::string_view text_;
  std::string_view rest_;
  std::vector<Expression::Node> nodes_;
  std::size_t depth_ = 0;
};

}  // namespace hornbook::engage
