// A table: columns as wide as what they hold, words that wrap in their cells, edges between.
#pragma once

#include "ui/text/list_setter.hpp"

namespace hornbook::ui::text {

// Adds to the layout's lines, tables and height. The first column stands where a line starts.
void set_table(const Table& table, const SetIn& in, TextLayout& layout);

// How wide each column is, of a table that has `room` for all of them: what it holds in one line where that fits;
// otherwise what it cannot do without, and a share of what is left by how much more it would take. `least` is at most
// `natural`.
[[nodiscard]] std::vector<float> column_widths(const std::vector<float>& natural, const std::vector<float>& least,
                                               float room);

}  // namespace hornbook::ui::text
