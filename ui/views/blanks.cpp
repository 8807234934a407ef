#include "ui/views/blanks.hpp"

#include <algorithm>

#include "runtime/engage/entry/typed_text.hpp"
#include "ui/semantics/overloaded.hpp"
#include "ui/semantics/utf8.hpp"
#include "ui/views/flowing_text.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/standing.hpp"
#include "ui/views/word_keys.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float padding = 12;
constexpr float blank_width_min = 96;
constexpr float open_sign_size = 28;
constexpr std::size_t lists_rows_max = 3;  // of choices or tiles before they take pages

std::size_t length_of(std::string_view markup) { return characters_of(plain_text(markup)).size(); }

std::size_t longest_number(const engage::NumberEntry& task) {
  std::size_t longest = engage::right_entry(task).text.size();
  for (const engage::ExpectedWrongNumber& wrong : task.wrong)
    longest = std::max(longest, engage::to_text(wrong.value).size());
  return longest + (task.unit.empty() ? 0 : length_of(task.unit) + 1);
}

// Of what is likely to stand in a blank at most, with more where it is typed, so that a blank does not tell its
// answer's length.
float width_in(const Workplace& place, const engage::Blanks& blanks, const engage::Blank& blank, TypeStyle type) {
  float widest = 0;
  const auto take = [&](const std::string& words) { widest = std::max(widest, width_of(place, words, type)); };
  std::visit(Overloaded{[&](const engage::ShortText& task) {
                          take(engage::escaped_for_markup(task.expected));
                          for (const std::string& other : task.accepted) take(engage::escaped_for_markup(other));
                          widest += 2 * character_width(type);
                        },
                        [&](const engage::NumberEntry& task) {
                          widest = static_cast<float>(longest_number(task) + 1) * character_width(type);
                        },
                        [&](const engage::MultipleChoice& task) {
                          for (const engage::Choice& each : task.choices)
                            take(engage::words_for(each.text, each.figure));
                        },
                        [&](const engage::TileBlank&) {
                          for (const engage::Tile& tile : blanks.tiles) take(engage::words_for(tile.text, tile.figure));
                        }},
             blank);
  return widest;
}

// What is typed or what lies there, as a text with markup.
std::string words_at(const BlanksShown& shown, std::size_t at) {
  const engage::Filling& filling = shown.entry.fillings[at];
  if (const auto* words = std::get_if<engage::ShortTextEntry>(&filling)) return engage::in_words({}, *words);
  if (!engage::is_filled(shown.blanks, shown.entry, at) && !std::holds_alternative<engage::NumberEntryText>(filling))
    return {};
  return engage::words_in(shown.blanks, shown.entry)[at];
}

Standing standing_of(const Workplace& place, const BlanksShown& shown, std::size_t at) {
  if (place.settled()) return Standing::Right;
  const bool counts = shown.blanks.counts(at) || engage::is_filled(shown.blanks, shown.entry, at);
  if (std::holds_alternative<engage::TryAgain>(place.activity.phase) && counts)
    return engage::is_right(shown.blanks, shown.entry, at) ? Standing::Right : Standing::NotYet;
  if (shown.entry.kept[at]) return Standing::Right;
  return place.open && shown.at == at ? Standing::Chosen : Standing::Open;
}

void make_typed(const Workplace& place, const BlanksShown& shown, std::size_t at, Node& node) {
  const auto field = static_cast<std::uint8_t>(at);
  node.role = Role::TextField;
  if (!place.open) return;
  node.actions.press = place.act(engage::AttendTo{field});
  node.actions.type = place.act(engage::TypeText{{}, field});
  node.actions.erase = place.act(engage::EraseLast{field});
  node.actions.takes_typing = shown.at == at;
}

// Tiles go down here, or are taken up; an empty hand on an empty blank asks for the tiles.
void make_place(const Workplace& place, const BlanksShown& shown, std::size_t at, Node& node) {
  const auto slot = static_cast<std::uint8_t>(at);
  if (!place.open) return;
  const bool filled = engage::is_filled(shown.blanks, shown.entry, at);
  node.actions.erase = place.act(engage::EraseLast{slot});
  if (!filled && !shown.entry.in_hand) {
    node.actions.press = place.act(engage::AttendTo{slot});
    return;
  }
  node.actions.press = place.act(engage::PutDown{slot});
  node.actions.draggable = filled && !shown.entry.in_hand;
}

