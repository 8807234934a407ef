#include "ui/views/kinds/label/label.hpp"

#include <algorithm>
#include <cmath>

#include "ui/views/flowing_text.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/picture_map.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/tiles.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float low_tile_padding = 12;
constexpr float tile_padding = 20;  // on both sides of its words together
constexpr float pictured_tile = 96;
constexpr float number_size = 32;      // of a place that is only shown
constexpr float widest_share = 0.36F;  // of the room that a tile may take

Cell tile_cell(const Workplace& place, const engage::LabelTask& task) {
  const float target = place.frame().target;
  Cell cell{target, target, longest_words(task.match.tiles)};
  for (const engage::Tile& tile : task.match.tiles) {
    const float words =
        width_of(place, tile.text, TypeStyle::Body) + (place.frame().compact ? low_tile_padding : tile_padding);
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

std::string name_of_place(const Workplace& place, const engage::LabelTask& task, std::size_t at) {
  return place.scene.say(Word::PlaceOf, {plain_text(task.match.targets[at].text)});
}

// Whether places would stand on one another.
bool is_crowded(const engage::LabelTask& task, Size picture, Cell cell) {
  for (std::size_t one = 0; one < task.at.size(); ++one)
    for (std::size_t other = 0; other < one; ++other) {
      const Rect here = on_picture(task.picture, picture, {task.at[one], 0, 0});
      const Rect there = on_picture(task.picture, picture, {task.at[other], 0, 0});
      if (std::abs(here.x - there.x) < cell.width && std::abs(here.y - there.y) < cell.height) return true;
    }
  return false;
}

// The picture by itself, with the numbers of its places.
Node numbered_picture(const Workplace& place, const engage::LabelTask& task, Size room) {
  const Size size = size_on_screen(task.picture, room);
  Node picture = picture_node(task.picture, size);
  for (std::size_t at = 0; at < task.at.size(); ++at) {
    const Rect point = on_picture(task.picture, size, {task.at[at], 0, 0});
    Node number = parts::text(std::to_string(at + 1), TypeStyle::Small);
    number.value = plain_text(task.match.targets[at].text);
    number.look.align = TextAlign::Center;
    number.look.fill = place.shown(task).slots[at] ? Paint::HornSoft : Paint::Paper;
    number.look.outline = Paint::Ink;
    number.look.radius = number_size / 2;
    number.layout.width = number_size;
    number.layout.height = number_size;
    number.layout.left = std::clamp(point.x - number_size / 2, 0.F, std::max(0.F, size.width - number_size));
    number.layout.top = std::clamp(point.y - number_size / 2, 0.F, std::max(0.F, size.height - number_size));
    picture.children.push_back(std::move(number));
  }
  Node page = parts::group(Direction::Column, 0, {std::move(picture)});
  page.layout.width = room.width;
  page.layout.cross = Place::Center;
  return page;
}

// On a small screen: the picture with numbers, then the numbered places above the tiles.
Node in_pages(const Workplace& place, const engage::LabelTask& task) {
  const float gap = place.frame().gap;
  const Size room{width_beside_turner(place), place.height};
  std::vector<Node> pages{numbered_picture(place, task, room)};
  Cell cell = tile_cell(place, task);
  const auto fitting = [gap](float space, float side) {
    return static_cast<std::size_t>(std::max(1.F, std::floor((space + gap) / (side + gap))));
  };
  const std::size_t columns = std::min(fitting(room.width, cell.width), task.match.tiles.size());
  cell.width = (room.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const std::size_t rows = fitting(room.height, cell.height);
  const std::size_t rows_of_tiles = (task.match.tiles.size() + columns - 1) / columns;
  const std::size_t places_on_page = columns * (rows > rows_of_tiles ? rows - rows_of_tiles : 1);
  const TilesInPlaces shown{task.match.tiles, place.shown(task), cell};
  for (std::size_t first = 0; first < task.at.size(); first += places_on_page) {
    Node places = row_of_cells(place, Word::Places, "places", room.width, cell);
    for (std::size_t at = first; at < std::min(first + places_on_page, task.at.size()); ++at)
      places.children.push_back(place_node(place, shown, at, name_of_place(place, task, at)));
    pages.push_back(parts::group(Direction::Column, gap, {std::move(places), tray(place, shown, room.width)}));
  }
  return page_in_turn(place, std::move(pages));
}

}  // namespace

Way way(std::type_identity<engage::LabelTask>) { return {Word::WayLabel, "way-label"}; }

float width_beside(const engage::LabelTask&, float width) { return (width - beside_gap) * 0.68F; }

Node answer(const Workplace& place, const engage::LabelTask& task) {
  const Cell cell = tile_cell(place, task);
  const Shares shares = share(place, task, cell);
  if (place.frame().compact && is_crowded(task, shares.picture, cell)) return in_pages(place, task);
  const TilesInPlaces shown{task.match.tiles, place.shown(task), cell};
  Node picture = picture_node(task.picture, shares.picture);
  for (std::size_t at = 0; at < task.at.size(); ++at) {
    Node node = place_node(place, shown, at, name_of_place(place, task, at));
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
