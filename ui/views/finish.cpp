// What stands on the leaf once an activity is done.
#include <algorithm>

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float finish_mark_max = 240;
constexpr float tick_begins_at = 0.3F;  // the first frame already shows that it is right

}  // namespace

Node tick_drawn(float size, float drawn) {
  Node node;
  node.look.drawing = Tick{drawn};
  node.look.ink = Paint::Green;
  node.look.mirrored_in_rtl = false;
  node.layout.width = size;
  node.layout.height = size;
  return node;
}

Node tick(const Workplace& place, float size) {
  const MonotonicMs since = place.scene.context.now - place.activity.shown_at;
  const float drawn = static_cast<float>(since) / static_cast<float>(tick_draws_for_ms);
  return tick_drawn(
      size, place.scene.state.settings.motion && !place.is_shown_done() ? std::clamp(drawn, tick_begins_at, 1.F) : 1.F);
}

Node not_yet_sign(float size) {
  Node node = parts::picture("sign-not-yet", size);
  node.look.ink = Paint::Clay;
  return node;
}

Node finish_mark(const Workplace& place, float size) {
  Node disc = parts::group(Direction::Column, 0);
  disc.id = "finish";
  disc.look.fill = place.right() ? Paint::GreenSoft : Paint::HornSoft;
  disc.look.radius = size / 2;
  disc.layout.width = size;
  disc.layout.height = size;
  disc.layout.main = Place::Center;
  disc.layout.cross = Place::Center;
  disc.children.push_back(place.right() ? tick(place, size * 0.6F) : parts::picture("lamp", size * 0.6F));
  return disc;
}

Node finish_pad(const Workplace& place, float width, float height) {
  Node around = parts::group(Direction::Column, 0, {finish_mark(place, std::min({width, height, finish_mark_max}))});
  around.layout.width = width;
  around.layout.cross = Place::Center;
  return around;
}

}  // namespace hornbook::ui::views
