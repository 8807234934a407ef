#include "ui/semantics/utf8.hpp"

namespace hornbook::ui {
namespace {

constexpr Utf8Character malformed{0xFFFD, 1};

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

char low_six_bits(char32_t value) { return static_cast<char>(0x80 | (value & 0x3F)); }

}  // namespace

Utf8Character decode_utf8(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + bytes > text.size()) return malformed;
  char32_t code = lead & (0x7Fu >> bytes);
  for (std::size_t next = 1; next < bytes; ++next) {
    const unsigned char continuation = byte_at(text, at + next);
    if ((continuation & 0xC0) != 0x80) return malformed;
    code = (code << 6) | (continuation & 0x3Fu);
  }
  const char32_t least = bytes == 4 ? 0x10000 : bytes == 3 ? 0x800 : 0x80;
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < least || code > 0x10FFFF || surrogate) return malformed;
  return {code, bytes};
}

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = decode_utf8(text, at).bytes;
    characters.emplace_back(text.substr(at, bytes));
    at += bytes;
  }
  return characters;
}

void append_utf8(std::string& out, char32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += low_six_bits(code >> 6);
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    out += low_six_bits(code >> 12);
    out += low_six_bits(code >> 6);
  }
  out += low_six_bits(code);
}

}  // namespace hornbook::ui