Node words_in_blank(const Workplace& place, const std::string& words, TypeStyle type, bool opens) {
  Node line = parts::text(words, type);
  line.name = plain_text(words);
  line.text = words;
  line.look.align = TextAlign::Center;
  line.layout.grow = 1;
  Node row = parts::group(Direction::Row, 4, {std::move(line)});
  row.layout.cross = Place::Center;
  if (opens && place.open) row.children.push_back(parts::picture("sign-open", open_sign_size));
  return row;
}

// Cards that are all alike in lines, on pages when there are too many.
Node cards(const Workplace& place, Word name, std::vector<Node> nodes, float width, float height) {
  const float gap = place.frame().gap / 2;
  const auto fitting = [&](float space, float side) {
    return static_cast<std::size_t>(std::max(1.F, (space + gap) / (side + gap)));
  };
  const std::size_t columns = fitting(place.width, width);
  const std::size_t room = columns * fitting(place.height, height);
  Node list = parts::group(Direction::Wrap, gap);
  list.role = Role::List;
  list.id = "cards";
  list.name = place.scene.say(name);
  list.layout.width = place.width;
  list.layout.main = Place::Center;
  std::size_t first = 0;
  std::size_t count = nodes.size();
  if (count > room) {
    const std::size_t per_page = std::max<std::size_t>(1, room - 1);
    const std::size_t pages = (count + per_page - 1) / per_page;
    const std::size_t page = place.key_page % pages;
    first = page * per_page;
    count = std::min(per_page, count - first);
    const auto by = static_cast<std::int32_t>(page + 1 == pages ? 1 - static_cast<std::int32_t>(pages) : 1);
    Node more = parts::picture_button(place.frame(), place.scene.say(Word::MoreKeys), "next",
                                      place.scene.actions.on(TurnPage{by * static_cast<int>(place.key_page_step)}));
    more.id = page_turner_id;
    more.layout.width = width;
    more.layout.height = height;
    nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(first + count), std::move(more));
    ++count;
  }
  for (std::size_t at = first; at < first + count; ++at) list.children.push_back(std::move(nodes[at]));
  return list;
}

struct CardSize {
  float width = 0, height = 0;
};

CardSize card_size(const Workplace& place, const engage::Blanks& blanks, const engage::Blank& blank) {
  const float words = width_in(place, blanks, blank, TypeStyle::Body);
  return {std::clamp(words + 2 * padding, blank_width_min, place.width), place.frame().target};
}

Node card(const CardSize& size, Role role, std::string id, const std::string& markup) {
  Node node = parts::text(plain_text(markup));
  node.role = role;
  node.id = std::move(id);
  node.text = markup;
  node.look.align = TextAlign::Center;
  node.look.radius = 12;
  node.layout.width = size.width;
  node.layout.height = size.height;
  node.layout.padding_x = 4;
  paint_standing(node, Standing::Open);
  return node;
}

Node choices_to_fill_in(const Workplace& place, const BlanksShown& shown, const engage::MultipleChoice& task) {
  const auto& chosen = std::get<engage::ChoiceEntry>(shown.entry.fillings[shown.at]).source_index;
  const CardSize size = card_size(place, shown.blanks, shown.blanks.blanks[shown.at]);
  std::vector<Node> nodes;
  for (const engage::Choice& choice : task.choices) {
    Node node = card(size, Role::Radio, "choice-" + std::to_string(choice.source_index),
                     engage::words_for(choice.text, choice.figure));
    node.state.selected = chosen == choice.source_index;
    if (node.state.selected) paint_standing(node, Standing::Chosen);
    node.language = place.language();
    if (place.open)
      node.actions.press = place.act(engage::Choose{choice.source_index, static_cast<std::uint8_t>(shown.at)});
    nodes.push_back(std::move(node));
  }
  return cards(place, Word::ChooseOne, std::move(nodes), size.width, size.height);
}

