// Cuts TeX into tokens: commands, braces, marks of scripts and alignment, characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hornbook::ui::text {

enum class TokenKind : std::uint8_t { End, Character, Command, Open, Close, Superscript, Subscript, Align, Tilde };

struct MathToken {
  TokenKind kind = TokenKind::End;
  char32_t character = 0;          // of a Character
  std::string_view name;           // of a Command: letters, or the one sign after the backslash; "\\" is "\"
  std::size_t begin = 0, end = 0;  // bytes
};

class MathTokens {
 public:
  explicit MathTokens(std::string_view tex) : tex_(tex) { skip_spaces(); }

  // Spaces are passed over: they mean nothing between tokens.
  [[nodiscard]] MathToken peek() const;
  MathToken take();
  // Whether the next token is this command; taken when it is.
  bool take_command(std::string_view name);
  bool take_character(char32_t character);

  // The text of a group in braces without its braces, or of the next token. The group is taken whole, with groups
  // inside it; one without an end goes to the end of the text.
  std::string_view take_raw_group();
  // The text in brackets, when a bracket comes next; otherwise empty.
  std::string_view take_raw_option();

  [[nodiscard]] std::string_view source() const { return tex_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  void go_to(std::size_t byte);

 private:
  void skip_spaces();
  std::string_view take_until_partner(char opening, char closing);
  std::string_view tex_;
  std::size_t at_ = 0;
};

[[nodiscard]] inline bool is_latin_letter(char32_t character) {
  return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
}
[[nodiscard]] inline bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

}  // namespace hornbook::ui::text
