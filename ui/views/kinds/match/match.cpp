#include "ui/views/kinds/match/match.hpp"

#include <algorithm>

#include "ui/views/tiles.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float cell_width_max = 224;
constexpr float cell_height_max = 144;
constexpr float label_height_min = 40;
constexpr float rows = 3;  // what is matched to, the places, the tiles

Node target_node(const engage::MatchTarget& target, Cell cell) {
  Node node = parts::group(Direction::Column, 4);
  node.layout.width = cell.width;
  node.layout.height = cell.height;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  show_on_tile(node, target.text, target.figure, cell);
  return node;
}

}  // namespace

Way way(std::type_identity<engage::MatchTask>) { return {Word::WayMatch, "way-match"}; }

float width_beside(const engage::MatchTask&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::MatchTask& task) {
  const parts::Frame& frame = place.frame();
  const engage::MatchEntry& entry = place.shown(task);
  const auto columns = static_cast<float>(std::max<std::size_t>(1, task.tiles.size()));
  const Cell cell{std::clamp((place.width - frame.gap * (columns - 1)) / columns, frame.target, cell_width_max),
                  std::clamp((place.height - frame.gap * (rows - 1)) / rows, frame.target, cell_height_max),
                  longest_words(task.tiles)};
  const float width = columns * cell.width + frame.gap * (columns - 1);
  // What is not touched may be lower.
  Cell label{cell.width, std::clamp(place.height - 2 * (cell.height + frame.gap), label_height_min, cell.height)};
  for (const engage::MatchTarget& target : task.targets)
    label.longest = std::max(label.longest, breadth_of(target.text));
  const TilesInPlaces shown{task.tiles, entry, cell};
  Node targets = row_of_cells(place, Word::BelongsTo, "targets", width, label);
  Node places = row_of_cells(place, Word::Places, "places", width, cell);
  for (std::size_t at = 0; at < task.targets.size(); ++at) {
    const engage::MatchTarget& target = task.targets[at];
    targets.children.push_back(target_node(target, label));
    const std::string to = name_of(target.text, target.figure);
    places.children.push_back(place_node(place, shown, at, place.scene.say(Word::PlaceOf, {to})));
  }
  Node node =
      parts::group(Direction::Column, frame.gap, {std::move(targets), std::move(places), tray(place, shown, width)});
  node.layout.cross = Place::Center;
  return node;
}

}  // namespace hornbook::ui::views
