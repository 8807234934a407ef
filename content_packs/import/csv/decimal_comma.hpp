// Numbers as a table's language writes them: "0,5" is a half in Spanish, "1,200" twelve hundred in English.
#pragma once

#include <string>
#include <string_view>

namespace hornbook::content::csv {

// Whether a comma divides the whole from its decimals in this language (BCP 47), as the Unicode CLDR has it (main/*/
// numbers.json, symbols: decimal). The region counts: Mexico and Switzerland write points.
[[nodiscard]] bool has_decimal_comma(std::string_view language);

// A number, with or without something behind it, with a decimal point: "0,5 kg" as "0.5 kg", "1.200,5" as "1200.5",
// "1.200.000" as "1200000".
// Where the language has no decimal comma, only one that stands before a unit and cannot divide thousands is taken for
// one. Anything else is left as it is.
[[nodiscard]] std::string with_decimal_point(std::string text, std::string_view language);

// "1.200" where points divide thousands: it could be 1200 or 1 and a fifth.
[[nodiscard]] bool is_point_or_thousands(std::string_view text, std::string_view language);

}  // namespace hornbook::content::csv
