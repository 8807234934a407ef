#include "ui/views/kinds/order/order.hpp"

#include <algorithm>

#include "ui/views/tiles.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float low_cell_height = 112;
constexpr float label_width_least = 96;

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

}  // namespace

Way way(std::type_identity<engage::OrderTask>) { return {Word::WayOrder, "way-order"}; }

float width_beside(const engage::OrderTask&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::OrderTask& task) {
  const engage::OrderEntry& entry = place.shown(task);
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
  const Cell cell{side, std::clamp((place.height - around) / 2, frame.target, 168.F), longest_words(task.tiles)};
  const TilesInPlaces shown{task.tiles, entry, cell};
  Node places = row_of_cells(place, Word::Places, "places", width, cell);
  for (std::size_t at = 0; at < entry.slots.size(); ++at) {
    const std::string name = place.scene.say(Word::PlaceNumber, {std::to_string(at + 1)});
    places.children.push_back(place_node(place, shown, at, name));
  }
  Node node = parts::group(Direction::Column, frame.gap,
                           {with_labels(place, task, std::move(places), at_the_ends), tray(place, shown, width)});
  node.layout.cross = Place::Center;
  return node;
}

}  // namespace hornbook::ui::views
