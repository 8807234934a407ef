// The pages' style sheet: paper, leaf, ink and horn, for an old phone first.
#pragma once

#include <string_view>

namespace hornbook::server {

[[nodiscard]] std::string_view style_sheet();

}  // namespace hornbook::server
