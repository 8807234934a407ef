// UTF-8, one character at a time. Malformed bytes are values too: they decode to U+FFFD, one byte each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook::ui {

struct Utf8Character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

// The character that starts at byte `at`, which must be below text.size(). Overlong forms, surrogates, values above
// U+10FFFF and truncated sequences are malformed.
[[nodiscard]] Utf8Character decode_utf8(std::string_view text, std::size_t at);

// The characters of a text, each by itself.
[[nodiscard]] std::vector<std::string> characters_of(std::string_view text);

void append_utf8(std::string& out, char32_t code);

}  // namespace hornbook::ui
