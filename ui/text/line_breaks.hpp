// Where a line of text may end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook::ui::text {

inline constexpr std::uint8_t break_between_words = 3;  // as good as they come

// After each character: 0 when no line may end there, break_between_words when it may, by the Unicode line breaking
// algorithm (UAX #14; libunibreak). Thai, which is written without spaces, also breaks between the words of a
// dictionary (libthai). Khmer, Burmese and Lao have none in small packages: there a line ends at a space or at a
// zero-width space (U+200B), which their texts put between words.
[[nodiscard]] std::vector<std::uint8_t> line_breaks(const std::u32string& text, std::string_view language);

}  // namespace hornbook::ui::text
