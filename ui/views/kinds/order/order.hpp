// Tiles into places: tap a tile and tap a place, drag it there, or both by keyboard.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::OrderTask>);
[[nodiscard]] float width_beside(const engage::OrderTask& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::OrderTask& task);

}  // namespace hornbook::ui::views
