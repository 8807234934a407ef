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
  state.look_page = 0;
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

StationStep take(StationState state, const SetVoice& intent, MonotonicMs now) {
  if (!is_one_of(voice_uses, intent.voice)) return {std::move(state), {}};
  state.settings.voice = intent.voice;
  StationStep step = settled(std::move(state));
  if (intent.voice != VoiceUse::Off) return step;
  StationStep silent = take(std::move(step.state), StopReading{}, now);
  step.effects.insert(step.effects.end(), silent.effects.begin(), silent.effects.end());
  return {std::move(silent.state), std::move(step.effects)};
}

StationStep take(StationState state, const SetVoicePace& intent, MonotonicMs) {
  if (!is_one_of(voice_paces, intent.pace)) return {std::move(state), {}};
  state.settings.voice_pace = intent.pace;
  return settled(std::move(state));
}

}  // namespace hornbook::ui::transitions
