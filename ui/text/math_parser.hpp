// The parser behind parse_math: rows of atoms, their scripts, and a table of commands.
//
// Recursive descent. Depth and parts are counted against limits::math_depth_max and math_items_max; beyond them, the
// rest of the text becomes one unknown part.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ui/text/math.hpp"
#include "ui/text/math_tokens.hpp"

namespace hornbook::ui::text {

class MathParser {
 public:
  explicit MathParser(std::string_view tex) : tokens_(tex) {}
  // For a part of this text, within the same limits.
  [[nodiscard]] MathParser inside(std::string_view part) const;

  // The whole text. Rows and columns outside of any environment are set as aligned equations.
  [[nodiscard]] MathRow formula();

  // Where a row ends; the token that ends it is left.
  enum class Until : std::uint8_t { Brace, Bracket, Cell, Fence };
  [[nodiscard]] MathRow row(Until until);
  // A group in braces, or one token: \frac12 is one half.
  [[nodiscard]] MathRow argument();
  [[nodiscard]] MathRow option();  // in brackets; empty when there is none
  [[nodiscard]] MathRow in_alphabet(Alphabet alphabet);
  [[nodiscard]] char32_t delimiter();  // 0 for "."
  // Words between braces: escapes are undone, and $…$ inside is mathematics again.
  void text(MathRow& items, std::string_view raw, Alphabet alphabet);

  // Rows until \end or the end of the text, into table.rows and table.row_lines.
  void table_body(MathTable& table);
  // From after \begin to after \end; the whole environment is unknown when its name is.
  void environment(MathRow& items, std::size_t begin);

  [[nodiscard]] MathTokens& tokens() { return tokens_; }
  void add(MathRow& items, MathItem item);
  void set_alphabet(Alphabet alphabet) { alphabet_ = alphabet; }

 private:
  [[nodiscard]] bool ends(Until until) const;
  [[nodiscard]] bool exhausted(MathRow& items);
  void atom(MathRow& items);
  void command(MathRow& items);
  void named(MathRow& items, const MathToken& token);
  void character(MathRow& items);
  [[nodiscard]] std::string digits();
  void group(MathRow& items);
  void script(MathRow& items, bool above);
  void primes(MathRow& items);
  [[nodiscard]] MathScripts& scripts_of(MathRow& items);
  [[nodiscard]] bool infix(MathRow& items, Until until);
  [[nodiscard]] bool row_end();  // takes \\ or \cr with its option
  void row_lines(MathTable& table);

  MathTokens tokens_;
  Alphabet alphabet_ = Alphabet::Usual;
  std::size_t depth_ = 0;
  std::size_t items_ = 0;
};

// A command that is more than a sign: reads its arguments and adds to the row. Null for a name that is none.
using MathCommand = void (*)(MathParser& parser, MathRow& items, std::string_view name);
[[nodiscard]] MathCommand find_command(std::string_view name);

// Width of a space command, "quad" → 1; of a length, "2em" → 2.
[[nodiscard]] std::optional<float> space_of(std::string_view name);
[[nodiscard]] float ems_of_length(std::string_view length);

// The class of an item that stands in a row.
[[nodiscard]] MathClass class_of(const MathItem& item);

}  // namespace hornbook::ui::text
