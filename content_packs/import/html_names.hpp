// Characters that HTML writes as names and numbers: &eacute; &#233; &#xE9; (HTML 4.01, section 24).
#pragma once

#include <string>
#include <string_view>

namespace hornbook::content {

// With the names that are known replaced; the others stay as they are.
[[nodiscard]] std::string with_html_names_read(std::string_view text);

}  // namespace hornbook::content
