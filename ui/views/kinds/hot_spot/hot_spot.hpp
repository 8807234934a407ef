// Areas to touch on a picture.
#pragma once

#include "ui/views/kinds/pieces.hpp"

namespace hornbook::ui::views {

[[nodiscard]] Way way(std::type_identity<engage::HotSpot>);
[[nodiscard]] float width_beside(const engage::HotSpot& task, float width);
[[nodiscard]] Node answer(const Workplace& place, const engage::HotSpot& task);

}  // namespace hornbook::ui::views
