#include "ui/views/tiles.hpp"

#include <algorithm>

#include "ui/semantics/utf8.hpp"
#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float low_cell_height = 112;
constexpr float flat_cell_height = 48;    // there is room for words alone
constexpr float question_character = 17;  // as wide as it is on average
constexpr float big_character = 22;
constexpr float low_words_height = 56;  // a fraction in body type

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

}  // namespace

std::size_t breadth_of(const std::string& text) {
  const std::size_t characters = characters_of(plain_text(text)).size();
  return text.find("\\frac") == std::string::npos ? characters : (characters + 1) / 2;
}

std::size_t longest_words(const std::vector<engage::Tile>& tiles) {
  std::size_t longest = 0;
  for (const engage::Tile& tile : tiles) longest = std::max(longest, breadth_of(tile.text));
  return longest;
}

Node tile_node(const Workplace& place, const engage::Tile& tile, bool in_hand, Cell cell) {
  Node node = cell_node(cell);
  node.id = "tile-" + std::to_string(tile.source_index);
  node.name = name_of(tile.text, tile.figure);
  node.state.selected = in_hand;
  node.look.fill = in_hand ? Paint::HornSoft : Paint::Leaf;
  node.look.outline = in_hand ? Paint::Horn : Paint::QuietInk;
  node.look.shadow = true;
  if (in_hand) node.value = place.scene.say(Word::InYourHand);
  if (place.open) {
    node.actions.press = place.act(engage::PickUp{tile.source_index});
    node.actions.draggable = true;
  }
  show_on_tile(node, tile.text, tile.figure, cell);
  return node;
}

void show_on_tile(Node& node, const std::string& text, const std::optional<engage::Figure>& figure, Cell cell) {
  const bool low = cell.height < low_cell_height;
  const bool flat = cell.height < flat_cell_height;
  const float words_height = text.empty() ? 0 : flat ? cell.height : low ? low_words_height : 84;
  if (figure && !(flat && !text.empty())) {
    node.children.push_back(views::figure(*figure, cell.width - 16, std::max(16.F, cell.height - words_height - 16)));
  }
  if (text.empty()) return;
  const std::size_t longest = std::max(cell.longest, breadth_of(text));
  const auto fits = [&](float character) { return static_cast<float>(longest) * character <= cell.width - 16; };
  const bool large = !low && !figure && longest <= 8 && fits(big_character);
  const bool is_wide = !fits(question_character);
  const TypeStyle beside_figure = (low && figure) || is_wide || flat ? TypeStyle::Body : TypeStyle::Question;
  Node words = parts::text(text, large ? TypeStyle::BigNumber : beside_figure);
  words.look.align = TextAlign::Center;
  node.children.push_back(std::move(words));
}

Node row_of_cells(const Workplace& place, Word name, std::string id, float width, Cell cell) {
  Node row = parts::group(Direction::Wrap, place.frame().gap);
  row.role = Role::List;
  row.id = std::move(id);
  row.name = place.scene.say(name);
  row.layout.width = width;
  row.layout.min_height = cell.height;
  row.layout.main = Place::Center;
  return row;
}

Node place_node(const Workplace& place, const TilesInPlaces& shown, std::size_t index, std::string name) {
  const engage::Tile* tile = engage::thing_at(shown.tiles, shown.entry.slots[index]);
  const bool hand_is_full = shown.entry.in_hand.has_value();
  const std::string number = std::to_string(index + 1);
  Node node = cell_node(shown.cell);
  node.id = "place-" + number;
  node.name = std::move(name);
  node.value = tile == nullptr ? place.scene.say(Word::Empty) : name_of(tile->text, tile->figure);
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
    show_on_tile(node, tile->text, tile->figure, shown.cell);
  } else {
    node.children.push_back(parts::text(number, TypeStyle::Body, Paint::QuietInk));
  }
  return node;
}

Node tray(const Workplace& place, const TilesInPlaces& shown, float width) {
  Node row = row_of_cells(place, Word::Tiles, "tiles", width, shown.cell);
  const auto& slots = shown.entry.slots;
  for (const engage::Tile& tile : shown.tiles) {
    const bool placed = std::find(slots.begin(), slots.end(), tile.source_index) != slots.end();
    if (!placed) row.children.push_back(tile_node(place, tile, shown.entry.in_hand == tile.source_index, shown.cell));
  }
  if (place.settled()) row.children = {finish_mark(place, shown.cell.height)};
  return row;
}

}  // namespace hornbook::ui::views
