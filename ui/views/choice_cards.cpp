#include "ui/views/choice_cards.hpp"

#include <algorithm>

#include "ui/semantics/utf8.hpp"
#include "ui/views/flowing_text.hpp"
#include "ui/views/kinds/pieces.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/sound.hpp"
#include "ui/views/standing.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float sign_size = 40;
constexpr float small_sign_size = 32;
constexpr float sound_room = 72;  // for the button that plays it, at either end
constexpr float padding = 16;
constexpr float figure_height_min = 40;
constexpr float room_around = 24;        // above and below what a choice says, and between its figure and its words
constexpr float low_words_height = 56;   // a fraction in body type
constexpr float high_words_height = 84;  // a fraction in the type of a question; a word as large as a number

std::size_t length_of(const std::string& text) { return characters_of(plain_text(text)).size(); }

bool is_in(const std::vector<std::uint8_t>& indexes, const engage::Choice& choice) {
  return std::find(indexes.begin(), indexes.end(), choice.source_index) != indexes.end();
}

// Where several may be taken, an answer that is not yet right does not say which of them are.
Standing standing_of(const Workplace& place, const ChoiceCards& cards, const engage::Choice& choice) {
  const bool chosen = is_in(cards.chosen, choice);
  if (is_in(cards.revealed, choice) || (chosen && place.right())) return Standing::Right;
  if (!chosen) return Standing::Open;
  const bool tried = std::holds_alternative<engage::TryAgain>(place.activity.phase) && cards.role == Role::Radio;
  return tried || place.reveal.has_value() ? Standing::NotYet : Standing::Chosen;
}

// A tick or a turning arrow at the beginning of the choice, above what it says, so that nothing moves.
Node sign_over(const Workplace& place, Standing standing, bool at_top) {
  const float size = place.frame().compact ? small_sign_size : sign_size;
  Node over = parts::group(Direction::Row, 0, {sign_of(place, standing, size), parts::spacer()});
  over.layout.cross = at_top ? Place::Start : Place::Center;
  return over;
}

// One size for all of them, so that none seems to weigh more.
TypeStyle type_for(const Workplace& place, const std::vector<engage::Choice>& choices, float width) {
  constexpr float question_character = 17;
  constexpr float big_character = 24;
  constexpr std::size_t big_characters_max = 12;
  std::size_t longest = 0;
  for (const engage::Choice& choice : choices) longest = std::max(longest, length_of(choice.text));
  const float room = width - 2 * (sign_size + padding);
  const auto fits = [&](float character) { return static_cast<float>(longest) * character <= room; };
  if (!fits(question_character) || place.frame().compact) return TypeStyle::Body;
  return longest <= big_characters_max && fits(big_character) ? TypeStyle::BigNumber : TypeStyle::Question;
}

// How large a choice is and how its words are set.
struct ChoiceSize {
  float width = 0, height = 0;
  TypeStyle type = TypeStyle::Body;
};

// What a choice says: its figure above its words, with room for a sign beside words that stand alone.
Node content_of(const engage::Choice& choice, const ChoiceSize& size) {
  Node content = parts::group(Direction::Column, 8);
  content.layout.main = Place::Center;
  content.layout.cross = Place::Center;
  if (!choice.figure) content.layout.padding_x = choice.sound ? sound_room : sign_size;
  if (choice.figure) {
    const float words_height = choice.text.empty()            ? 0
                               : size.type == TypeStyle::Body ? low_words_height
                                                              : high_words_height;
    const float room = size.height - room_around - words_height;
    content.children.push_back(figure(*choice.figure, size.width - 2 * padding, std::max(figure_height_min, room)));
  }
  if (!choice.text.empty()) {
    Node words = parts::text(choice.text, size.type);
    words.look.align = TextAlign::Center;
    content.children.push_back(std::move(words));
  }
  if (choice.sound && choice.sound->caption != choice.text) {
    Node caption = parts::text(choice.sound->caption, TypeStyle::Small, Paint::QuietInk);
    caption.look.align = TextAlign::Center;
    content.children.push_back(std::move(caption));
  }
  return content;
}

