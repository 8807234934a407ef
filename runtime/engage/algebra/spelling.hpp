// The many characters for one sign, spelled as one: "−" as "-", "x²" as "x^{2}", "½" as "\frac{1}{2}", "√" as "\sqrt ",
// "٣" as "3". What comes out is ASCII, typed signs and TeX commands alone.
#pragma once

#include <string>
#include <string_view>

#include "runtime/core/error.hpp"

namespace hornbook::engage::algebra {

// BadInput when a character has no meaning in an answer or the text is no UTF-8, LimitExceeded when the text is longer
// than limits::algebra_text_bytes_max.
[[nodiscard]] Result<std::string> spell_in_ascii(std::string_view text);

}  // namespace hornbook::engage::algebra
