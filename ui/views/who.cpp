#include <algorithm>
#include <array>

#include "ui/semantics/lay_out.hpp"
#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

Node face(const Scene& scene, const LearnerCard& card, float width, float height) {
  Node node;
  node.role = Role::Button;
  node.id = "learner-" + std::to_string(card.index);
  node.name = card.name;
  node.actions.press = scene.actions.on(PickLearner{card.index});
  node.look.fill = Paint::Leaf;
  node.look.radius = 24;
  node.look.shadow = true;
  node.layout.width = width;
  node.layout.height = height;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  node.layout.gap = scene.frame.compact ? 0 : 4;
  node.children.push_back(parts::picture(card.avatar, height - (scene.frame.compact ? 62 : 64)));
  node.children.push_back(parts::text(card.name, scene.frame.compact ? TypeStyle::Small : TypeStyle::Strong));
  node.children.back().look.align = TextAlign::Center;
  return node;
}

// Faces are as large as leaves room for the whole class, and never smaller than a thumb likes.
Size cell_for(const parts::Frame& frame, std::size_t learners, float room) {
  if (frame.compact) return {136, 110};
  constexpr std::array<Size, 3> sizes{{{288, 264}, {248, 224}, {216, 192}}};
  for (const Size size : sizes) {
    const auto grid =
        parts::grid_for(learners, frame.leaf_width(), room, size.width, size.height, frame.gap, learners_per_page);
    if (grid.pages == 1) return size;
  }
  return frame.height < 700 ? Size{216, 168} : sizes.back();
}

}  // namespace

Node who(const Scene& scene, const Who& screen) {
  const parts::Frame& frame = scene.frame;
  const float title_height = frame.compact ? 40 : 56;
  const auto& learners = scene.state.learners;
  const Size cell = cell_for(frame, learners.size(), frame.leaf_height() - title_height - frame.gap);
  const auto [width, height] = cell;
  const parts::Grid grid =
      parts::grid_for(learners.size(), frame.leaf_width(), frame.leaf_height() - title_height - frame.gap, width,
                      height, frame.gap, learners_per_page);
  const std::uint32_t page = std::min(screen.page, grid.pages - 1);
  Node faces = parts::group(Direction::Wrap, frame.gap);
  faces.role = Role::List;
  faces.id = "learners";
  faces.layout.main = Place::Center;
  faces.layout.max_width = static_cast<float>(grid.columns) * (width + frame.gap) - frame.gap;
  const std::size_t first = std::size_t{page} * grid.per_page();
  for (std::size_t at = first; at < std::min(learners.size(), first + grid.per_page()); ++at) {
    faces.children.push_back(face(scene, learners[at], width, height));
  }
  Node middle = parts::group(Direction::Column, frame.gap);
  middle.layout.grow = 1;
  middle.layout.main = Place::Center;
  Node title = parts::heading(scene.say(Word::WhoAreYou), frame.compact ? TypeStyle::Strong : TypeStyle::Title);
  title.look.align = TextAlign::Center;
  middle.children.push_back(std::move(title));
  middle.children.push_back(std::move(faces));
  std::vector<Node> actions;
  actions.push_back(parts::secondary(frame, scene.say(Word::Back), "back", scene.actions.on(Back{})));
  if (scene.state.takes_badges && frame.width >= 480) {
    Node badge = parts::secondary(frame, scene.say(frame.width < 900 ? Word::Badge : Word::MyBadge), {},
                                  scene.actions.on(ShowBadge{}));
    badge.actions.type = scene.actions.on(TypePassphrase{});  // from a scanner
    badge.actions.takes_typing = true;
    actions.push_back(std::move(badge));
  }
  actions.push_back(parts::spacer());
  for (Node& node : parts::pager(frame, page, grid.pages, scene.actions)) actions.push_back(std::move(node));
  return parts::screen(frame,
                       {"who", scene.say(Word::WhoAreYou), scene.top(), {std::move(middle)}, std::move(actions)});
}

}  // namespace hornbook::ui::views
