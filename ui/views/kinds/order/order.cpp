#include "ui/views/kinds/order/order.hpp"

#include <algorithm>

#include "ui/views/flowing_text.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/tiles.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float low_cell_height = 112;
constexpr float label_width_least = 96;
constexpr float around_words = 8;

// What stands first and last: above the places, or on a low screen at their ends.
Node with_labels(const Workplace& place, const engage::OrderTask& task, Node places, bool at_the_ends) {
  if (task.first_label.empty() && task.last_label.empty()) return places;
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

bool is_pictured(const engage::OrderTask& task) {
  return std::any_of(task.tiles.begin(), task.tiles.end(),
                     [](const engage::Tile& tile) { return tile.figure.has_value(); });
}

// With the gap below them, when they stand above the places.
float height_of_labels(const Workplace& place, const engage::OrderTask& task) {
  if (task.first_label.empty() && task.last_label.empty()) return 0;
  const auto height = [&](const std::string& label) {
    return height_of(place, label, TypeStyle::Body, place.width / 2);
  };
  return std::max(height(task.first_label), height(task.last_label)) + place.frame().gap;
}

// How places and tiles share the room.
struct Arrangement {
  Cell cell;
  float width = 0;   // of a row
  float height = 0;  // of all
  bool labels_at_the_ends = false;
};

// In rows of so many, `stacks` of them one above the other: the places, and mostly the tiles as well.
Arrangement arranged(const Workplace& place, const engage::OrderTask& task, std::size_t columns, std::size_t stacks) {
  const parts::Frame& frame = place.frame();
  const auto count = static_cast<float>(std::max<std::size_t>(1, columns));
  const auto rows =
      static_cast<float>(stacks * ((task.tiles.size() + columns - 1) / std::max<std::size_t>(1, columns)));
  const float side_max = is_pictured(task) ? 224.F : columns < task.tiles.size() ? place.width : 176.F;
  Arrangement all;
  const float side = std::clamp((place.width - frame.gap * (count - 1)) / count, frame.target, side_max);
  all.width = count * side + frame.gap * (count - 1);
  const float label_space = 40 + 3 * frame.gap;
  all.labels_at_the_ends = (place.height - label_space) / 2 < low_cell_height &&
                           place.width - all.width >= 2 * (label_width_least + frame.gap);
  const float around = (all.labels_at_the_ends ? frame.gap : label_space) + frame.gap * (rows - 2);
  all.cell = {side, std::clamp((place.height - around) / rows, frame.target, 168.F), longest_words(task.tiles)};
  all.height = rows * all.cell.height + frame.gap * (rows - 1);
  if (!all.labels_at_the_ends) all.height += height_of_labels(place, task);
  return all;
}

bool keeps_words_whole(const Workplace& place, const engage::OrderTask& task, float width) {
  return std::all_of(task.tiles.begin(), task.tiles.end(), [&](const engage::Tile& tile) {
    return width_of_longest_word(place, tile.text, TypeStyle::Body) <= width - around_words;
  });
}

// Only a small screen is short of room.
bool fits(const Workplace& place, const engage::OrderTask& task, const Arrangement& all) {
  if (!place.frame().compact || is_pictured(task)) return true;
  const bool is_low = std::all_of(task.tiles.begin(), task.tiles.end(), [&](const engage::Tile& tile) {
    return height_of(place, tile.text, TypeStyle::Body, all.cell.width - around_words) <= all.cell.height;
  });
  return is_low && all.height <= place.height && keeps_words_whole(place, task, all.cell.width);
}

Node places(const Workplace& place, const engage::OrderTask& task, const Arrangement& all) {
  const engage::OrderEntry& entry = place.shown(task);
  const TilesInPlaces shown{task.tiles, entry, all.cell};
  Node row = row_of_cells(place, Word::Places, "places", all.width, all.cell);
  for (std::size_t at = 0; at < entry.slots.size(); ++at) {
    const std::string name = place.scene.say(Word::PlaceNumber, {std::to_string(at + 1)});
    row.children.push_back(place_node(place, shown, at, name));
  }
  return row;
}

Node tray_of(const Workplace& place, const engage::OrderTask& task, const Arrangement& all) {
  return tray(place, {task.tiles, place.shown(task), all.cell}, all.width);
}

// The places above the tiles.
Node whole(const Workplace& place, const engage::OrderTask& task, const Arrangement& all) {
  Node above = with_labels(place, task, places(place, task, all), all.labels_at_the_ends);
  Node node = parts::group(Direction::Column, place.frame().gap, {std::move(above), tray_of(place, task, all)});
  node.layout.cross = Place::Center;
  return node;
}

// These of a row's children.
Node some_of(const Node& row, std::size_t first, std::size_t end) {
  Node some = row;
  const auto at = [&](std::size_t index) {
    return row.children.begin() + static_cast<std::ptrdiff_t>(std::min(index, row.children.size()));
  };
  some.children.assign(at(first), at(end));
  return some;
}

// In rows of so many that are as high as their words need.
Arrangement in_rows(const Workplace& page, const engage::OrderTask& task, std::size_t columns) {
  Arrangement all = arranged(page, task, columns, 1);
  all.cell.height = page.frame().target;
  for (const engage::Tile& tile : task.tiles)
    all.cell.height =
        std::max(all.cell.height, height_of(page, tile.text, TypeStyle::Body, all.cell.width - around_words));
  return all;
}

// The places, then the tiles.
std::vector<Node> in_pages(const Workplace& page, const engage::OrderTask& task, std::size_t columns) {
  const float gap = page.frame().gap;
  const Arrangement all = in_rows(page, task, columns);
  const float for_labels = height_of_labels(page, task);
  const auto rows = static_cast<std::size_t>(std::max(1.F, (page.height - for_labels + gap) / (all.cell.height + gap)));
  const Node row_of_places = places(page, task, all);
  const Node tiles = tray_of(page, task, all);
  std::vector<Node> pages;
  for (std::size_t first = 0; first < task.tiles.size(); first += columns * rows)
    pages.push_back(with_labels(page, task, some_of(row_of_places, first, first + columns * rows), false));
  for (std::size_t first = 0; first < std::max<std::size_t>(1, tiles.children.size()); first += columns * rows)
    pages.push_back(some_of(tiles, first, first + columns * rows));
  return pages;
}

std::vector<Node> in_fewest_pages(const Workplace& place, const engage::OrderTask& task) {
  Workplace page = place;
  page.width = width_beside_turner(place);
  std::vector<Node> fewest = in_pages(page, task, 1);
  for (std::size_t columns = 2; columns <= task.tiles.size(); ++columns) {
    const Cell cell = in_rows(page, task, columns).cell;
    if (!keeps_words_whole(page, task, cell.width)) break;
    if (cell.height + height_of_labels(page, task) > page.height) break;
    std::vector<Node> pages = in_pages(page, task, columns);
    if (pages.size() <= fewest.size()) fewest = std::move(pages);
  }
  return fewest;
}

}  // namespace

Way way(std::type_identity<engage::OrderTask>) { return {Word::WayOrder, "way-order"}; }

float width_beside(const engage::OrderTask&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::OrderTask& task) {
  const Arrangement all = arranged(place, task, task.tiles.size(), 2);
  if (fits(place, task, all)) return whole(place, task, all);
  // In fewer columns; then the places on one page and the tiles on another.
  for (std::size_t columns = task.tiles.size() - 1; columns > 0; --columns) {
    const Arrangement narrow = arranged(place, task, columns, 2);
    if (fits(place, task, narrow)) return whole(place, task, narrow);
  }
  return page_in_turn(place, in_fewest_pages(place, task));
}

}  // namespace hornbook::ui::views
