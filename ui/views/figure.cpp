#include <algorithm>

#include "ui/semantics/lay_out.hpp"
#include "ui/views/tasks.hpp"

namespace hornbook::ui::views {

Node figure(const engage::Figure& drawing, float width_max, float height_max) {
  Node node;
  node.role = Role::Image;
  node.name = drawing.description;
  node.look.drawing = drawing;
  node.look.mirrored_in_rtl = false;
  const Size natural = natural_size(node.look.drawing);
  const float shrink = std::min({1.F, width_max / natural.width, height_max / natural.height});
  node.layout.width = natural.width * shrink;
  node.layout.height = natural.height * shrink;
  return node;
}

}  // namespace hornbook::ui::views
