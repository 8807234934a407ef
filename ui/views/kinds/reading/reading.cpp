#include "ui/views/kinds/reading/reading.hpp"

#include <algorithm>
#include <array>

namespace hornbook::ui::views {
namespace {

struct Face {
  engage::ReadingFelt felt;
  Word word;
  std::string_view picture;
};
constexpr std::array<Face, engage::reading_felt_count> faces{{
    {engage::ReadingFelt::Easy, Word::FeltEasy, "felt-easy"},
    {engage::ReadingFelt::JustRight, Word::FeltJustRight, "felt-just-right"},
    {engage::ReadingFelt::Hard, Word::FeltHard, "felt-hard"},
}};
constexpr float face_height_max = 232;
constexpr float words_height = 56;

Node face_card(const Workplace& place, const Face& face, float width, float height) {
  const bool chosen = place.activity.entry == engage::Entry(engage::ReadingEntry{face.felt});
  Node card = parts::group(Direction::Column, 8);
  card.role = Role::Radio;
  card.id = "felt-" + std::to_string(static_cast<int>(face.felt));
  card.name = place.scene.say(face.word);
  card.state.selected = chosen;
  if (place.open) card.actions.press = place.act(engage::Choose{static_cast<std::uint8_t>(face.felt)});
  card.look.radius = 16;
  card.look.fill = chosen ? Paint::HornSoft : Paint::Paper;
  card.look.outline = chosen ? Paint::Horn : Paint::QuietInk;
  card.layout.width = width;
  card.layout.min_height = height;
  card.layout.padding_x = 8;
  card.layout.padding_y = 8;
  card.layout.main = Place::Center;
  card.layout.cross = Place::Center;
  const float size = std::min(width - 16, height - words_height - 16);
  if (size >= 32) card.children.push_back(parts::picture(face.picture, size));
  Node words = parts::text(card.name, place.frame().compact ? TypeStyle::Small : TypeStyle::Body);
  words.look.align = TextAlign::Center;
  card.children.push_back(std::move(words));
  return card;
}

}  // namespace

Way way(std::type_identity<engage::Reading>) { return {Word::WayRead, "way-read"}; }

Word word_to_submit(const engage::Reading&) { return Word::Done; }

float width_beside(const engage::Reading&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::Reading&) {
  const float gap = place.frame().gap;
  const auto count = static_cast<float>(faces.size());
  const float width = (place.width - gap * (count - 1)) / count;
  const float height = std::clamp(place.height, place.frame().target, std::min(face_height_max, width + words_height));
  Node row = parts::group(Direction::Row, gap);
  row.role = Role::List;
  row.id = "felt";
  row.name = place.scene.say(Word::HowWasItToRead);
  row.layout.main = Place::Center;
  for (const Face& face : faces) row.children.push_back(face_card(place, face, width, height));
  return row;
}

}  // namespace hornbook::ui::views
