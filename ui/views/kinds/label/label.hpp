// Tiles onto the places of a picture.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::LabelTask>);
[[nodiscard]] float width_beside(const engage::LabelTask& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::LabelTask& task);

}  // namespace hornbook::ui::views
