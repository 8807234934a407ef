// A sound of the item at hand: heard when it is asked for, in place of whatever is heard.
#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {

StationStep take(StationState state, const HearSound& intent, MonotonicMs) {
  std::vector<Effect> effects;
  if (state.reading) effects.emplace_back(StopSpeaking{});
  state.reading.reset();
  if (state.hearing == intent.file) {
    effects.emplace_back(StopSound{});
    state.hearing.reset();
  } else {
    effects.emplace_back(PlaySound{intent.file});
    state.hearing = intent.file;
  }
  return {std::move(state), std::move(effects)};
}

StationStep take(StationState state, const SoundOver&, MonotonicMs now) {
  if (state.hearing) state.last_act = now;  // whoever listened is there
  state.hearing.reset();
  return {std::move(state), {}};
}

}  // namespace hornbook::ui::transitions
