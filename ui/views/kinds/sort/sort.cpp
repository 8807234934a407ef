#include "ui/views/kinds/sort/sort.hpp"

#include <algorithm>
#include <cmath>

#include "ui/views/flowing_text.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/tiles.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float narrowest_bin = 136;
constexpr float bin_padding = 12;
constexpr float gap_in_bin = 8;
constexpr float tile_padding = 24;       // on both sides of its words together
constexpr float short_tile_width = 96;   // of a number
constexpr float crowded_tile_side = 32;  // when a bin is full to the brim
constexpr float label_height = 52;
constexpr float low_label_height = 36;
constexpr float pictured_label_height = 96;
constexpr float pictured_tile_height = 120;

bool is_pictured(const std::vector<engage::Tile>& tiles) {
  return std::any_of(tiles.begin(), tiles.end(), [](const engage::Tile& tile) { return tile.figure.has_value(); });
}

// What a tile takes outside the bins, of at most this width.
Cell tile_cell(const Workplace& place, const engage::SortTask& task, float width_max) {
  const parts::Frame& frame = place.frame();
  const bool pictured = is_pictured(task.tiles);
  float width = pictured ? pictured_tile_height : frame.height < 700 ? frame.target : short_tile_width;
  for (const engage::Tile& tile : task.tiles)
    width = std::max(width, width_of(place, tile.text, TypeStyle::Body) + tile_padding);
  const float height = frame.height < 700 ? frame.target : frame.target + 8;
  return {std::min(width, width_max),
          pictured && !frame.compact ? std::min(pictured_tile_height, place.height / 3) : height,
          longest_words(task.tiles)};
}

std::size_t per_row(float width, float cell_width, float gap) {
  return static_cast<std::size_t>(std::max(1.F, (width + gap) / (cell_width + gap)));
}

float rows_height(std::size_t tiles, std::size_t columns, float cell_height, float gap) {
  const auto rows = static_cast<float>((tiles + columns - 1) / columns);
  return rows * cell_height + std::max(0.F, rows - 1) * gap;
}

// In a bin that gets crowded tiles become lower, and then narrower.
Cell cell_in_bin(std::size_t tiles, const Cell& room, const Cell& usual) {
  std::size_t columns = per_row(room.width, usual.width, gap_in_bin);
  const auto width_of = [&](std::size_t count) {
    const auto across = static_cast<float>(count);
    return (room.width - (across - 1) * gap_in_bin) / across;
  };
  while (rows_height(tiles, columns, crowded_tile_side, gap_in_bin) > room.height &&
         width_of(columns + 1) >= crowded_tile_side)
    ++columns;
  const auto rows = static_cast<float>((tiles + columns - 1) / columns);
  const float share = (room.height - std::max(0.F, rows - 1) * gap_in_bin) / std::max(1.F, rows);
  return {std::min(usual.width, width_of(columns)), std::clamp(share, crowded_tile_side, usual.height), usual.longest};
}

std::string contents_of(const Workplace& place, const std::vector<const engage::Tile*>& tiles) {
  std::string words;
  for (const engage::Tile* tile : tiles)
    words.append(words.empty() ? "" : ", ").append(name_of(tile->text, tile->figure));
  return words.empty() ? place.scene.say(Word::Empty) : words;
}

struct BinSize {
  Cell box;
  Cell label;
  Cell tile;
};

Node bin_node(const Workplace& place, const engage::SortTask& task, std::size_t index, const BinSize& size) {
  const engage::SortBin& bin = task.bins[index];
  const engage::SortEntry& entry = place.shown(task);
  std::vector<const engage::Tile*> inside;
  for (const engage::Tile& tile : task.tiles)
    if (entry.bin_of[tile.source_index] == static_cast<std::uint8_t>(index)) inside.push_back(&tile);
  Node node = parts::group(Direction::Column, gap_in_bin);
  node.role = Role::Button;
  node.id = "bin-" + std::to_string(index + 1);
  node.name = place.scene.say(Word::BoxOf, {name_of(bin.text, bin.figure)});
  node.value = contents_of(place, inside);
  node.look.radius = 16;
  node.look.fill = place.settled() ? Paint::GreenSoft : Paint::Paper;
  node.look.outline = place.settled() ? Paint::Green : entry.in_hand ? Paint::Horn : Paint::QuietInk;
  node.look.bold_outline = place.settled();
  node.layout.width = size.box.width;
  node.layout.height = size.box.height;
  node.layout.padding_x = bin_padding;
  node.layout.padding_y = bin_padding / 2;
  node.layout.cross = Place::Center;
  if (place.open) node.actions.press = place.act(engage::PutDown{static_cast<std::uint8_t>(index)});
  Node label = parts::group(Direction::Column, 0);
  label.layout.width = size.label.width;
  label.layout.height = size.label.height;
  label.layout.main = Place::Center;
  label.layout.cross = Place::Center;
  show_on_tile(label, bin.text, bin.figure, size.label);
  Node tiles = parts::group(Direction::Wrap, gap_in_bin);
  tiles.layout.width = size.label.width;
  tiles.layout.main = Place::Center;
  const Cell room{size.label.width, size.box.height - size.label.height - gap_in_bin - bin_padding};
  const Cell cell = cell_in_bin(inside.size(), room, size.tile);
  for (const engage::Tile* tile : inside) tiles.children.push_back(tile_node(place, *tile, false, cell));
  node.children = {std::move(label), std::move(tiles)};
  return node;
}

