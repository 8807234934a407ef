#include "ui/views/parts.hpp"

#include <algorithm>

#include "ui/semantics/language.hpp"

namespace hornbook::ui::parts {
namespace {

constexpr float compact_below_height = 560;
constexpr float compact_below_width = 700;
constexpr float leaf_radius = 24;
constexpr float button_radius = 16;

// Under a right-to-left language the way back points to the right.
std::string_view directed(const Frame& frame, std::string_view picture_name) {
  if (!is_right_to_left(frame.language)) return picture_name;
  if (picture_name == "back") return "next";
  return picture_name == "next" ? "back" : picture_name;
}

Node button(const Frame& frame, std::string name, ActionId action) {
  Node node;
  node.role = Role::Button;
  node.id = name;
  node.name = std::move(name);
  node.actions.press = action;
  node.layout.min_height = frame.target;
  node.layout.min_width = frame.target;
  node.layout.padding_x = frame.compact ? 12 : 24;
  node.layout.padding_y = frame.compact ? 4 : 8;
  node.look.radius = button_radius;
  node.look.align = TextAlign::Center;
  return node;
}

}  // namespace

Frame frame_of(const StationState& state, const ViewContext& context) {
  Frame frame;
  frame.width = context.width;
  frame.height = context.height;
  frame.compact = context.height < compact_below_height || context.width < compact_below_width;
  frame.portrait = context.height > context.width;
  frame.language = language_of(state);
  if (frame.compact) {
    frame.target = frame.portrait && context.height >= 800 ? 56 : 48;
    frame.gap = 8;
    frame.margin = 8;
    frame.top_height = frame.target + 8;
    frame.leaf_rest = 4;
    frame.action_height = frame.target + 8;
  } else if (context.height < 700) {
    frame.margin = 16;
    frame.action_height = 80;
  }
  return frame;
}

Node group(Direction direction, float gap, std::vector<Node> children) {
  Node node;
  node.layout.direction = direction;
  node.layout.gap = gap;
  node.children = std::move(children);
  return node;
}

Node spacer() {
  Node node;
  node.layout.grow = 1;
  return node;
}

Node text(std::string words, TypeStyle type, Paint ink) {
  Node node;
  node.role = Role::Text;
  node.name = std::move(words);
  node.look.type = type;
  node.look.ink = ink;
  return node;
}

Node heading(std::string words, TypeStyle type) {
  Node node = text(std::move(words), type);
  node.role = Role::Heading;
  return node;
}

Node picture(std::string_view name, float size, std::string description) {
  Node node;
  node.role = description.empty() ? Role::Group : Role::Image;
  node.name = std::move(description);
  node.look.drawing = Picture{std::string(name)};
  node.look.mirrored_in_rtl = false;
  node.layout.width = size;
  node.layout.height = size;
  return node;
}

Node card(const Frame& frame, std::vector<Node> children) {
  Node node = group(Direction::Column, frame.gap, std::move(children));
  node.look.fill = Paint::Leaf;
  node.look.radius = leaf_radius;
  node.look.shadow = true;
  node.layout.padding_x = frame.compact ? 12 : 32;
  node.layout.padding_y = frame.compact ? 8 : 24;
  return node;
}

Node primary(const Frame& frame, std::string name, ActionId action) {
  Node node = button(frame, std::move(name), action);
  node.look.fill = Paint::Horn;
  node.look.ink = Paint::OnHorn;
  node.look.type = TypeStyle::Strong;
  node.layout.min_width = frame.compact ? 120 : 208;
  return node;
}

Node secondary(const Frame& frame, std::string name, std::string_view picture_name, ActionId action) {
  Node node = button(frame, std::move(name), action);
  node.look.fill = Paint::Leaf;
  node.look.outline = Paint::QuietInk;
  node.layout.direction = Direction::Row;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  node.layout.gap = 12;
  if (picture_name.empty()) return node;
  node.layout.padding_x = frame.narrow() ? 8 : 16;
  node.children.push_back(picture(directed(frame, picture_name), frame.compact ? 32 : 40));
  if (!frame.narrow()) node.children.push_back(text(node.name));
  return node;
}

Node picture_button(const Frame& frame, std::string name, std::string_view picture_name, ActionId action) {
  Node node = button(frame, std::move(name), action);
  node.layout.padding_x = 4;
  node.layout.padding_y = 4;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  node.children = {picture(directed(frame, picture_name), frame.target - 16)};
  return node;
}

Node disabled(Node button) {
  button.state.disabled = true;
  button.actions = {};
  return button;
}

std::vector<Node> pager(const Frame& frame, std::uint32_t page, std::uint32_t pages, Actions<Intent>& actions) {
  if (pages <= 1) return {};
  Node back =
      picture_button(frame, std::string(say(Word::PreviousPage, frame.language)), "back", actions.on(TurnPage{-1}));
  Node next = picture_button(frame, std::string(say(Word::NextPage, frame.language)), "next", actions.on(TurnPage{1}));
  if (page == 0) back = disabled(std::move(back));
  if (page + 1 >= pages) next = disabled(std::move(next));
  Node where = text(say(Word::PageOf, frame.language, {std::to_string(page + 1), std::to_string(pages)}),
                    TypeStyle::Body, Paint::QuietInk);
  std::vector<Node> nodes;
  nodes.push_back(std::move(back));
  nodes.push_back(std::move(where));
  nodes.push_back(std::move(next));
  return nodes;
}

Grid grid_for(std::size_t entries, float width, float height, float cell_width, float cell_height, float gap,
              std::uint32_t per_page_max) {
  const auto fitting = [&](float space, float cell) {
    return static_cast<std::uint32_t>(std::max(1.F, (space + gap) / (cell + gap)));
  };
  Grid grid;
  const auto wanted = std::max<std::uint32_t>(1, std::min(per_page_max, static_cast<std::uint32_t>(entries)));
  const std::uint32_t columns_max = fitting(width, cell_width);
  grid.rows = std::min(fitting(height, cell_height), (wanted + columns_max - 1) / columns_max);
  // Rows of equal length look calmer than one that is nearly empty.
  grid.columns = std::min(columns_max, std::max<std::uint32_t>(1, (wanted + grid.rows - 1) / grid.rows));
  const auto per_page = static_cast<std::size_t>(grid.per_page());
  grid.pages = static_cast<std::uint32_t>(std::max<std::size_t>(1, (entries + per_page - 1) / per_page));
  return grid;
}

}  // namespace hornbook::ui::parts