Node tiles_to_fill_in(const Workplace& place, const BlanksShown& shown) {
  const CardSize size = card_size(place, shown.blanks, shown.blanks.blanks[shown.at]);
  const auto& fillings = shown.entry.fillings;
  std::vector<Node> nodes;
  for (const engage::Tile& tile : shown.blanks.tiles) {
    const engage::Filling lying = engage::TileFilling{tile.source_index};
    const bool in_hand = shown.entry.in_hand == tile.source_index;
    const bool placed = std::find(fillings.begin(), fillings.end(), lying) != fillings.end();
    if (placed && !shown.blanks.reuse) continue;
    Node node = card(size, Role::Button, "tile-" + std::to_string(tile.source_index),
                     engage::words_for(tile.text, tile.figure));
    node.state.selected = in_hand;
    node.look.shadow = true;
    paint_standing(node, in_hand ? Standing::Chosen : Standing::Open);
    node.look.fill = in_hand ? Paint::HornSoft : Paint::Leaf;
    node.language = place.language();
    if (in_hand) node.value = place.scene.say(Word::InYourHand);
    if (place.open) {
      node.actions.press = place.act(engage::PickUp{tile.source_index});
      node.actions.draggable = true;
    }
    nodes.push_back(std::move(node));
  }
  return cards(place, Word::Tiles, std::move(nodes), size.width, size.height);
}

bool may_be_negative(const engage::NumberEntry& task) {
  const auto below_zero = [](const engage::ExpectedWrongNumber& wrong) { return wrong.value.numerator() < 0; };
  return task.expected.numerator() < 0 || std::any_of(task.wrong.begin(), task.wrong.end(), below_zero);
}

KeyGrid number_keys(const Workplace& place, const engage::NumberEntry& task, std::uint8_t field) {
  KeyGrid grid;
  for (const char digit : std::string_view("1234567890"))
    grid.cells.push_back(typing_key(std::string(1, digit), field));
  const auto add = [&](const char* typed, Word name, const char* shown, std::string_view picture) {
    grid.cells.push_back(TypingKey{engage::TypeText{typed, field}, place.scene.say(name), shown, picture, {}});
  };
  if (task.form != engage::NumberForm::Integer) {
    add(".", Word::DecimalPoint, ".", {});
    add("/", Word::FractionBar, "", "fraction-bar");
    add(" ", Word::WholeAndPart, "", "mixed-key");
  }
  if (may_be_negative(task)) add("-", Word::Minus, "−", {});
  grid.cells.push_back(erase_key(place, field));
  grid.columns = std::min(grid.cells.size(), key_columns_that_fit(place));
  return grid;
}

std::size_t rows_of_cards(const Workplace& place, const engage::Blanks& blanks, const engage::Blank& blank,
                          std::size_t count) {
  const float gap = place.frame().gap / 2;
  const float width = card_size(place, blanks, blank).width;
  const auto columns = static_cast<std::size_t>(std::max(1.F, (place.width + gap) / (width + gap)));
  return std::clamp<std::size_t>((count + columns - 1) / columns, 1, lists_rows_max);
}

}  // namespace

float width_of_blank(const Workplace& place, const engage::Blanks& blanks, std::size_t at, TypeStyle type) {
  const engage::Blank& own = blanks.blanks[at];
  float words = 0;
  for (const engage::Blank& blank : blanks.blanks)
    if (blank.index() == own.index()) words = std::max(words, width_in(place, blanks, blank, type));
  const float sign = std::holds_alternative<engage::MultipleChoice>(own) ? open_sign_size + 4 : 0;
  return std::clamp(words + sign + 2 * padding, blank_width_min,
                    place.width - place.frame().target - place.frame().gap);
}

std::size_t blank_at_hand(const engage::Blanks& blanks, const engage::BlanksEntry& entry,
                          const std::vector<std::size_t>& on_page) {
  if (on_page.empty() || std::find(on_page.begin(), on_page.end(), entry.at) != on_page.end()) return entry.at;
  const auto empty = std::find_if(on_page.begin(), on_page.end(),
                                  [&](std::size_t at) { return !engage::is_filled(blanks, entry, at); });
  return empty == on_page.end() ? on_page.front() : *empty;
}

