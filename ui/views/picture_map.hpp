// A picture with places on it, as large as fits.
#pragma once

#include "runtime/engage/kinds/picture_map.hpp"
#include "ui/semantics/lay_out.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

// How large the picture becomes in this room.
[[nodiscard]] Size size_on_screen(const engage::PictureMap& map, Size room);
// The picture in that size. Its children stand where they are put by on_picture().
[[nodiscard]] Node picture_node(const engage::PictureMap& map, Size size);
// What lies there on a picture of that size.
[[nodiscard]] Rect on_picture(const engage::PictureMap& map, Size size, const engage::PictureRectangle& box);

}  // namespace hornbook::ui::views
