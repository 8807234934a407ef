// "I want to talk to my teacher": what the device knows of what became of it.
#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {

StationStep take(StationState state, const TalkKnown& intent, MonotonicMs) {
  if (state.session && !state.ending) state.talk = intent.standing;
  return {std::move(state), {}};
}

}  // namespace hornbook::ui::transitions
