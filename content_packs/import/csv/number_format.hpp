// Numbers of an .xlsx as their formats show them (ECMA-376, part 1, section 18.8.30 and .31).
#pragma once

#include <string>
#include <string_view>

namespace hornbook::content::csv {

// The code of a format that has a number instead; empty when it is not one of those that are the same everywhere.
[[nodiscard]] std::string_view built_in_format(int number);

// `code` as "0.00", "0%", "# ?/?", "d/m/yyyy" or "General". Percentages, fractions, fixed decimals, dates and times are
// written out; everything else is the number, to eleven figures. No sign divides thousands. A date whose code has names
// is year-month-day. `decimal_sign` stands before decimals. `is_1904`: days are counted from 1904.
[[nodiscard]] std::string shown(double number, std::string_view code, char decimal_sign, bool is_1904);

}  // namespace hornbook::content::csv
