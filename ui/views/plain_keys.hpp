// A keyboard of plain signs, before anybody is signed in, and the one field that its keys, and a scanner, type into.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {

// Rows of keys of one size, in the order of the signs whatever the direction of writing. Each row has at most `columns`
// signs, of ASCII. On a small screen the letters are small, so that they are seen whole.
[[nodiscard]] Node plain_keys(const Scene& scene, std::span<const std::string_view> rows, std::size_t columns,
                              float width, float height);

// `shown` is what stands in it; while `value` is empty that is its name, in quiet ink. Enter opens, as a scanner of
// badges ends with it.
[[nodiscard]] Node plain_field(const Scene& scene, std::string id, Word name, std::string value, std::string shown);

}  // namespace hornbook::ui::views
