// Points, a line or bars on a grid: a finger sets and moves them, or the arrow keys do.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::Plot>);
[[nodiscard]] float width_beside(const engage::Plot& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::Plot& task);

}  // namespace hornbook::ui::views
