#include "ui/views/intent_of.hpp"

namespace hornbook::ui {
namespace {

engage::TypeText* answer_text(Intent& intent) {
  auto* to_session = std::get_if<ToSession>(&intent);
  auto* act = to_session == nullptr ? nullptr : std::get_if<session::Act>(&to_session->intent);
  auto* gesture = act == nullptr ? nullptr : std::get_if<engage::Gesture>(&act->intent);
  return gesture == nullptr ? nullptr : std::get_if<engage::TypeText>(gesture);
}

}  // namespace

Intent intent_of(const Actions<Intent>& actions, const Activation& activation) {
  Intent intent = actions.at(activation.action);
  if (auto* marker = std::get_if<PlaceMarker>(&intent)) marker->position = activation.position;
  if (activation.text.empty()) return intent;
  if (auto* passphrase = std::get_if<TypePassphrase>(&intent)) passphrase->text = activation.text;
  if (engage::TypeText* typed = answer_text(intent)) typed->text = activation.text;
  return intent;
}

}  // namespace hornbook::ui
