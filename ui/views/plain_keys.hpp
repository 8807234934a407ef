// A keyboard of plain signs, before anybody is signed in: each key types its sign into the one field of the screen.
#pragma once

#include <span>
#include <string_view>

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {

// Rows of keys of one size, in the order of the signs whatever the direction of writing. Each row has at most `columns`
// signs, of ASCII. On a small screen the letters are small, so that they are seen whole.
[[nodiscard]] Node plain_keys(const Scene& scene, std::span<const std::string_view> rows, std::size_t columns,
                              float width, float height);

}  // namespace hornbook::ui::views