// A box to tick, at the beginning of the choice.
Node box(const Workplace& place, bool ticked, bool at_top) {
  const float size = place.frame().compact ? small_sign_size : sign_size;
  Node square = parts::group(Direction::Column, 0);
  square.look.fill = Paint::Leaf;
  square.look.outline = ticked ? Paint::Horn : Paint::QuietInk;
  square.look.radius = 8;
  square.layout.width = size;
  square.layout.height = size;
  square.layout.padding_x = 4;
  square.layout.padding_y = 4;
  if (ticked) {
    Node mark;
    mark.look.drawing = Tick{1};
    mark.look.ink = Paint::Horn;
    mark.look.mirrored_in_rtl = false;
    mark.layout.width = size - 8;
    mark.layout.height = size - 8;
    square.children.push_back(std::move(mark));
  }
  Node over = parts::group(Direction::Row, 0, {std::move(square), parts::spacer()});
  over.layout.cross = at_top ? Place::Start : Place::Center;
  return over;
}

// The button of a choice that can be heard, at its end; the rest of the choice takes it.
Node sound_over(const Workplace& place, const engage::Sound& sound) {
  Node button = sound_button(place, sound);
  Node over = parts::group(Direction::Row, 0, {parts::spacer(), std::move(button)});
  over.layout.cross = Place::Center;
  return over;
}

Node choice_node(const Workplace& place, const ChoiceCards& cards, const engage::Choice& choice,
                 const ChoiceSize& size) {
  const Standing standing = standing_of(place, cards, choice);
  const bool selected = is_in(cards.chosen, choice);
  Node node = parts::group(Direction::Stack, 0, {content_of(choice, size)});
  node.role = cards.role;
  node.id = "choice-" + std::to_string(choice.source_index);
  node.name = name_of(choice.text, choice.figure);
  node.state.selected = selected;
  if (place.open) node.actions.press = place.act(engage::Choose{choice.source_index});
  node.look.radius = 16;
  node.layout.width = size.width;
  node.layout.min_height = size.height;
  node.layout.padding_x = padding;
  node.layout.padding_y = place.frame().compact ? 4 : 8;
  node.layout.main = Place::Stretch;
  paint_standing(node, standing);
  if (choice.sound) node.children.push_back(sound_over(place, *choice.sound));
  if (standing == Standing::Right || standing == Standing::NotYet) {
    node.children.push_back(sign_over(place, standing, choice.figure.has_value()));
  } else if (cards.role == Role::Checkbox) {
    node.children.push_back(box(place, selected, choice.figure.has_value()));
  }
  return node;
}

// Whether no word is broken in a card of this width.
bool keeps_words_whole(const Workplace& place, const std::vector<engage::Choice>& choices, float width) {
  const auto is_whole = [&](const engage::Choice& choice) {
    const float beside = choice.figure ? 0 : choice.sound ? sound_room : sign_size;
    return width_of_longest_word(place, choice.text, TypeStyle::Body) <= width - 2 * (padding + beside);
  };
  return std::all_of(choices.begin(), choices.end(), is_whole);
}

// A column, unless two by two are all alike: three in a square look as if one were missing.
std::size_t usual_columns(const Workplace& place, const std::vector<engage::Choice>& choices) {
  const auto any = [&](auto has) { return std::any_of(choices.begin(), choices.end(), has); };
  const bool wordy = any([](const engage::Choice& choice) { return length_of(choice.text) > 24; });
  const bool in_pairs = !wordy && choices.size() > 2 && choices.size() % 2 == 0;
  if (any([](const engage::Choice& choice) { return choice.figure.has_value(); })) return 2;
  return in_pairs && keeps_words_whole(place, choices, (place.width - place.frame().gap) / 2) ? 2 : 1;
}

// The cards in rows, and how high they are.
struct Arrangement {
  std::size_t columns = 1;
  ChoiceSize size;
  std::vector<float> rows;
  float height = 0;
};

