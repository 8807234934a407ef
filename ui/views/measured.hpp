// How much room words and nodes take: as the text engine sets them, or by broad letters where there is none.
#pragma once

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

// Words of the item, with markup.
[[nodiscard]] float height_of(const Workplace& place, const std::string& words, TypeStyle type, float width);
[[nodiscard]] float height_of(const Workplace& place, const Node& node, float width);
// On one line; never less than broad letters take, for what is reckoned before it is set.
[[nodiscard]] float width_of(const Workplace& place, const std::string& words, TypeStyle type);
// Of the longest word, which no line can break without harm.
[[nodiscard]] float width_of_longest_word(const Workplace& place, const std::string& words, TypeStyle type);

}  // namespace hornbook::ui::views
