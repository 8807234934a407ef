// The letters of mathematics that have characters of their own: double-struck, script, fraktur, monospace.
#pragma once

#include "ui/text/math.hpp"

namespace hornbook::ui::text {

// R in DoubleStruck → ℝ; the character itself where the alphabet has no character for it.
[[nodiscard]] char32_t in_alphabet(char32_t character, Alphabet alphabet);

// α → 𝛼, for a font whose slanted letters are characters of their own; others are themselves.
[[nodiscard]] char32_t slanted_greek(char32_t character);
[[nodiscard]] bool is_greek_small(char32_t character);

}  // namespace hornbook::ui::text
