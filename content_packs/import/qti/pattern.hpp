// Regular expressions of XML Schema (XML Schema 1.0 part 2, appendix F) without categories of Unicode (\p{…}) and
// subtraction of classes, which QTI's patternMatch uses.
#pragma once

#include <string_view>

#include "runtime/core/error.hpp"

namespace hornbook::content::qti {

// Whether the pattern fits the whole text. BadInput when it cannot be read, LimitExceeded when it is too long or takes
// too many steps.
[[nodiscard]] Result<bool> matches_pattern(std::string_view pattern, std::string_view text);

}  // namespace hornbook::content::qti
