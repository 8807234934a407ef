// Whether typed words are the expected ones, in any script. Pure, bounded by limits::typed_answer_bytes_max squared.
#pragma once

#include <cstdint>
#include <string_view>

namespace hornbook::engage {

enum class LetterCase : std::uint8_t { Ignore, Exact };

// From the nearest to the farthest.
enum class WordsMatch : std::uint8_t {
  Same,           // up to Unicode's NFKC, spaces, the shape of quotation marks and dashes, sentence marks at the ends
  OtherCapitals,  // only where letter case matters
  OtherAccents,   // without their marks they are the same: "numero" for "número"
  NearlySpelled,  // a letter too many, too few, another or swapped with the next; two of them in eight letters or more
  Different,
};

// Both UTF-8. What is malformed, or longer than limits::typed_answer_bytes_max, is Different.
[[nodiscard]] WordsMatch compare_words(std::string_view expected, std::string_view typed, LetterCase letter_case);

}  // namespace hornbook::engage
