// Spelled text to tokens: what is typed ("sqrt(8)", "<=", "or") and what TeX says (\sqrt, \le, \text{or}) come out
// alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/engage/algebra/syntax.hpp"

namespace hornbook::engage::algebra {

enum class TokenKind : std::uint8_t {
  Digits,    // text: digits, one point at most
  Name,      // text: a symbol's name; also pi, e, i
  Unit,      // text: its name
  Call,      // function
  Absolute,  // abs
  Fraction,  // \frac
  Root,      // sqrt; text: "2", or "3" for cbrt
  Sign,      // text: + - * / ^ _ ! % ' & | , ; : and "\\" for a new row
  Open,      // text: ( [ { and "\\{" for a set's brace, "<" for \langle
  Close,     // text: ) ] } "\\}" ">"
  Relation,  // relation; < and > typed
  PlusMinus,
  MinusPlus,
  Infinity,
  Member,
  Degree,
  Union,
  Or,
  And,
  NoSolution,
  AllReals,
  BeginMatrix,
  EndMatrix,
  End,
};

struct Token {
  TokenKind kind = TokenKind::End;
  std::string text;
  Function function = Function::Sin;
  RelationKind relation = RelationKind::Equal;
  bool after_space = false;
};

// Whether a word such as "cm" is a unit or c·m.
enum class Words : std::uint8_t { Letters, Units };

// The last token is End. `ascii` comes from spell_in_ascii.
// BadInput when a TeX command or a sign is not known.
[[nodiscard]] Result<std::vector<Token>> read_tokens(std::string_view ascii, Words words);

}  // namespace hornbook::engage::algebra
