#include "ui/views/kinds/label/label.hpp"

#include <algorithm>
#include <cmath>

#include "ui/views/picture_map.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/tiles.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float body_character = 13;  // as wide as it is on average
constexpr float tile_padding = 20;    // on both sides of its words together
constexpr float pictured_tile = 96;
constexpr float widest_share = 0.36F;  // of the room that a tile may take

Cell tile_cell(const Workplace& place, const engage::LabelTask& task) {
  const float target = place.frame().target;
  Cell cell{target, target, longest_words(task.match.tiles)};
  for (const engage::Tile& tile : task.match.tiles) {
    const float words = static_cast<float>(plain_text(tile.text).size()) * body_character + tile_padding;
    cell.width = std::max({cell.width, words, tile.figure ? pictured_tile : 0});
    if (tile.figure && !place.frame().compact) cell.height = pictured_tile;
  }
  cell.width = std::min(cell.width, place.width * widest_share);
  return cell;
}

// How the picture and the tiles that are not on it share the room.
struct Shares {
  Size picture;
  float tray_width = 0;
  bool beside = false;
};

Shares share(const Workplace& place, const engage::LabelTask& task, Cell cell) {
  const float gap = place.frame().gap;
  const auto tiles = static_cast<float>(task.match.tiles.size());
  const auto fitting = [gap](float room, float side) { return std::max(1.F, std::floor((room + gap) / (side + gap))); };
  const float rows = std::ceil(tiles / fitting(place.width, cell.width));
  const float columns = std::ceil(tiles / fitting(place.height, cell.height));
  const float below = rows * (cell.height + gap);
  const float beside = columns * (cell.width + gap);
  const Size over = size_on_screen(task.picture, {place.width, place.height - below});
  const Size aside = size_on_screen(task.picture, {place.width - beside, place.height});
  if (aside.width > over.width) return {aside, beside - gap, true};
  return {over, place.width, false};
}

}  // namespace

Way way(std::type_identity<engage::LabelTask>) { return {Word::WayLabel, "way-label"}; }

float width_beside(const engage::LabelTask&, float width) { return (width - beside_gap) * 0.68F; }

Node answer(const Workplace& place, const engage::LabelTask& task) {
  const Cell cell = tile_cell(place, task);
  const Shares shares = share(place, task, cell);
  const TilesInPlaces shown{task.match.tiles, place.shown(task), cell};
  Node picture = picture_node(task.picture, shares.picture);
  for (std::size_t at = 0; at < task.at.size(); ++at) {
    const std::string name = place.scene.say(Word::PlaceOf, {plain_text(task.match.targets[at].text)});
    Node node = place_node(place, shown, at, name);
    // An empty place hides as little of the picture as it can.
    const bool is_empty = !shown.entry.slots[at].has_value();
    const float width = is_empty ? std::min(cell.width, cell.height) : cell.width;
    node.layout.width = width;
    const Rect point = on_picture(task.picture, shares.picture, {task.at[at], 0, 0});
    node.layout.left = std::clamp(point.x - width / 2, 0.F, std::max(0.F, shares.picture.width - width));
    node.layout.top = std::clamp(point.y - cell.height / 2, 0.F, std::max(0.F, shares.picture.height - cell.height));
    picture.children.push_back(std::move(node));
  }
  Node node = parts::group(shares.beside ? Direction::Row : Direction::Column, place.frame().gap,
                           {std::move(picture), tray(place, shown, shares.tray_width)});
  node.layout.width = place.width;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  return node;
}

}  // namespace hornbook::ui::views
