// "Saved" is said only after the journal's commit; what could not be saved is kept and tried again.
#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {

StationStep take(StationState state, const SaveAgain&, MonotonicMs) {
  if (state.save_trouble.empty() || state.unsaved.empty()) return {std::move(state), {}};
  state.save_trouble.clear();
  Append append{state.unsaved};
  return {std::move(state), {std::move(append)}};
}

StationStep take(StationState state, const Saved&, MonotonicMs) {
  state.unsaved.clear();
  state.save_trouble.clear();
  state.saved = true;
  if (!state.ending) return {std::move(state), {}};
  state.ending = false;
  state.session.reset();
  state.signed_in.reset();
  state.badge_holder.reset();
  state.talk = TalkStanding::None;
  state.settings = state.station_settings;
  return {std::move(state), {EndSession{}}};
}

StationStep take(StationState state, const SaveFailed& intent, MonotonicMs now) {
  if (state.unsaved.empty()) return {std::move(state), {}};
  state.save_trouble = intent.sentence;
  state.last_act = now;
  if (intent.next_sequence == 0) return {std::move(state), {}};
  std::uint64_t sequence = intent.next_sequence;
  for (measure::Event& event : state.unsaved) event.sequence = sequence++;
  if (state.session) state.session->next_sequence = sequence;
  return {std::move(state), {}};
}

}  // namespace hornbook::ui::transitions
