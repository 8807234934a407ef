// Pieces of texts and attributes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook::content::qti {

[[nodiscard]] inline bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
// Without XML's spaces around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// Its words between XML's spaces.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
// Its parts between `separator`, trimmed.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
// ASCII alone.
[[nodiscard]] std::string in_small_letters(std::string_view text);
// Within `bytes_max`, whole characters of UTF-8.
[[nodiscard]] std::string cut(std::string text, std::size_t bytes_max);

// XML Schema's lexical forms; nothing when it is no such number. A whole number may have a fraction of zeros.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text);
[[nodiscard]] std::optional<double> real_number(std::string_view text);
// The shortest decimal that reads back the same: "2", "0.1".
[[nodiscard]] std::string decimal(double number);

// As an expression of templates, to six decimals: "3", "1/20", "-5/2".
[[nodiscard]] std::string fraction(double number);

}  // namespace hornbook::content::qti
