// Sizes of type in logical pixels, on a 10-inch screen of 1280 × 800.
#pragma once

#include "ui/semantics/look.hpp"
#include "ui/text/text_layout.hpp"

namespace hornbook::ui {

// `scale` is device pixels to a logical one. Sizes come in whole device pixels, so that glyphs stay crisp.
[[nodiscard]] text::TextStyle text_style(TypeStyle type, float scale);

}  // namespace hornbook::ui
