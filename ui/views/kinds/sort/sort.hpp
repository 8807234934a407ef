// Tiles into bins: tap a tile and tap a bin, drag it there, or both by keyboard.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::SortTask>);
[[nodiscard]] float width_beside(const engage::SortTask& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::SortTask& task);

}  // namespace hornbook::ui::views
