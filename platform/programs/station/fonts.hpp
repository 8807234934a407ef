// Where Debian keeps the fonts that the station shows.
#pragma once

#include "runtime/core/error.hpp"
#include "ui/text/font_set.hpp"

namespace hornbook::platform {

// NotFound, naming the package to install, when the font to read in is missing. Others that are missing are left out:
// their scripts show boxes.
[[nodiscard]] Result<ui::text::FontFiles> find_fonts();

}  // namespace hornbook::platform
