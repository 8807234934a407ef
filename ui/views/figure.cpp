#include <algorithm>

#include "ui/semantics/lay_out.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float enlarged_max = 1.5F;

}  // namespace

const engage::Hint* last_hint(const engage::Activity& activity) {
  const auto shown = static_cast<std::size_t>(activity.hints_shown);
  const std::vector<engage::Hint>& hints = activity.question->hints;
  return shown == 0 || shown > hints.size() ? nullptr : &hints[shown - 1];
}

std::string name_of(const std::string& text, const std::optional<engage::Figure>& figure) {
  std::string words = plain_text(text);
  return words.empty() && figure ? plain_text(figure->description) : words;
}

Node figure(const engage::Figure& drawing, float width_max, float height_max) {
  Node node;
  node.role = Role::Image;
  node.name = drawing.description;
  node.look.drawing = drawing;
  node.look.mirrored_in_rtl = false;
  const Size natural = natural_size(node.look.drawing);
  const float scale = std::min({enlarged_max, width_max / natural.width, height_max / natural.height});
  node.layout.width = natural.width * scale;
  node.layout.height = natural.height * scale;
  return node;
}

}  // namespace hornbook::ui::views
