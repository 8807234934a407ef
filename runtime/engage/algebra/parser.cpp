#include "runtime/engage/algebra/parser.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/core/nesting_level.hpp"

namespace hornbook::engage::algebra {
Result<Syntax> Parser::parse() {
  if (peek().kind == TokenKind::End) return problem("there is no answer yet");
  TRY_ASSIGN(const Index root, either());
  if (peek().kind != TokenKind::End) return problem("something in this answer stands where it cannot be read");
  return Syntax{std::move(nodes_), root};
}

Result<Parser::Index> Parser::sequence(Kind kind, std::vector<Index> parts) {
  if (parts.size() == 1) return parts.front();
  if (parts.size() > limits::algebra_alternatives_max)
    return fail(ErrorCode::LimitExceeded, "algebra", "this answer has too many parts");
  return add(kind, std::move(parts));
}

Result<Parser::Index> Parser::either() {
  std::vector<Index> parts;
  do {
    TRY_ASSIGN(const Index part, both());
    parts.push_back(part);
  } while (take(TokenKind::Or));
  return sequence(Kind::Either, std::move(parts));
}

Result<Parser::Index> Parser::both() {
  std::vector<Index> parts;
  do {
    TRY_ASSIGN(const Index part, list());
    parts.push_back(part);
  } while (take(TokenKind::And));
  // "2 and 3" are two answers; "x > 2 and x < 3" is one condition.
  for (const Index part : parts)
    if (is_scalar(nodes_[part].kind)) return sequence(Kind::List, std::move(parts));
  return sequence(Kind::Chain, std::move(parts));
}

Result<Parser::Index> Parser::list() {
  std::vector<Index> parts;
  do {
    if (!parts.empty()) {  // "2, 3, and 4", "x = 2, or x = 3"
      take(TokenKind::And);
      take(TokenKind::Or);
    }
    TRY_ASSIGN(const Index part, relation());
    parts.push_back(part);
  } while (take_sign(",") || take_sign(";"));
  return sequence(Kind::List, std::move(parts));
}

Result<Parser::Index> Parser::relation() {
  TRY_ASSIGN(Index left, united());
  if (nodes_[left].kind == Kind::Symbol && take(TokenKind::Member)) return united();  // x ∈ [2, 3] is [2, 3]
  std::vector<Index> relations;
  while (peek().kind == TokenKind::Relation) {
    Node node;
    node.kind = Kind::Relation;
    node.relation = peek().relation;
    ++position_;
    TRY_ASSIGN(const Index right, united());
    node.parts = {left, right};
    TRY_ASSIGN(const Index relation, add(std::move(node)));
    relations.push_back(relation);
    left = right;
  }
  if (relations.empty()) return left;
  return sequence(Kind::Chain, std::move(relations));
}

Result<Parser::Index> Parser::united() {
  std::vector<Index> parts;
  do {
    TRY_ASSIGN(const Index part, ratio());
    parts.push_back(part);
  } while (take(TokenKind::Union));
  return sequence(Kind::Union, std::move(parts));
}

// 3:4 is three quarters.
Result<Parser::Index> Parser::ratio() {
  TRY_ASSIGN(Index left, sum());
  while (take_sign(":")) {
    TRY_ASSIGN(const Index right, sum());
    TRY_ASSIGN(left, add(Kind::Divide, {left, right}));
  }
  return left;
}

Result<Parser::Index> Parser::sum() {
  const NestingLevel level(depth_);
  if (depth_ > limits::algebra_depth_max)
    return fail(ErrorCode::LimitExceeded, "algebra", "this answer has too many brackets inside each other");
  TRY_ASSIGN(const Index first, term());
  std::vector<Index> terms = {first};
  while (true) {
    // A minus, and both signs at once, belong to the term that they stand before.
    const bool is_signed = sees_sign("-") || peek().kind == TokenKind::PlusMinus || peek().kind == TokenKind::MinusPlus;
    if (!take_sign("+") && !is_signed) break;
    TRY_ASSIGN(const Index next, term());
    terms.push_back(next);
  }
  if (terms.size() == 1) return first;
  return add(Kind::Add, std::move(terms));
}

// A product with the signs before it.
Result<Parser::Index> Parser::term() {
  const NestingLevel level(depth_);
  if (depth_ > limits::algebra_depth_max)
    return fail(ErrorCode::LimitExceeded, "algebra", "this answer has too many signs in a row");
  if (take_sign("+")) return term();
  Kind sign = Kind::Negate;
  if (peek().kind == TokenKind::PlusMinus)
    sign = Kind::PlusMinus;
  else if (peek().kind == TokenKind::MinusPlus)
    sign = Kind::MinusPlus;
  else if (!sees_sign("-"))
    return product();
  ++position_;
  TRY_ASSIGN(const Index operand, term());
  return add(sign, {operand});
}

Result<Parser::Index> Parser::product() {
  TRY_ASSIGN(Index left, power());
  while (sees_sign("*") || sees_sign("/") || is_times_letter(left) || starts_operand()) {
    TRY_ASSIGN(left, next_factor(left));
  }
  return left;
}

Result<Parser::Index> Parser::next_factor(Index left) {
  if (take_sign("/")) {
    TRY_ASSIGN(const Index right, signed_factor());
    return add(Kind::Divide, {left, right});
  }
  if (is_times_letter(left)) {
    ++position_;
  } else if (!take_sign("*") && peek().kind == TokenKind::Digits && nodes_[left].kind == Kind::Literal) {
    return problem("two numbers stand side by side with no sign between them");
  }
  TRY_ASSIGN(const Index right, signed_factor());
  return add(Kind::Multiply, {left, right});
}

// After * or /, a sign may stand before the factor: 2*-3.
Result<Parser::Index> Parser::signed_factor() {
  const NestingLevel level(depth_);
  if (depth_ > limits::algebra_depth_max)
    return fail(ErrorCode::LimitExceeded, "algebra", "this answer has too many signs in a row");
  if (take_sign("+")) return signed_factor();
  if (!take_sign("-")) return power();
  TRY_ASSIGN(const Index operand, signed_factor());
  return add(Kind::Negate, {operand});
}

Result<Parser::Index> Parser::power() {
  const NestingLevel level(depth_);
  if (depth_ > limits::algebra_depth_max)
    return fail(ErrorCode::LimitExceeded, "algebra", "this answer has too many powers on top of each other");
  TRY_ASSIGN(const Index operand, primary());
  TRY_ASSIGN(Index base, postfix(operand));
  if (!sees_sign("^")) return base;
  ++position_;
  TRY_ASSIGN(base, exponent_of(base));
  return postfix(base);
}

Result<Parser::Index> Parser::exponent_of(Index base) {
  const bool braced = peek().kind == TokenKind::Open && peek(1).kind == TokenKind::Degree;
  if (braced) ++position_;
  if (take(TokenKind::Degree)) {
    if (braced && !take(TokenKind::Close)) return problem("a bracket is not closed");
    return add(Kind::Degrees, {base});
  }
  TRY_ASSIGN(const Index exponent, signed_factor());
  return add(Kind::Power, {base, exponent});
}

Result<Parser::Index> Parser::postfix(Index operand) {
  for (std::size_t times = 0; times < limits::algebra_depth_max; ++times) {
    Kind kind = Kind::Percent;
    if (sees_sign("!"))
      kind = Kind::Factorial;
    else if (peek().kind == TokenKind::Degree)
      kind = Kind::Degrees;
    else if (!sees_sign("%"))
      return operand;
    ++position_;
    TRY_ASSIGN(operand, add(kind, {operand}));
  }
  return problem("there are too many signs in a row");
}

// "6.02 x 10^23": between a number and a power of ten the letter is a sign.
bool Parser::is_times_letter(Index left) const {
  return nodes_[left].kind == Kind::Literal && peek().kind == TokenKind::Name && peek().text == "x" &&
         peek(1).kind == TokenKind::Digits && peek(1).text == "10" && sees_sign("^", 2);
}

bool Parser::starts_operand() const {
  switch (peek().kind) {
    case TokenKind::Digits:
    case TokenKind::Name:
    case TokenKind::Unit:
    case TokenKind::Call:
    case TokenKind::Absolute:
    case TokenKind::Fraction:
    case TokenKind::Root:
    case TokenKind::Infinity:
    case TokenKind::Open:
      return true;
    case TokenKind::Sign:
      return peek().text == "|" && open_bars_ == 0;
    default:
      return false;
  }
}

const Token& Parser::peek(std::size_t ahead) const {
  return position_ + ahead < tokens_.size() ? tokens_[position_ + ahead] : tokens_.back();
}

bool Parser::take(TokenKind kind) {
  if (peek().kind != kind) return false;
  ++position_;
  return true;
}

bool Parser::sees_sign(std::string_view text, std::size_t ahead) const {
  return peek(ahead).kind == TokenKind::Sign && peek(ahead).text == text;
}

bool Parser::take_sign(std::string_view text) {
  if (!sees_sign(text)) return false;
  ++position_;
  return true;
}

bool Parser::sees_whole_number(std::size_t ahead) const {
  return peek(ahead).kind == TokenKind::Digits && peek(ahead).text.find('.') == std::string::npos;
}

Result<Parser::Index> Parser::add(Node node) {
  if (nodes_.size() >= limits::algebra_nodes_max)
    return fail(ErrorCode::LimitExceeded, "algebra", "this answer has too many parts");
  nodes_.push_back(std::move(node));
  return static_cast<Index>(nodes_.size() - 1);
}

Result<Parser::Index> Parser::add(Kind kind, std::vector<Index> parts) {
  Node node;
  node.kind = kind;
  node.parts = std::move(parts);
  return add(std::move(node));
}

tl::unexpected<Error> Parser::problem(const char* sentence) { return fail(ErrorCode::BadInput, "algebra", sentence); }

}  // namespace hornbook::engage::algebra