Node blank_node(const Workplace& place, const BlanksShown& shown, std::size_t at, BlankLook look) {
  const engage::Blank& blank = shown.blanks.blanks[at];
  const Standing standing = standing_of(place, shown, at);
  const std::string words = words_at(shown, at);
  Node node = parts::group(Direction::Stack, 0);
  node.id = "blank-" + std::to_string(at + 1);
  node.name = std::move(look.name);
  node.value = words.empty() ? place.scene.say(Word::Empty) : plain_text(words);
  node.language = place.language();
  node.role = Role::Button;
  node.look.type = look.type;
  node.look.align = TextAlign::Center;
  node.look.radius = 12;
  node.layout.width = look.width;
  node.layout.height = place.frame().target;
  node.layout.padding_x = 8;
  node.layout.main = Place::Stretch;
  paint_standing(node, standing);
  const float room = node.layout.width - 2 * node.layout.padding_x;
  const bool tight = width_of(place, words, look.type) > room + 1;
  const TypeStyle fitting = tight ? TypeStyle::Small : look.type;
  const bool is_typed = blank.index() < 2;
  if (is_typed) {
    make_typed(place, shown, at, node);
    node.value = plain_text(words);
  } else if (std::holds_alternative<engage::MultipleChoice>(blank)) {
    if (place.open) node.actions.press = place.act(engage::AttendTo{static_cast<std::uint8_t>(at)});
  } else {
    make_place(place, shown, at, node);
    if (place.open && shown.entry.in_hand) node.look.outline = Paint::Horn;
  }
  std::vector<Node> sign = corner_sign(place, standing);
  if (is_typed && sign.empty()) {
    // Its caret is drawn where there is nothing in it.
    node.text = words;
    node.look.type = fitting;
    return node;
  }
  node.children = {words_in_blank(place, words, fitting, std::holds_alternative<engage::MultipleChoice>(blank))};
  for (Node& each : sign) node.children.push_back(std::move(each));
  return node;
}

float filler_height(const Workplace& place, const engage::Blanks& blanks) {
  const float card_gap = place.frame().gap / 2;
  float height = 0;
  for (const engage::Blank& blank : blanks.blanks) {
    const auto rows_high = [&](std::size_t rows) {
      return static_cast<float>(rows) * (place.frame().target + card_gap) - card_gap;
    };
    const auto of_keys = [&](const KeyGrid& grid) {
      const std::size_t columns = std::max<std::size_t>(1, std::min(grid.columns, key_columns_that_fit(place)));
      return height_of_key_rows(place, (grid.cells.size() + columns - 1) / columns);
    };
    const float own =
        std::visit(Overloaded{[&](const engage::ShortText& task) { return of_keys(word_keys(place, keys_for(task))); },
                              [&](const engage::NumberEntry& task) { return of_keys(number_keys(place, task, 0)); },
                              [&](const engage::MultipleChoice& task) {
                                return rows_high(rows_of_cards(place, blanks, blank, task.choices.size()));
                              },
                              [&](const engage::TileBlank&) {
                                return rows_high(rows_of_cards(place, blanks, blank, blanks.tiles.size()));
                              }},
                   blank);
    height = std::max(height, own);
  }
  return height;
}

Node filler(const Workplace& place, const BlanksShown& shown) {
  if (place.settled()) return finish_pad(place, place.width, std::min(place.height, 112.F));
  const auto field = static_cast<std::uint8_t>(shown.at);
  return std::visit(
      Overloaded{[&](const engage::ShortText& task) {
                   WordKeys keys = keys_for(task);
                   keys.field = field;
                   keys.starts_again = false;
                   return key_grid(place, word_keys(place, keys));
                 },
                 [&](const engage::NumberEntry& task) { return key_grid(place, number_keys(place, task, field)); },
                 [&](const engage::MultipleChoice& task) { return choices_to_fill_in(place, shown, task); },
                 [&](const engage::TileBlank&) { return tiles_to_fill_in(place, shown); }},
      shown.blanks.blanks[shown.at]);
}

}  // namespace hornbook::ui::views
