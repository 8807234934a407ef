// From tokens to a Syntax tree. The grammar, for people: README.md beside this file.
#pragma once

#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/engage/algebra/lexer.hpp"
#include "runtime/engage/algebra/syntax.hpp"

namespace hornbook::engage::algebra {

// "1,200" is a list of two numbers, twelve hundred, or one and a fifth: the reader of the answer decides.
enum class CommaReading : std::uint8_t { BetweenItems, Thousands, DecimalPoint };

// BadInput with a sentence for the child when the tokens are no answer, LimitExceeded when it is too long or too deep.
class Parser {
 public:
  Parser(std::vector<Token> tokens, CommaReading comma) : tokens_(std::move(tokens)), comma_(comma) {}
  [[nodiscard]] Result<Syntax> parse();
  // A comma was read as part of a number.
  [[nodiscard]] bool joined_numbers() const { return joined_numbers_; }

 private:
  using Index = Node::Index;

  // Answers of several parts
  Result<Index> either();
  Result<Index> both();
  Result<Index> list();
  Result<Index> relation();
  Result<Index> united();
  Result<Index> ratio();

  // Scalars
  Result<Index> sum();
  Result<Index> term();
  Result<Index> product();
  Result<Index> next_factor(Index left);
  Result<Index> signed_factor();
  Result<Index> power();
  Result<Index> exponent_of(Index base);
  Result<Index> postfix(Index operand);
  Result<Index> primary();
  Result<Index> literal();
  Result<Index> mixed(Index whole);
  Result<Index> name();
  [[nodiscard]] bool names_function() const;
  Result<Index> fraction();
  Result<Index> fraction_part();
  Result<Index> root();
  Result<Index> call();
  Result<Index> call_argument();
  Result<Index> bracketed();
  Result<Index> items_until_close(std::string_view open);
  Result<Index> absolute();
  Result<Index> matrix();
  Result<Index> sequence(Kind kind, std::vector<Index> first);

  [[nodiscard]] bool starts_operand() const;
  [[nodiscard]] bool is_times_letter(Index left) const;
  void join_groups(std::string& digits);
  [[nodiscard]] std::string subscript();

  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  bool take(TokenKind kind);
  bool take_sign(std::string_view text);
  [[nodiscard]] bool sees_sign(std::string_view text, std::size_t ahead = 0) const;
  [[nodiscard]] bool sees_whole_number(std::size_t ahead) const;
  Result<Index> add(Node node);
  Result<Index> add(Kind kind, std::vector<Index> parts);
  [[nodiscard]] static tl::unexpected<Error> problem(const char* sentence);

  std::vector<Token> tokens_;
  std::size_t position_ = 0;
  CommaReading comma_;
  bool joined_numbers_ = false;
  std::vector<Node> nodes_;
  std::size_t depth_ = 0;
  std::size_t brackets_ = 0;
  std::size_t open_bars_ = 0;
};

}  // namespace hornbook::engage::algebra
