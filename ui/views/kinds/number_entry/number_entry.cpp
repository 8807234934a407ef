#include "ui/views/kinds/number_entry/number_entry.hpp"

#include <algorithm>
#include <array>

namespace hornbook::ui::views {
namespace {

// What is typed, cut where it is drawn: "1 3/4" is a whole part, a numerator and a denominator.
struct TypedParts {
  std::string whole;
  std::string numerator;
  std::string denominator;
  bool has_fraction = false;
};

TypedParts parts_of(std::string_view typed) {
  TypedParts cut;
  const std::size_t slash = typed.find('/');
  const std::size_t space = typed.find(' ');
  cut.has_fraction = slash != std::string_view::npos || space != std::string_view::npos;
  if (!cut.has_fraction) {
    cut.whole = typed;
    return cut;
  }
  std::string_view rest = typed;
  if (space != std::string_view::npos) {
    cut.whole = typed.substr(0, space);
    rest = typed.substr(space + 1);
  }
  const std::size_t bar = rest.find('/');
  cut.numerator = rest.substr(0, bar);
  if (bar != std::string_view::npos) cut.denominator = rest.substr(bar + 1);
  return cut;
}

constexpr float pad_width_max = 440;
constexpr float bar_height = 4;
constexpr float bar_gap = 4;

float slot_height(const parts::Frame& frame) { return frame.compact ? 44 : frame.height < 700 ? 66 : 72; }

// A place for digits; the one that takes the next digit is lit.
Node slot(const Workplace& place, std::string digits, bool next) {
  Node node = parts::text(std::move(digits), TypeStyle::BigNumber);
  node.look.align = TextAlign::Center;
  node.look.radius = 12;
  if (place.settled()) {
    node.look.ink = Paint::Green;
  } else {
    node.look.fill = next ? Paint::HornSoft : Paint::None;
    node.look.outline = next ? Paint::Horn : node.name.empty() ? Paint::QuietInk : Paint::None;
  }
  node.layout.min_width = place.frame().compact ? 48 : 72;
  node.layout.height = slot_height(place.frame());
  node.layout.padding_x = 8;
  return node;
}

Node fraction(const Workplace& place, const TypedParts& cut, bool at_denominator) {
  Node bar;
  bar.look.fill = place.settled() ? Paint::Green : Paint::Ink;
  bar.look.radius = 2;
  bar.layout.height = bar_height;
  Node column = parts::group(Direction::Column, bar_gap);
  column.children.push_back(slot(place, cut.numerator, place.open && !at_denominator));
  column.children.push_back(std::move(bar));
  column.children.push_back(slot(place, cut.denominator, place.open && at_denominator));
  return column;
}

// Whole part and fraction, which stand so in every language.
Node digits(const Workplace& place, std::string_view typed) {
  const TypedParts cut = parts_of(typed);
  Node row = parts::group(Direction::Row, 12);
  row.look.mirrored_in_rtl = false;
  row.layout.cross = Place::Center;
  if (!cut.has_fraction || !cut.whole.empty()) {
    row.children.push_back(slot(place, cut.whole, place.open && !cut.has_fraction));
  }
  if (cut.has_fraction) {
    row.children.push_back(fraction(place, cut, typed.find('/') != std::string_view::npos));
  }
  return row;
}

// With the unit, in the order of the language; once they are known to be right, on a green ground.
Node number_with_unit(const Workplace& place, std::string_view typed, const std::string& unit) {
  Node row = parts::group(Direction::Row, 12, {digits(place, typed)});
  row.language = place.language();
  row.layout.cross = Place::Center;
  if (!unit.empty())
    row.children.push_back(parts::text(unit, place.frame().compact ? TypeStyle::Body : TypeStyle::Question));
  if (place.settled()) {
    row.look.fill = Paint::GreenSoft;
    row.look.outline = Paint::Green;
    row.look.bold_outline = true;
    row.look.radius = 16;
    row.layout.padding_x = 16;
  }
  return row;
}

struct PadKey {
  std::string_view typed;    // empty: erases
  Word word;                 // its name, unless it is a digit
  std::string_view picture;  // what it shows, unless it is a digit
};

Node key_node(const Workplace& place, const PadKey& key, float width, float height) {
  const bool digit = key.picture.empty() && key.word == Word::Answer;
  std::string name = digit ? std::string(key.typed) : place.scene.say(key.word);
  engage::Gesture intent = engage::TypeText{std::string(key.typed)};
  if (key.typed.empty()) intent = engage::EraseLast{};
  Node node = parts::secondary(place.frame(), std::move(name), {}, place.act(std::move(intent)));
  node.look.fill = Paint::Paper;
  node.look.type = TypeStyle::Title;
  node.layout.padding_x = 0;
  node.layout.padding_y = 0;
  node.layout.width = width;
  node.layout.height = height;
  if (!key.picture.empty()) node.children = {parts::picture(key.picture, std::min({height - 8, width - 8, 56.F}))};
  if (key.word == Word::DecimalPoint) node.text = ".";
  return place.open ? node : parts::disabled(std::move(node));
}

constexpr PadKey digit(std::string_view typed) { return {typed, Word::Answer, {}}; }
constexpr PadKey erases{"", Word::Erase, "erase"};
constexpr PadKey fraction_bar{"/", Word::FractionBar, "fraction-bar"};
constexpr PadKey whole_and_part{" ", Word::WholeAndPart, "mixed-key"};
constexpr PadKey point{".", Word::DecimalPoint, {}};
constexpr PadKey starts_again{"", Word::StartAgain, {}};
constexpr std::size_t key_count = 15;
constexpr std::array<PadKey, key_count> keys_in_four_rows{{
    digit("7"),
    digit("8"),
    digit("9"),
    erases,
    digit("4"),
    digit("5"),
    digit("6"),
    fraction_bar,
    digit("1"),
    digit("2"),
    digit("3"),
    whole_and_part,
    digit("0"),
    point,
    starts_again,
}};
// On a small screen, where starting again is a picture.
constexpr std::array<PadKey, key_count> keys_in_three_rows{{
    digit("7"),
    digit("8"),
    digit("9"),
    point,
    erases,
    digit("4"),
    digit("5"),
    digit("6"),
    fraction_bar,
    {"", Word::StartAgain, "sign-start-again"},
    digit("1"),
    digit("2"),
    digit("3"),
    whole_and_part,
    digit("0"),
}};

float field_height(const parts::Frame& frame) { return 2 * slot_height(frame) + bar_height + 2 * bar_gap; }

}  // namespace

Way way(std::type_identity<engage::NumberEntry>) { return {Word::WayNumber, "way-number"}; }

float width_beside(const engage::NumberEntry&, float width) { return std::min(pad_width_max, width * 0.45F); }

Node field(const Workplace& place, const engage::NumberEntry& task) {
  const std::string& typed = place.shown(task).text;
  Node node = parts::group(Direction::Row, 0, {number_with_unit(place, typed, task.unit)});
  node.role = Role::TextField;
  node.id = "answer";
  node.name = place.scene.say(Word::YourAnswer);
  node.value = typed;
  node.look.mirrored_in_rtl = false;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  node.layout.height = field_height(place.frame());
  if (place.open) {
    node.actions.type = place.act(engage::TypeText{});
    node.actions.erase = place.act(engage::EraseLast{});
    node.actions.takes_typing = true;
  }
  return node;
}

Node keys(const Workplace& place, const engage::NumberEntry&) {
  const float width = place.width;
  const float height = place.height;
  if (place.settled()) return finish_pad(place, width, height);
  const float gap = place.frame().compact ? 6 : 12;
  const bool low = place.frame().compact;
  const std::size_t columns = low ? 5 : 4;
  const std::size_t rows = low ? 3 : 4;
  const float key_width = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float share = (height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  const float key_height = std::clamp(share, place.frame().target, 88.F);
  Node grid = parts::group(Direction::Wrap, gap);
  grid.id = "pad";
  grid.look.mirrored_in_rtl = false;
  grid.layout.width = width;
  for (const PadKey& key : low ? keys_in_three_rows : keys_in_four_rows) {
    const bool in_words = key.word == Word::StartAgain && !low;
    Node node = key_node(place, key, in_words ? 2 * key_width + gap : key_width, key_height);
    if (in_words) node.look.type = TypeStyle::Body;
    if (key.word == Word::StartAgain && place.open) node.actions.press = place.act(engage::EraseAll{});
    grid.children.push_back(std::move(node));
  }
  return grid;
}

Node answer(const Workplace& place, const engage::NumberEntry& task) {
  const parts::Frame& frame = place.frame();
  const bool beside = frame.compact && !frame.portrait;
  Node node = parts::group(beside ? Direction::Row : Direction::Column, frame.gap);
  node.layout.cross = Place::Center;
  Node typed = field(place, task);
  Workplace for_keys = place;
  for_keys.width = beside ? std::min(place.width - 160, 360.F) : std::min(place.width, pad_width_max);
  for_keys.height = place.height - (beside ? 0 : typed.layout.height + frame.gap);
  if (beside) typed.layout.grow = 1;
  node.children.push_back(std::move(typed));
  node.children.push_back(keys(for_keys, task));
  return node;
}

}  // namespace hornbook::ui::views
