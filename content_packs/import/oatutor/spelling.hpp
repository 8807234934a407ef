// Pieces of what OATutor's authors wrote: letters, cuts and replacements.
#pragma once

#include <string>
#include <string_view>

namespace hornbook::content::oatutor {

// ASCII alone.
[[nodiscard]] inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Without the spaces around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// With every `old` as `by`; `old` is not empty.
[[nodiscard]] std::string replaced(std::string text, std::string_view old, std::string_view by);
// Within `bytes_max`, whole characters of UTF-8.
[[nodiscard]] std::string cut(std::string text, std::size_t bytes_max);
// "one", "other", or both with `between` between them.
[[nodiscard]] std::string joined(const std::string& one, const std::string& other, const char* between);

}  // namespace hornbook::content::oatutor
