#include "ui/views/plain_keys.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float low_key = 36;

Node key(const Scene& scene, char sign, float width, float height) {
  const std::string letter{sign};
  Node node = parts::secondary(scene.frame, letter, {}, scene.actions.on(TypePassphrase{letter}));
  node.layout.width = width;
  node.layout.height = height;
  node.layout.padding_x = 0;
  node.layout.padding_y = 0;
  if (height < low_key) node.look.type = TypeStyle::Small;
  return node;
}

}  // namespace

Node plain_keys(const Scene& scene, std::span<const std::string_view> rows, std::size_t columns, float width,
                float height) {
  const float gap = scene.frame.tiny() ? 2 : 8;
  const auto side = [gap](float space, std::size_t keys) {
    return (space - static_cast<float>(keys - 1) * gap) / static_cast<float>(keys);
  };
  Node board = parts::group(Direction::Column, gap);
  board.look.mirrored_in_rtl = false;
  for (const std::string_view signs : rows) {
    Node row = parts::group(Direction::Row, gap);
    row.look.mirrored_in_rtl = false;
    row.layout.main = Place::Center;
    for (const char sign : signs)
      row.children.push_back(key(scene, sign, side(width, columns), side(height, rows.size())));
    board.children.push_back(std::move(row));
  }
  return board;
}

Node plain_field(const Scene& scene, std::string id, Word name, std::string value, std::string shown) {
  Node node;
  node.role = Role::TextField;
  node.id = std::move(id);
  node.name = scene.say(name);
  node.text = value.empty() ? node.name : std::move(shown);
  node.look.ink = value.empty() ? Paint::QuietInk : Paint::Ink;
  node.value = std::move(value);
  node.look.fill = Paint::Leaf;
  node.look.outline = Paint::Horn;
  node.look.radius = 16;
  node.look.align = TextAlign::Center;
  node.layout.min_height = scene.frame.target;
  node.layout.padding_y = scene.frame.compact ? 4 : 8;
  node.actions.type = scene.actions.on(TypePassphrase{});
  node.actions.erase = scene.actions.on(ErasePassphrase{});
  node.actions.takes_typing = true;
  node.actions.line = scene.actions.on(OpenClass{});
  return node;
}

}  // namespace hornbook::ui::views
