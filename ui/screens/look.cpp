// How the screen looks: chosen on a leaf of its own, in force at once, kept for whoever is signed in.
#include <algorithm>

#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {
namespace {

// A learner's settings go into their capsule; nobody's are the station's until it is switched off.
StationStep settled(StationState state) {
  if (state.session && !state.ending) {
    KeepSettings keep{state.settings};
    return {std::move(state), {std::move(keep)}};
  }
  state.station_settings = state.settings;
  return {std::move(state), {}};
}

template <class List, class Value>
bool is_one_of(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

StationStep take(StationState state, const ShowLook&, MonotonicMs) {
  state.choosing_look = true;
  return {std::move(state), {}};
}

StationStep take(StationState state, const SetTheme& intent, MonotonicMs) {
  if (!is_one_of(themes, intent.theme)) return {std::move(state), {}};
  state.settings.theme = intent.theme;
  return settled(std::move(state));
}

StationStep take(StationState state, const SetScale& intent, MonotonicMs) {
  if (!is_one_of(scales, intent.scale)) return {std::move(state), {}};
  state.settings.scale = intent.scale;
  return settled(std::move(state));
}

StationStep take(StationState state, const SetMotion& intent, MonotonicMs) {
  state.settings.motion = intent.motion;
  return settled(std::move(state));
}

}  // namespace hornbook::ui::transitions
