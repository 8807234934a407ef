#include "ui/views/kinds/order/order.hpp"

#include <algorithm>

#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float low_cell_height = 112;
constexpr float low_words_height = 56;  // a fraction in body type
constexpr float label_width_least = 96;

std::string name_of_tile(const engage::Tile& tile) {
  const std::string words = plain_text(tile.text);
  return words.empty() && tile.figure ? tile.figure->description : words;
}

struct Cell {
  float width = 120, height = 120;
};

void show_tile(Node& node, const engage::Tile& tile, Cell cell) {
  const bool low = cell.height < low_cell_height;
  const float words_height = tile.text.empty() ? 0 : low ? low_words_height : 84;
  if (tile.figure) {
    node.children.push_back(figure(*tile.figure, cell.width - 16, std::max(16.F, cell.height - words_height - 16)));
  }
  if (tile.text.empty()) return;
  const bool large = !low && !tile.figure && plain_text(tile.text).size() <= 8;
  const TypeStyle beside_figure = low && tile.figure ? TypeStyle::Body : TypeStyle::Question;
  Node words = parts::text(tile.text, large ? TypeStyle::BigNumber : beside_figure);
  words.look.align = TextAlign::Center;
  node.children.push_back(std::move(words));
}

Node cell_node(Cell cell) {
  Node node = parts::group(Direction::Column, 4);
  node.role = Role::Button;
  node.look.radius = 16;
  node.layout.width = cell.width;
  node.layout.height = cell.height;
  node.layout.padding_x = 4;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  return node;
}

Node tile_node(const Workplace& place, const engage::Tile& tile, bool in_hand, Cell cell) {
  Node node = cell_node(cell);
  node.id = "tile-" + std::to_string(tile.source_index);
  node.name = name_of_tile(tile);
  node.state.selected = in_hand;
  node.look.fill = in_hand ? Paint::HornSoft : Paint::Leaf;
  node.look.outline = in_hand ? Paint::Horn : Paint::QuietInk;
  node.look.shadow = true;
  if (in_hand) node.value = place.scene.say(Word::InYourHand);
  if (place.open) {
    node.actions.press = place.act(engage::PickUp{tile.source_index});
    node.actions.draggable = true;
  }
  show_tile(node, tile, cell);
  return node;
}

Node place_node(const Workplace& place, const engage::OrderTask& task, std::size_t index,
                std::optional<std::uint8_t> held, bool hand_is_full, Cell cell) {
  const engage::Tile* tile = engage::thing_at(task.tiles, held);
  const std::string number = std::to_string(index + 1);
  Node node = cell_node(cell);
  node.id = "place-" + number;
  node.name = place.scene.say(Word::PlaceNumber, {number});
  node.value = tile == nullptr ? place.scene.say(Word::Empty) : name_of_tile(*tile);
  node.look.fill = tile == nullptr ? Paint::Paper : Paint::HornSoft;
  node.look.outline = tile != nullptr || hand_is_full ? Paint::Horn : Paint::QuietInk;
  if (place.settled()) {
    node.look.fill = Paint::GreenSoft;
    node.look.outline = Paint::Green;
    node.look.bold_outline = true;
  }
  if (place.open && tile != nullptr && !hand_is_full) {
    node.actions.press = place.act(engage::PickUp{tile->source_index});
    node.actions.draggable = true;
  } else if (place.open) {
    node.actions.press = place.act(engage::PutDown{static_cast<std::uint8_t>(index)});
  }
  if (tile != nullptr) {
    show_tile(node, *tile, cell);
  } else {
    node.children.push_back(parts::text(number, TypeStyle::Body, Paint::QuietInk));
  }
  return node;
}

// What stands in the places: the learner's tiles, or the right order once it is shown.
engage::OrderEntry shown_entry(const Workplace& place, const engage::OrderTask& task) {
  const engage::OrderEntry* revealed = place.revealed(task);
  engage::OrderEntry entry = revealed == nullptr ? place.entry(task) : *revealed;
  entry.slots.resize(task.tiles.size());
  return entry;
}

// What stands first and last: above the places, or on a low screen at their ends.
Node with_labels(const Workplace& place, const engage::OrderTask& task, Node places, bool at_the_ends) {
  Node first = parts::text(task.first_label, TypeStyle::Body, Paint::QuietInk);
  Node last = parts::text(task.last_label, TypeStyle::Body, Paint::QuietInk);
  if (at_the_ends) {
    last.look.align = TextAlign::Start;
    first.look.align = TextAlign::End;
    const float room = (place.width - places.layout.width) / 2 - place.frame().gap;
    first.layout.width = room;
    last.layout.width = room;
    Node row = parts::group(Direction::Row, place.frame().gap, {std::move(first), std::move(places), std::move(last)});
    row.layout.cross = Place::Center;
    return row;
  }
  Node above = parts::group(Direction::Row, place.frame().gap, {std::move(first), parts::spacer(), std::move(last)});
  above.layout.width = places.layout.width;
  Node column = parts::group(Direction::Column, place.frame().gap, {std::move(above), std::move(places)});
  column.layout.cross = Place::Center;
  return column;
}

Node row_of(const Workplace& place, Word name, std::string id, float width, Cell cell) {
  Node row = parts::group(Direction::Wrap, place.frame().gap);
  row.role = Role::List;
  row.id = std::move(id);
  row.name = place.scene.say(name);
  row.layout.width = width;
  row.layout.min_height = cell.height;
  row.layout.main = Place::Center;
  return row;
}

}  // namespace

Way way(std::type_identity<engage::OrderTask>) { return {Word::WayOrder, "way-order"}; }

float width_beside(const engage::OrderTask&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::OrderTask& task) {
  const engage::OrderEntry entry = shown_entry(place, task);
  const parts::Frame& frame = place.frame();
  const auto count = static_cast<float>(std::max<std::size_t>(1, task.tiles.size()));
  const bool pictured = std::any_of(task.tiles.begin(), task.tiles.end(),
                                    [](const engage::Tile& tile) { return tile.figure.has_value(); });
  const float side =
      std::clamp((place.width - frame.gap * (count - 1)) / count, frame.target, pictured ? 224.F : 176.F);
  const float width = count * side + frame.gap * (count - 1);
  const float label_space = 40 + 3 * frame.gap;
  const bool at_the_ends =
      (place.height - label_space) / 2 < low_cell_height && place.width - width >= 2 * (label_width_least + frame.gap);
  const float around = at_the_ends ? frame.gap : label_space;
  const Cell cell{side, std::clamp((place.height - around) / 2, frame.target, 168.F)};
  Node places = row_of(place, Word::Places, "places", width, cell);
  for (std::size_t at = 0; at < entry.slots.size(); ++at) {
    places.children.push_back(place_node(place, task, at, entry.slots[at], entry.in_hand.has_value(), cell));
  }
  Node tray = row_of(place, Word::Tiles, "tiles", width, cell);
  for (const engage::Tile& tile : task.tiles) {
    const bool placed = std::find(entry.slots.begin(), entry.slots.end(), tile.source_index) != entry.slots.end();
    if (!placed) tray.children.push_back(tile_node(place, tile, entry.in_hand == tile.source_index, cell));
  }
  if (place.settled()) tray.children = {finish_mark(place, cell.height)};
  Node node = parts::group(Direction::Column, frame.gap,
                           {with_labels(place, task, std::move(places), at_the_ends), std::move(tray)});
  node.layout.cross = Place::Center;
  return node;
}

}  // namespace hornbook::ui::views
