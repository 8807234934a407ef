#include "ui/views/picture_map.hpp"

#include <algorithm>
#include <cmath>

namespace hornbook::ui::views {

Size size_on_screen(const engage::PictureMap& map, Size room) {
  const float scale =
      std::min(room.width / static_cast<float>(map.width), room.height / static_cast<float>(map.height));
  const auto side = [scale](std::uint16_t units) {
    return std::max(1.F, std::floor(scale * static_cast<float>(units)));
  };
  return {side(map.width), side(map.height)};
}

Node picture_node(const engage::PictureMap& map, Size size) {
  Node node = parts::group(Direction::Stack, 0);
  node.role = Role::Image;
  node.id = "picture";
  node.name = map.figure.description;
  node.look.drawing = map.figure;
  node.look.mirrored_in_rtl = false;
  node.look.radius = 8;
  node.layout.width = size.width;
  node.layout.height = size.height;
  node.layout.cross = Place::Start;
  return node;
}

Rect on_picture(const engage::PictureMap& map, Size size, const engage::PictureRectangle& box) {
  const float scale = size.width / static_cast<float>(map.width);
  return {scale * static_cast<float>(box.corner.x), scale * static_cast<float>(box.corner.y),
          scale * static_cast<float>(box.width), scale * static_cast<float>(box.height)};
}

}  // namespace hornbook::ui::views
