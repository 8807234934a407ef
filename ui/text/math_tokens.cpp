#include "ui/text/math_tokens.hpp"

#include <algorithm>

#include "ui/semantics/utf8.hpp"

namespace hornbook::ui::text {
namespace {

TokenKind kind_of(char byte) {
  switch (byte) {
    case '{':
      return TokenKind::Open;
    case '}':
      return TokenKind::Close;
    case '^':
      return TokenKind::Superscript;
    case '_':
      return TokenKind::Subscript;
    case '&':
      return TokenKind::Align;
    case '~':
      return TokenKind::Tilde;
    default:
      return TokenKind::Character;
  }
}

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

}  // namespace

void MathTokens::skip_spaces() {
  while (at_ < tex_.size() && is_space(tex_[at_])) ++at_;
}

void MathTokens::go_to(std::size_t byte) {
  at_ = std::min(byte, tex_.size());
  skip_spaces();
}

MathToken MathTokens::peek() const {
  MathToken token;
  token.begin = token.end = at_;
  if (at_ >= tex_.size()) return token;
  if (tex_[at_] != '\\') {
    token.kind = kind_of(tex_[at_]);
    const Utf8Character character = decode_utf8(tex_, at_);
    token.character = character.code;
    token.end = at_ + character.bytes;
    return token;
  }
  token.kind = TokenKind::Command;
  std::size_t end = at_ + 1;
  while (end < tex_.size() && is_latin_letter(static_cast<unsigned char>(tex_[end]))) ++end;
  if (end == at_ + 1 && end < tex_.size()) end += decode_utf8(tex_, end).bytes;
  token.name = tex_.substr(at_ + 1, end - at_ - 1);
  token.end = end;
  return token;
}

MathToken MathTokens::take() {
  const MathToken token = peek();
  go_to(token.end);
  return token;
}

bool MathTokens::take_command(std::string_view name) {
  const MathToken token = peek();
  if (token.kind != TokenKind::Command || token.name != name) return false;
  go_to(token.end);
  return true;
}

bool MathTokens::take_character(char32_t character) {
  const MathToken token = peek();
  if (token.kind != TokenKind::Character || token.character != character) return false;
  go_to(token.end);
  return true;
}

std::string_view MathTokens::take_until_partner(char opening, char closing) {
  const std::size_t start = at_ + 1;
  std::size_t depth = 1;
  for (std::size_t at = start; at < tex_.size(); ++at) {
    if (tex_[at] == '\\') {
      ++at;
    } else if (tex_[at] == opening) {
      ++depth;
    } else if (tex_[at] == closing && --depth == 0) {
      go_to(at + 1);
      return tex_.substr(start, at - start);
    }
  }
  go_to(tex_.size());
  return tex_.substr(std::min(start, tex_.size()));
}

std::string_view MathTokens::take_raw_group() {
  const MathToken token = peek();
  if (token.kind == TokenKind::Open) return take_until_partner('{', '}');
  if (token.kind == TokenKind::Close) return {};
  go_to(token.end);
  return tex_.substr(token.begin, token.end - token.begin);
}

std::string_view MathTokens::take_raw_option() {
  const MathToken token = peek();
  if (token.kind != TokenKind::Character || token.character != U'[') return {};
  return take_until_partner('[', ']');
}

}  // namespace hornbook::ui::text
