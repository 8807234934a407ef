// The words of an answer: functions, Greek letters, "or", "no solution", and TeX's commands for them.
#pragma once

#include <string_view>

#include "runtime/engage/algebra/lexer.hpp"

namespace hornbook::engage::algebra {

// A word of several, such as "no solution": what follows the first word, and the token for all.
struct Phrase {
  std::string_view first;
  std::string_view rest;
  Token token;
};
[[nodiscard]] const Phrase* find_phrase(std::string_view first, std::string_view rest);
// A word that means something when it stands alone: "or", "theta", "DNE".
[[nodiscard]] const Token* find_word(std::string_view word);
// A function's name, or pi, at the start of a run of letters; the longest that fits.
struct Word {
  std::string_view spelling;
  Token token;
};
[[nodiscard]] const Word* find_prefix(std::string_view letters);
// A TeX command, without its backslash.
[[nodiscard]] const Token* find_command(std::string_view name);
// TeX around words and letters that changes how they look: \text, \mathrm, \vec.
[[nodiscard]] bool is_text(std::string_view name);
// TeX that only changes how a formula looks: \displaystyle, \quad, \big.
[[nodiscard]] bool is_silent(std::string_view name);

}  // namespace hornbook::engage::algebra
