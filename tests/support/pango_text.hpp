// A text for Pango with the fonts and sizes that ui/text chooses for each stretch of it.
#pragma once

#include <string_view>

#include "tests/support/fonts.hpp"
#include "tests/support/pango_reference.hpp"

namespace hornbook::tests {

// Files of font_files(), by font index.
[[nodiscard]] std::vector<std::string> font_file_paths();

[[nodiscard]] PangoText pango_text(std::string_view words, std::string_view language, float size_px, float width_px,
                                   ui::text::FontSet& fonts);

}  // namespace hornbook::tests
