#include "ui/views/sound.hpp"

#include <algorithm>
#include <cmath>

#include "ui/semantics/utf8.hpp"
#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float caption_line = 36;
constexpr float caption_character = 12;

}  // namespace

const engage::Sound* sound_shown(const Workplace& place) {
  const engage::Hint* hint = last_hint(place.activity);
  if (hint != nullptr && hint->sound) return &*hint->sound;
  if (place.activity.question->sound) return &*place.activity.question->sound;
  return place.problem.item->sound ? &*place.problem.item->sound : nullptr;
}

Node sound_button(const Workplace& place, const engage::Sound& sound) {
  const bool is_heard = place.scene.state.hearing == sound.file;
  Node node = parts::picture_button(place.frame(), place.scene.say(is_heard ? Word::StopSound : Word::HearIt),
                                    is_heard ? "stop-sound" : "hear", place.scene.actions.on(HearSound{sound.file}));
  node.value = plain_text(sound.caption);
  node.state.selected = is_heard;
  if (is_heard) node.look.fill = Paint::HornSoft;
  return node;
}

float sound_row_height(const Workplace& place, const engage::Sound& sound, float width) {
  const float room = std::max(1.F, width - place.frame().target - place.frame().gap);
  const float length = static_cast<float>(characters_of(plain_text(sound.caption)).size()) * caption_character;
  return std::max(place.frame().target, caption_line * std::max(1.F, std::ceil(length / room)));
}

Node sound_row(const Workplace& place, const engage::Sound& sound, float width) {
  Node caption = parts::text(plain_text(sound.caption), TypeStyle::Body, Paint::QuietInk);
  caption.text = sound.caption;
  caption.language = place.language();
  caption.layout.grow = 1;
  Node row = parts::group(Direction::Row, place.frame().gap, {sound_button(place, sound), std::move(caption)});
  row.id = "sound";
  row.layout.cross = Place::Center;
  row.layout.min_height = sound_row_height(place, sound, width);
  return row;
}

}  // namespace hornbook::ui::views
