// Rows and columns with cells to fill; beside or below them what they are filled with.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::Table>);
[[nodiscard]] float width_beside(const engage::Table& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::Table& task);

}  // namespace hornbook::ui::views