// Every part of the answer, in what it may fill.
struct Measures {
  BinSize bin;
  std::size_t per_page = 1, pages = 1;  // of the tiles outside
  float tray_width = 0;
};

BinSize bin_size(const Workplace& place, const engage::SortTask& task, float columns) {
  const bool pictured = std::any_of(task.bins.begin(), task.bins.end(),
                                    [](const engage::SortBin& bin) { return bin.figure.has_value(); });
  const bool compact = place.frame().compact;
  BinSize size;
  size.box.width = (place.width - place.frame().gap * (columns - 1)) / columns;
  size.label = {size.box.width - 2 * bin_padding, compact    ? low_label_height
                                                  : pictured ? pictured_label_height
                                                             : label_height};
  size.tile = tile_cell(place, task, size.label.width);
  // Its label and one row of tiles.
  size.box.height = size.label.height + size.tile.height + gap_in_bin + bin_padding;
  return size;
}

Measures measures_of(const Workplace& place, const engage::SortTask& task, std::size_t outside) {
  const float gap = place.frame().gap;
  const auto bins = static_cast<float>(task.bins.size());
  Measures measures{bin_size(place, task, bins), 1, 1, place.width};
  float rows_of_bins = 1;
  // Two above two where four would be too narrow for words.
  if (measures.bin.box.width < narrowest_bin) {
    const BinSize wide = bin_size(place, task, 2);
    const float rows = std::ceil(bins / 2);
    if (rows * (wide.box.height + gap) + wide.tile.height <= place.height) {
      measures.bin = wide;
      rows_of_bins = rows;
    }
  }
  BinSize& bin = measures.bin;
  const float left = place.height - rows_of_bins * (bin.box.height + gap);
  const auto rows_max = static_cast<std::size_t>(std::max(1.F, (left + gap_in_bin) / (bin.tile.height + gap_in_bin)));
  measures.per_page = rows_max * per_row(measures.tray_width, bin.tile.width, gap_in_bin);
  if (outside > measures.per_page) {
    measures.tray_width -= place.frame().target + gap;
    measures.per_page = rows_max * per_row(measures.tray_width, bin.tile.width, gap_in_bin);
    measures.pages = (outside + measures.per_page - 1) / measures.per_page;
  }
  const std::size_t shown = std::min(outside, measures.per_page);
  const std::size_t columns = per_row(measures.tray_width, bin.tile.width, gap_in_bin);
  const float tray = shown == 0 ? 0 : rows_height(shown, columns, bin.tile.height, gap_in_bin) + gap;
  const float for_bins = (place.height - tray - gap * (rows_of_bins - 1)) / rows_of_bins;
  bin.box.height = std::max(bin.box.height, for_bins);
  return measures;
}

Node row_of_bins(const Workplace& place, const engage::SortTask& task, const BinSize& size) {
  Node row = row_of_cells(place, Word::Boxes, "bins", place.width, size.box);
  for (std::size_t bin = 0; bin < task.bins.size(); ++bin) row.children.push_back(bin_node(place, task, bin, size));
  return row;
}

// The tiles that lie in no bin, in pages where they are many.
Node tray_of(const Workplace& place, const std::vector<const engage::Tile*>& outside, const Measures& measures,
             const std::optional<std::uint8_t>& in_hand) {
  const std::size_t page = place.key_page % measures.pages;
  const std::size_t first = page * measures.per_page;
  const std::size_t end = std::min(outside.size(), first + measures.per_page);
  Node tray = row_of_cells(place, Word::Tiles, "tiles", measures.tray_width, measures.bin.tile);
  tray.layout.gap = gap_in_bin;
  for (std::size_t at = first; at < end; ++at)
    tray.children.push_back(tile_node(place, *outside[at], in_hand == outside[at]->source_index, measures.bin.tile));
  return with_page_turner(place, {page, measures.pages, measures.bin.tile.height}, std::move(tray));
}

}  // namespace

Way way(std::type_identity<engage::SortTask>) { return {Word::WaySort, "way-sort"}; }

float width_beside(const engage::SortTask&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::SortTask& task) {
  const engage::SortEntry& entry = place.shown(task);
  std::vector<const engage::Tile*> outside;
  for (const engage::Tile& tile : task.tiles)
    if (!entry.bin_of[tile.source_index] && !place.settled()) outside.push_back(&tile);
  const Measures measures = measures_of(place, task, place.settled() ? 1 : outside.size());
  Node node = parts::group(Direction::Column, place.frame().gap, {row_of_bins(place, task, measures.bin)});
  if (place.settled()) {
    Node mark = row_of_cells(place, Word::Tiles, "tiles", place.width, measures.bin.tile);
    mark.children = {finish_mark(place, measures.bin.tile.height)};
    node.children.push_back(std::move(mark));
  } else if (!outside.empty()) {
    node.children.push_back(tray_of(place, outside, measures, entry.in_hand));
  }
  return node;
}

}  // namespace hornbook::ui::views
