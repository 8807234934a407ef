#include "ui/views/key_grid.hpp"

#include <algorithm>

#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float gap = 4;  // keys of a keyboard stand close together
constexpr float roomy_width = 72;
constexpr float any_width = 1000;
constexpr float key_height_max = 80;
constexpr float key_side_least = 60;
constexpr std::size_t narrow_columns = 10;  // of letters, with those that have marks below
constexpr std::size_t wide_columns = 12;    // with those at the ends of the rows

float least_side(const Workplace& place) { return std::min(place.frame().target, key_side_least); }

std::size_t fitting(float space, float side) {
  return static_cast<std::size_t>(std::max(1.F, (space + gap) / (side + gap)));
}

struct KeySize {
  float width = 0, height = 0;
};

Node blank(const KeySize& size) {
  Node node;
  node.layout.width = size.width;
  node.layout.height = size.height;
  return node;
}

Node sized(Node node, const KeySize& size) {
  node.look.fill = Paint::Paper;
  node.layout.padding_x = 0;
  node.layout.padding_y = 0;
  node.layout.width = size.width;
  node.layout.height = size.height;
  return node;
}

Node key_node(const Workplace& place, const TypingKey& key, const KeySize& size) {
  Node node = sized(parts::secondary(place.frame(), key.name, {}, place.act(key.does)), size);
  node.id = "key-" + key.name;
  if (!key.picture.empty()) {
    node.children = {parts::picture(key.picture, std::min(size.height, size.width) - 16)};
  } else {
    node.text = key.shown;
    node.language = key.language;
    const std::string& shown = key.shown.empty() ? key.name : key.shown;
    node.look.type = plain_text(shown).size() <= 4 ? TypeStyle::Title : TypeStyle::Small;
    const MeasureText& measure = place.scene.context.measure;
    const auto is_too_wide = [&] {
      return measure && measure({shown, TypeStyle::Title, place.language(), any_width}).width > size.width - 4;
    };
    if (node.look.type == TypeStyle::Title && is_too_wide()) node.look.type = TypeStyle::Strong;
  }
  return place.open ? node : parts::disabled(std::move(node));
}

// What does not fit on one page of keys: pages of what is there, each with a key that leads to the next.
struct KeyPage {
  std::vector<std::optional<TypingKey>> cells;
  std::int32_t to_next = 0;  // pages to turn; 0: there is one page
};

KeyPage page_of(const Workplace& place, const KeyGrid& grid, std::size_t columns, std::size_t rows_max) {
  if (grid.cells.size() <= columns * rows_max && columns == grid.columns) return {grid.cells, 0};
  std::vector<std::optional<TypingKey>> keys;
  std::copy_if(grid.cells.begin(), grid.cells.end(), std::back_inserter(keys),
               [](const auto& cell) { return cell.has_value(); });
  if (keys.size() <= columns * rows_max) return {keys, 0};
  const std::size_t per_page = std::max<std::size_t>(1, columns * rows_max - 1);
  const std::size_t pages = (keys.size() + per_page - 1) / per_page;
  const std::size_t shown = place.key_page % pages;
  const auto first = static_cast<std::ptrdiff_t>(shown * per_page);
  const auto last = static_cast<std::ptrdiff_t>(std::min(keys.size(), (shown + 1) * per_page));
  KeyPage page{{keys.begin() + first, keys.begin() + last}, 1};
  if (shown + 1 == pages) page.to_next = 1 - static_cast<std::int32_t>(pages);
  return page;
}

}  // namespace

TypingKey typing_key(std::string typed, std::uint8_t field) {
  return {engage::TypeText{typed, field}, typed, {}, {}, {}};
}

TypingKey erase_key(const Workplace& place, std::uint8_t field) {
  return {engage::EraseLast{field}, place.scene.say(Word::Erase), {}, "erase", {}};
}

TypingKey start_again_key(const Workplace& place) {
  return {engage::EraseAll{}, place.scene.say(Word::StartAgain), {}, "sign-start-again", {}};
}

std::size_t key_columns_that_fit(const Workplace& place) { return fitting(place.width, least_side(place)); }

std::size_t key_rows_that_fit(const Workplace& place) { return fitting(place.height, least_side(place)); }

bool has_wide_keyboard(const Workplace& place) { return key_columns_that_fit(place) >= wide_columns; }

KeyGrid keyboard_of(const std::vector<KeyRow>& rows, bool wide) {
  KeyGrid grid;
  grid.columns = narrow_columns;
  if (wide)
    for (const KeyRow& row : rows) grid.columns = std::clamp(row.size(), grid.columns, wide_columns);
  for (const KeyRow& row : rows) {
    while (grid.cells.size() % grid.columns != 0) grid.cells.push_back(std::nullopt);
    grid.cells.insert(grid.cells.end(), row.begin(), row.end());
  }
  return grid;
}

float height_of_key_rows(const Workplace& place, std::size_t rows) {
  return static_cast<float>(rows) * (least_side(place) + gap) - gap;
}

float width_of_key_columns(std::size_t columns) { return static_cast<float>(columns) * (roomy_width + gap) - gap; }

Node key_grid(const Workplace& place, const KeyGrid& grid) {
  if (place.settled()) return finish_pad(place, place.width, place.height);
  const std::size_t columns = std::min(grid.columns, key_columns_that_fit(place));
  const KeyPage page = page_of(place, grid, columns, key_rows_that_fit(place));
  const std::size_t count = page.cells.size() + (page.to_next == 0 ? 0 : 1);
  const auto rows = static_cast<float>((count + columns - 1) / columns);
  const auto across = static_cast<float>(columns);
  const KeySize size{(place.width - gap * (across - 1)) / across,
                     std::clamp((place.height - gap * (rows - 1)) / rows, least_side(place), key_height_max)};
  Node node = parts::group(Direction::Wrap, gap);
  node.id = "keys";
  node.look.mirrored_in_rtl = false;
  node.layout.width = place.width;
  for (const auto& cell : page.cells) node.children.push_back(cell ? key_node(place, *cell, size) : blank(size));
  if (page.to_next != 0) {
    const ActionId turn =
        place.scene.actions.on(TurnPage{page.to_next * static_cast<std::int32_t>(place.key_page_step)});
    Node more = parts::picture_button(place.frame(), place.scene.say(Word::MoreKeys), "next", turn);
    more.id = "key-more";
    node.children.push_back(sized(std::move(more), size));
  }
  return node;
}

}  // namespace hornbook::ui::views
