// PATHPATTERN of a delegation (TUF 1.0.33, section 4.5): shell wildcards, segment by segment.
#pragma once

#include <string_view>

namespace hornbook::delivery {

// '*' any characters, '?' one (of UTF-8), '[a-z]' and '[!a-z]' one byte of a set; none of them matches '/'. Upper and
// lower case differ. A '[' without its ']' stands for itself.
[[nodiscard]] bool matches_path_pattern(std::string_view path, std::string_view pattern);

}  // namespace hornbook::delivery
