#include "ui/views/kinds/flash_card/flash_card.hpp"

#include <algorithm>

#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float card_width_max = 640;
constexpr float card_padding = 24;
constexpr float rating_height_max = 112;
constexpr float rating_picture_from = 96;  // of a rating's height: below it there are words alone
constexpr std::size_t large_characters_max = 24;

struct Rating {
  engage::Recall recall;
  Word word;
  std::string_view picture;
};
constexpr Rating ratings[] = {{engage::Recall::NotYet, Word::RecallNotYet, "recall-seed"},
                              {engage::Recall::Hard, Word::RecallHard, "recall-sprout"},
                              {engage::Recall::Good, Word::RecallGood, "recall-plant"},
                              {engage::Recall::Easy, Word::RecallEasy, "recall-flower"}};

Node words_of_side(const Workplace& place, const engage::CardSide& side) {
  const bool is_short = plain_text(side.text).size() <= large_characters_max;
  Node words =
      parts::text(plain_text(side.text), is_short && !place.frame().compact ? TypeStyle::BigNumber : TypeStyle::Body);
  words.text = side.text;
  words.language = place.language();
  words.look.align = TextAlign::Center;
  return words;
}

// The side that is up. A card is turned by touching it anywhere.
Node card(const Workplace& place, const engage::CardSide& side, bool back_up, float height) {
  const float width = std::min(place.width, card_width_max);
  Node node = parts::group(Direction::Column, 16);
  node.role = Role::Button;
  node.id = "card";
  node.name = name_of(side.text, side.figure);
  node.value = place.scene.say(back_up ? Word::CardBack : Word::CardFront);
  node.look.fill = back_up ? Paint::HornSoft : Paint::Paper;
  node.look.outline = back_up ? Paint::Horn : Paint::QuietInk;
  node.look.radius = 24;
  node.look.shadow = true;
  node.layout.width = width;
  node.layout.height = height;
  node.layout.padding_x = card_padding;
  node.layout.padding_y = std::min(16.F, height / 8);
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  if (side.figure) {
    const float words = side.text.empty() ? 0 : 72;
    node.children.push_back(
        figure(*side.figure, width - 2 * card_padding, std::max(40.F, height - 2 * node.layout.padding_y - words)));
  }
  if (!side.text.empty()) node.children.push_back(words_of_side(place, side));
  if (place.open) node.actions.press = place.act(engage::Choose{engage::turn_card});
  return node;
}

Node turning(const Workplace& place) {
  Node node = parts::secondary(place.frame(), place.scene.say(Word::TurnTheCard), "turn",
                               place.act(engage::Choose{engage::turn_card}));
  node.look.fill = Paint::HornSoft;
  node.look.outline = Paint::Horn;
  Node row = parts::group(Direction::Row, 0, {std::move(node)});
  row.layout.main = Place::Center;
  row.layout.cross = Place::Center;
  return row;
}

Node rating_node(const Workplace& place, const Rating& rating, bool selected, float width, float height) {
  Node node = parts::group(Direction::Column, 4);
  node.role = Role::Radio;
  node.name = place.scene.say(rating.word);
  node.id = "recall-" + std::to_string(static_cast<int>(rating.recall));
  node.state.selected = selected;
  node.look.radius = 16;
  node.look.fill = selected ? Paint::HornSoft : Paint::Paper;
  node.look.outline = selected ? Paint::Horn : Paint::QuietInk;
  node.layout.width = width;
  node.layout.height = height;
  node.layout.padding_x = 4;
  node.layout.padding_y = 4;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  if (place.open) node.actions.press = place.act(engage::Choose{static_cast<std::uint8_t>(rating.recall)});
  if (height >= rating_picture_from) node.children.push_back(parts::picture(rating.picture, height - 60));
  Node words = parts::text(node.name, place.frame().compact ? TypeStyle::Small : TypeStyle::Body);
  words.look.align = TextAlign::Center;
  node.children.push_back(std::move(words));
  return node;
}

// Four in a row, or two by two where the words would not fit.
Node rating_list(const Workplace& place, const engage::FlashCardEntry& entry, std::size_t columns, float height) {
  const float gap = place.frame().gap;
  const float all = std::min(place.width, 4 * 240.F);
  const float width = (all - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  Node list = parts::group(Direction::Wrap, gap);
  list.role = Role::List;
  list.id = "ratings";
  list.name = place.scene.say(Word::HowDidItGo);
  list.layout.width = all;
  for (const Rating& rating : ratings)
    list.children.push_back(rating_node(place, rating, entry.recall == rating.recall, width, height));
  return list;
}

}  // namespace

Way way(std::type_identity<engage::FlashCard>) { return {Word::WayCard, "way-card"}; }

float width_beside(const engage::FlashCard&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::FlashCard& task) {
  const parts::Frame& frame = place.frame();
  const engage::FlashCardEntry& entry = place.entry(task);
  const std::size_t columns = place.width >= 560 ? 4 : 2;
  const auto rows = static_cast<float>(4 / columns);
  // Kept free while the front is up, so that the card does not move when it is turned; a small screen has no room for
  // that.
  const float share = (place.height * (frame.height < 700 ? 0.3F : 0.4F) - frame.gap * (rows - 1)) / rows;
  const float rating_height = std::clamp(share, frame.target, rating_height_max);
  const bool turns_alone = frame.compact && !entry.back_up;
  const float below = turns_alone ? frame.target : rating_height * rows + frame.gap * (rows - 1);
  const float card_height = std::max(frame.target, place.height - below - frame.gap);
  Node under = entry.back_up ? rating_list(place, entry, columns, rating_height) : turning(place);
  under.layout.height = below;
  Node column =
      parts::group(Direction::Column, frame.gap,
                   {card(place, entry.back_up ? task.back : task.front, entry.back_up, card_height), std::move(under)});
  column.layout.cross = Place::Center;
  return column;
}

Word word_to_submit(const engage::FlashCard&) { return Word::Done; }

}  // namespace hornbook::ui::views
