#include "ui/views/standing.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float corner_sign_size = 24;

}  // namespace

void paint_standing(Node& node, Standing standing) {
  switch (standing) {
    case Standing::Right:
      node.look.fill = Paint::GreenSoft;
      node.look.outline = Paint::Green;
      node.look.bold_outline = true;
      break;
    case Standing::NotYet:
      node.look.fill = Paint::ClaySoft;
      node.look.outline = Paint::Clay;
      break;
    case Standing::Chosen:
      node.look.fill = Paint::HornSoft;
      node.look.outline = Paint::Horn;
      break;
    default:
      node.look.fill = Paint::Paper;
      node.look.outline = Paint::QuietInk;
  }
}

Node sign_of(const Workplace& place, Standing standing, float size) {
  return standing == Standing::Right ? tick(place, size) : not_yet_sign(size);
}

std::vector<Node> corner_sign(const Workplace& place, Standing standing) {
  if (standing != Standing::Right && standing != Standing::NotYet) return {};
  Node over = parts::group(Direction::Row, 0, {parts::spacer(), sign_of(place, standing, corner_sign_size)});
  over.layout.cross = Place::Start;
  return {std::move(over)};
}

}  // namespace hornbook::ui::views
