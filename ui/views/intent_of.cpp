#include "ui/views/intent_of.hpp"

#include <algorithm>
#include <cmath>

namespace hornbook::ui {
namespace {

template <class Kind>
Kind* gesture_in(Intent& intent) {
  auto* to_session = std::get_if<ToSession>(&intent);
  auto* act = to_session == nullptr ? nullptr : std::get_if<session::Act>(&to_session->intent);
  auto* gesture = act == nullptr ? nullptr : std::get_if<engage::Gesture>(&act->intent);
  return gesture == nullptr ? nullptr : std::get_if<Kind>(gesture);
}

std::uint16_t in_parts(float share) {
  return static_cast<std::uint16_t>(std::lround(std::clamp(share, 0.0f, 1.0f) * engage::point_parts));
}

}  // namespace

Intent intent_of(const Actions<Intent>& actions, const Activation& activation) {
  Intent intent = actions.at(activation.action);
  if (auto* marker = std::get_if<PlaceMarker>(&intent)) marker->position = activation.position;
  if (auto* text = std::get_if<MarkText>(&intent)) text->goes_on = activation.goes_on;
  if (auto* point = gesture_in<engage::PointAt>(intent))
    *point = {in_parts(activation.position), in_parts(activation.position_y), activation.goes_on};
  if (activation.text.empty()) return intent;
  if (auto* passphrase = std::get_if<TypePassphrase>(&intent)) passphrase->text = activation.text;
  if (auto* typed = gesture_in<engage::TypeText>(intent)) typed->text = activation.text;
  return intent;
}

}  // namespace hornbook::ui
