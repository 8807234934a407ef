// Tiles and the places that they are carried to: tap a tile and tap a place, drag it there, or both by keyboard.
#pragma once

#include "runtime/engage/entry/placements.hpp"
#include "runtime/engage/kinds/tile.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

struct Cell {
  float width = 120, height = 120;
  std::size_t longest = 0;  // characters on any of those that stand together, so that all have letters of one size
};
// How broad a text is on one line, in characters; of a fraction about half of them stand above the others.
[[nodiscard]] std::size_t breadth_of(const std::string& text);
// Of the broadest words on these tiles.
[[nodiscard]] std::size_t longest_words(const std::vector<engage::Tile>& tiles);
// What stands in the places: the learner's tiles, or the right ones once they are shown.
struct TilesInPlaces {
  const std::vector<engage::Tile>& tiles;  // in the order shown
  const engage::Placements& entry;
  Cell cell;
};

// A tile that can be taken.
[[nodiscard]] Node tile_node(const Workplace& place, const engage::Tile& tile, bool in_hand, Cell cell);
// A row of cells as wide as `width`.
[[nodiscard]] Node row_of_cells(const Workplace& place, Word name, std::string id, float width, Cell cell);
// The place at `index`, called `name`.
[[nodiscard]] Node place_node(const Workplace& place, const TilesInPlaces& shown, std::size_t index, std::string name);
// The tiles that lie in no place; what takes their place once the answer is settled.
[[nodiscard]] Node tray(const Workplace& place, const TilesInPlaces& shown, float width);
// What is on a tile, in a cell of this size.
void show_on_tile(Node& node, const std::string& text, const std::optional<engage::Figure>& figure, Cell cell);

}  // namespace hornbook::ui::views
