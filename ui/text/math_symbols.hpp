// The commands of TeX that stand for one sign: their characters and what kind of atom they are.
#pragma once

#include <optional>
#include <string_view>

#include "ui/text/math.hpp"

namespace hornbook::ui::text {

// "alpha" → α. Nothing for a name that is no sign.
[[nodiscard]] std::optional<MathSymbol> find_symbol(std::string_view name);

// What a character is when it stands in a formula as itself: "+" is a binary operator, ":" a relation.
[[nodiscard]] MathClass class_of_character(char32_t character);

// The delimiter that a command names, for \left, \right and \big: "lfloor" → ⌊.
[[nodiscard]] std::optional<char32_t> find_delimiter(std::string_view name);

// "sin", "lim" and the like, which stand upright.
[[nodiscard]] std::optional<MathName> find_name(std::string_view name);

// Relations crossed out: = → ≠. 0 for one that has no such sign.
[[nodiscard]] char32_t negated(char32_t relation);

}  // namespace hornbook::ui::text
