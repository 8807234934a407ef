// The operands of the grammar: numbers, names, fractions, roots, functions, brackets.
#include "runtime/core/limits.hpp"
#include "runtime/engage/algebra/parser.hpp"

namespace hornbook::engage::algebra {

Result<Parser::Index> Parser::primary() {
  switch (peek().kind) {
    case TokenKind::Digits:
      return literal();
    case TokenKind::Name:
      return name();
    case TokenKind::Unit: {
      Node node;
      node.kind = Kind::Unit;
      node.name = peek().text;
      ++position_;
      return add(std::move(node));
    }
    case TokenKind::Call:
      return call();
    case TokenKind::Fraction:
      return fraction();
    case TokenKind::Root:
      return root();
    case TokenKind::Open:
      return bracketed();
    case TokenKind::BeginMatrix:
      return matrix();
    case TokenKind::Absolute: {
      ++position_;
      TRY_ASSIGN(const Index argument, call_argument());
      return add(Kind::Absolute, {argument});
    }
    case TokenKind::Infinity:
      ++position_;
      return add(Kind::Infinity, {});
    case TokenKind::NoSolution:
      ++position_;
      return add(Kind::NoSolution, {});
    case TokenKind::AllReals:
      ++position_;
      return add(Kind::AllReals, {});
    case TokenKind::Relation:
      if (peek().text == "<") return bracketed();
      break;
    default:
      break;
  }
  if (sees_sign("|")) return absolute();
  if (peek().kind == TokenKind::End) return problem("this answer ends too early");
  return problem("a number or a letter is missing in this answer");
}

Result<Parser::Index> Parser::literal() {
  Node node;
  std::string digits = peek().text;
  ++position_;
  join_groups(digits);
  if (digits.size() > limits::algebra_digits_max)
    return fail(ErrorCode::LimitExceeded, "algebra", "a number in this answer has too many digits");
  node.has_point = digits.find('.') != std::string::npos;
  node.value = from_digits(digits);
  TRY_ASSIGN(const Index whole, add(std::move(node)));
  return mixed(whole);
}

// "1 000 000", and "1,000" or "0,75" as the reading of commas asks.
void Parser::join_groups(std::string& digits) {
  const auto is_group = [&](const Token& token) {
    return token.kind == TokenKind::Digits && token.text.substr(0, token.text.find('.')).size() == 3;
  };
  const bool may_group = digits.size() <= 3 && digits.find('.') == std::string::npos && digits.front() != '0';
  while (may_group && peek().kind == TokenKind::Digits && peek().after_space && is_group(peek()) &&
         digits.find('.') == std::string::npos && !sees_sign("/", 1)) {
    digits += peek().text;
    ++position_;
  }
  if (brackets_ > 0 || comma_ == CommaReading::BetweenItems) return;
  const auto close = [&] { return sees_sign(",") && !peek().after_space && !peek(1).after_space; };
  if (comma_ == CommaReading::DecimalPoint) {
    if (!close() || !sees_whole_number(1) || digits.find('.') != std::string::npos) return;
    digits += '.' + peek(1).text;
    position_ += 2;
    joined_numbers_ = true;
    return;
  }
  while (may_group && close() && is_group(peek(1)) && digits.find('.') == std::string::npos) {
    digits += peek(1).text;
    position_ += 2;
    joined_numbers_ = true;
  }
}

// "3 1/4" and 3\frac{1}{4}: a whole number before a proper fraction. 48\frac{3}{2} is a product.
Result<Parser::Index> Parser::mixed(Index whole) {
  if (nodes_[whole].has_point) return whole;
  if (sees_whole_number(0) && peek().after_space && sees_sign("/", 1) && sees_whole_number(2)) {
    TRY_ASSIGN(const Index numerator, add(Node{}));
    nodes_[numerator].value = from_digits(peek().text);
    TRY_ASSIGN(const Index denominator, add(Node{}));
    nodes_[denominator].value = from_digits(peek(2).text);
    position_ += 3;
    TRY_ASSIGN(const Index part, add(Kind::Divide, {numerator, denominator}));
    return add(Kind::Mixed, {whole, part});
  }
  if (peek().kind != TokenKind::Fraction) return whole;
  const auto braced = [&](std::size_t at) {
    return peek(at).kind == TokenKind::Open && sees_whole_number(at + 1) && peek(at + 2).kind == TokenKind::Close;
  };
  if (!braced(1) || !braced(4) || from_digits(peek(2).text) >= from_digits(peek(5).text)) return whole;
  TRY_ASSIGN(const Index part, fraction());
  return add(Kind::Mixed, {whole, part});
}

// "f(x) = …" at the start of an answer: f(x) is the name of what is defined.
bool Parser::names_function() const {
  return position_ == 0 && peek(1).kind == TokenKind::Open && peek(1).text == "(" && peek(2).kind == TokenKind::Name &&
         peek(3).kind == TokenKind::Close && peek(4).kind == TokenKind::Relation &&
         peek(4).relation == RelationKind::Equal;
}

Result<Parser::Index> Parser::name() {
  Node node;
  node.name = peek().text;
  if (names_function()) {
    node.kind = Kind::Symbol;
    node.name += "(" + peek(2).text + ")";
    position_ += 4;
    return add(std::move(node));
  }
  ++position_;
  const std::string below = subscript();
  if (below.empty() && node.name == "pi")
    node.kind = Kind::Pi;
  else if (below.empty() && node.name == "e")
    node.kind = Kind::Euler;
  else if (below.empty() && node.name == "i")
    node.kind = Kind::Imaginary;
  else
    node.kind = Kind::Symbol;
  node.name += below;
  while (take_sign("'")) node.name += '\'';
  if (node.name.size() > limits::identifier_bytes_max)
    return fail(ErrorCode::LimitExceeded, "algebra", "a name in this answer is too long");
  return add(std::move(node));
}

// "_1", "_{12}", "_{max}"; empty when there is none.
std::string Parser::subscript() {
  if (!sees_sign("_")) return {};
  const auto is_plain = [](const Token& token) {
    return token.kind == TokenKind::Digits || token.kind == TokenKind::Name;
  };
  if (is_plain(peek(1))) {
    position_ += 2;
    return "_" + tokens_[position_ - 1].text;
  }
  std::size_t ahead = 2;
  std::string text = "_";
  if (peek(1).kind != TokenKind::Open) return {};
  for (; is_plain(peek(ahead)) && text.size() < limits::identifier_bytes_max; ++ahead) text += peek(ahead).text;
  if (peek(ahead).kind != TokenKind::Close || ahead == 2) return {};
  position_ += ahead + 1;
  return text;
}

Result<Parser::Index> Parser::fraction() {
  ++position_;
  TRY_ASSIGN(const Index numerator, fraction_part());
  TRY_ASSIGN(const Index denominator, fraction_part());
  return add(Kind::Divide, {numerator, denominator});
}

// In braces; or one digit, one letter: \frac12.
Result<Parser::Index> Parser::fraction_part() {
  if (peek().kind == TokenKind::Open || !sees_whole_number(0) || peek().text.size() == 1) return primary();
  Node node;
  node.value = from_digits(peek().text.substr(0, 1));
  tokens_[position_].text.erase(0, 1);
  return add(std::move(node));
}

Result<Parser::Index> Parser::root() {
  Node degree;
  degree.value = from_digits(peek().text);
  ++position_;
  TRY_ASSIGN(Index index, add(std::move(degree)));
  if (peek().kind == TokenKind::Open && peek().text == "[") {
    ++position_;
    TRY_ASSIGN(index, sum());
    if (peek().kind != TokenKind::Close || peek().text != "]") return problem("a bracket is not closed");
    ++position_;
  }
  TRY_ASSIGN(const Index radicand, primary());
  return add(Kind::Root, {radicand, index});
}

Result<Parser::Index> Parser::call() {
  Node node;
  node.kind = Kind::Call;
  node.function = peek().function;
  ++position_;
  std::vector<Index> base;
  const bool takes_base = node.function == Function::Log;
  if (takes_base && (take_sign("_") ||
                     (peek().kind == TokenKind::Digits && !peek().after_space && peek(1).kind == TokenKind::Open))) {
    TRY_ASSIGN(const Index below, primary());
    base = {below};
  } else if (takes_base) {
    TRY_ASSIGN(const Index ten, add(Node{}));
    nodes_[ten].value = 10;
    base = {ten};
  }
  std::vector<Index> exponent;
  if (take_sign("^")) {
    TRY_ASSIGN(const Index above, signed_factor());
    exponent = {above};
  }
  TRY_ASSIGN(const Index argument, call_argument());
  node.parts = {argument};
  node.parts.insert(node.parts.end(), base.begin(), base.end());
  const auto is_minus_one = [&] {
    const Node& above = nodes_[exponent.front()];
    return above.kind == Kind::Negate && nodes_[above.parts.front()].kind == Kind::Literal &&
           nodes_[above.parts.front()].value == 1;
  };
  const bool inverts = !exponent.empty() && node.function <= Function::Tan && is_minus_one();
  if (inverts) {  // sin^{-1} is the inverse function
    if (node.function == Function::Sin)
      node.function = Function::Arcsin;
    else
      node.function = node.function == Function::Cos ? Function::Arccos : Function::Arctan;
  }
  TRY_ASSIGN(const Index value, add(std::move(node)));
  if (exponent.empty() || inverts) return value;
  return add(Kind::Power, {value, exponent.front()});
}

// In brackets; or all that is multiplied without a sign: sin 2x.
Result<Parser::Index> Parser::call_argument() {
  if (peek().kind == TokenKind::Open) return bracketed();
  if (sees_sign("|") && open_bars_ == 0) return absolute();
  const bool negative = take_sign("-");
  TRY_ASSIGN(Index argument, power());
  while (starts_operand() && peek().kind != TokenKind::Call && peek().kind != TokenKind::Open) {
    TRY_ASSIGN(const Index next, power());
    TRY_ASSIGN(argument, add(Kind::Multiply, {argument, next}));
  }
  if (!negative) return argument;
  return add(Kind::Negate, {argument});
}

Result<Parser::Index> Parser::bracketed() {
  const std::string open = peek().text;
  ++position_;
  ++brackets_;
  const std::size_t bars = open_bars_;
  open_bars_ = 0;
  Result<Index> inside = items_until_close(open);
  open_bars_ = bars;
  --brackets_;
  return inside;
}

Result<Parser::Index> Parser::items_until_close(std::string_view open) {
  std::vector<Index> items;
  do {
    TRY_ASSIGN(const Index item, open == "<" || open == "(" || open == "[" ? sum() : relation());
    items.push_back(item);
  } while (take_sign(",") || take_sign(";"));
  const bool is_angle = open == "<";
  const bool closes = is_angle ? peek().text == ">" : peek().kind == TokenKind::Close;
  if (!closes) return problem("a bracket is not closed");
  const std::string close = peek().text;
  ++position_;
  if (items.size() > limits::algebra_alternatives_max)
    return fail(ErrorCode::LimitExceeded, "algebra", "this answer has too many parts");
  const bool round = open == "(" && close == ")";
  const bool curly = (open == "{" && close == "}") || (open == "\\{" && close == "\\}");
  const bool straight = (open == "(" || open == "[") && (close == ")" || close == "]");
  if (items.size() == 1 && (round || curly || (open == "[" && close == "]"))) return items.front();
  if (curly) return add(Kind::List, std::move(items));
  if (round || (is_angle && items.size() > 1)) return add(Kind::Tuple, std::move(items));
  if (!straight) return problem("a bracket is closed by another kind of bracket");
  if (items.size() > 2 && open == "[" && close == "]") return add(Kind::Tuple, std::move(items));
  if (items.size() != 2) return problem("an interval has two ends");
  Node node;
  node.kind = Kind::Interval;
  node.open_left = open == "(";
  node.open_right = close == ")";
  node.parts = std::move(items);
  return add(std::move(node));
}

Result<Parser::Index> Parser::absolute() {
  ++position_;
  ++open_bars_;
  TRY_ASSIGN(const Index inside, sum());
  --open_bars_;
  if (!take_sign("|")) return problem("a bar | is not closed");
  return add(Kind::Absolute, {inside});
}

Result<Parser::Index> Parser::matrix() {
  ++position_;
  std::vector<Index> rows;
  while (!take(TokenKind::EndMatrix)) {
    std::vector<Index> row;
    do {
      TRY_ASSIGN(const Index entry, sum());
      row.push_back(entry);
    } while (take_sign("&"));
    TRY_ASSIGN(const Index tuple, add(Kind::Tuple, std::move(row)));
    rows.push_back(tuple);
    if (!take_sign("\\") && peek().kind != TokenKind::EndMatrix) return problem("the matrix is not closed");
    if (rows.size() > limits::algebra_alternatives_max)
      return fail(ErrorCode::LimitExceeded, "algebra", "the matrix has too many rows");
  }
  if (rows.empty()) return problem("the matrix is empty");
  return add(Kind::Matrix, std::move(rows));
}

}  // namespace hornbook::engage::algebra