Arrangement arranged(const Workplace& place, const ChoiceCards& cards, std::size_t columns) {
  const std::vector<engage::Choice>& choices = cards.choices;
  const auto any = [&](auto has) { return std::any_of(choices.begin(), choices.end(), has); };
  const bool pictured = any([](const engage::Choice& choice) { return choice.figure.has_value(); });
  const bool heard = any([](const engage::Choice& choice) { return choice.sound.has_value(); });
  const float gap = place.frame().gap;
  Arrangement all;
  all.columns = columns;
  const std::size_t rows = (choices.size() + columns - 1) / columns;
  const float width = (place.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float share = (place.height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  const float least = heard ? place.frame().target + room_around : place.frame().target;
  const float height = std::max(least, std::min(share, pictured ? 264.F : 152.F));
  all.size = {width, height, type_for(place, choices, width)};
  for (std::size_t at = 0; at < choices.size(); ++at) {
    if (at % columns == 0) all.rows.push_back(0);
    const float card = height_of(place, choice_node(place, cards, choices[at], all.size), width);
    all.rows.back() = std::max(all.rows.back(), card);
  }
  for (const float row : all.rows) all.height += row + (all.height > 0 ? gap : 0);
  return all;
}

// The rows from `first` to before `end`.
Node list_of(const Workplace& place, const ChoiceCards& cards, const Arrangement& all, std::size_t first,
             std::size_t end) {
  Node list = parts::group(Direction::Wrap, place.frame().gap);
  list.role = Role::List;
  list.id = "choices";
  list.name = place.scene.say(cards.asks);
  list.layout.width = place.width;
  for (std::size_t at = first * all.columns; at < std::min(end * all.columns, cards.choices.size()); ++at)
    list.children.push_back(choice_node(place, cards, cards.choices[at], all.size));
  return list;
}

// As many rows on a page as fit, one at least.
std::vector<Node> pages_of(const Workplace& page, const ChoiceCards& cards, std::size_t columns) {
  const Arrangement all = arranged(page, cards, columns);
  std::vector<Node> pages;
  for (std::size_t first = 0, end = 0; first < all.rows.size(); first = end) {
    float used = all.rows[end++];
    while (end < all.rows.size() && used + page.frame().gap + all.rows[end] <= page.height)
      used += page.frame().gap + all.rows[end++];
    pages.push_back(list_of(page, cards, all, first, end));
  }
  return pages;
}

// In two columns only where that takes fewer pages.
Node in_pages(const Workplace& place, const ChoiceCards& cards) {
  Workplace page = place;
  page.width = width_beside_turner(place);
  std::vector<Node> pages = pages_of(page, cards, 1);
  if (keeps_words_whole(page, cards.choices, (page.width - page.frame().gap) / 2)) {
    std::vector<Node> in_pairs = pages_of(page, cards, 2);
    if (in_pairs.size() < pages.size()) pages = std::move(in_pairs);
  }
  // The answer that is shown at last is seen first.
  const auto shows_it = [&](const Node& list) {
    return std::any_of(list.children.begin(), list.children.end(),
                       [](const Node& card) { return card.look.fill == Paint::GreenSoft; });
  };
  const auto shown = std::find_if(pages.begin(), pages.end(), shows_it);
  if (shown != pages.end()) std::rotate(pages.begin(), shown, pages.end());
  return page_in_turn(place, std::move(pages));
}

}  // namespace

float choice_cards_width(float width) { return (width - beside_gap) * 0.52F; }

Node choice_cards(const Workplace& place, const ChoiceCards& cards) {
  const Arrangement usual = arranged(place, cards, usual_columns(place, cards.choices));
  if (!place.frame().compact || usual.height <= place.height) return list_of(place, cards, usual, 0, usual.rows.size());
  const Arrangement other = arranged(place, cards, usual.columns == 1 ? 2 : 1);
  if (other.height <= place.height && keeps_words_whole(place, cards.choices, other.size.width))
    return list_of(place, cards, other, 0, other.rows.size());
  return in_pages(place, cards);
}

}  // namespace hornbook::ui::views
