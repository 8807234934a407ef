// Pieces of what others wrote: letters, spaces, parts, cuts and replacements. Letters and digits are ASCII's alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook::content {

[[nodiscard]] inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
// XML's spaces.
[[nodiscard]] inline bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
[[nodiscard]] std::string in_small_letters(std::string_view text);

// Without the spaces around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// Its words between spaces.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
// Its parts between `separator`, trimmed; one at least.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
// The same without empty parts.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view text, char separator);

// With every `old` as `by`; `old` is not empty.
[[nodiscard]] std::string replaced(std::string text, std::string_view old, std::string_view by);
// Within `bytes_max`, whole characters of UTF-8.
[[nodiscard]] std::string cut(std::string text, std::size_t bytes_max);
// With "%20" as " " and the like (RFC 3986, section 2.1); a sign without two digits of base 16 is itself.
[[nodiscard]] std::string percent_decoded(std::string_view text);
// "one", "other", or both with `between` between them.
[[nodiscard]] std::string joined(const std::string& one, const std::string& other, const char* between);

}  // namespace hornbook::content
