// Beginning without a name, after a power cut: what is done is kept, and a teacher says later whose it was.
#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {

StationStep take(StationState state, const AskTeacher&, MonotonicMs) {
  if (std::holds_alternative<PowerWentOff>(state.screen)) state.screen = Locked{};
  return {std::move(state), {}};
}

StationStep take(StationState state, const BeginWithoutName&, MonotonicMs) {
  if (!state.nameless_may_work || !std::holds_alternative<PowerWentOff>(state.screen)) return {std::move(state), {}};
  state.badge_holder = LearnerCard{nameless_index, "", "paddle", state.language, false};
  state.screen = SigningIn{nameless_index};
  return {std::move(state), {BeginSession{nameless_index}}};
}

StationStep take(StationState state, const NamelessMayWork& intent, MonotonicMs) {
  state.nameless_may_work = intent.may;
  const auto* locked = std::get_if<Locked>(&state.screen);
  const bool is_untouched = locked != nullptr && locked->passphrase.empty() && !locked->opening && !locked->wrong;
  if (is_untouched || std::holds_alternative<PowerWentOff>(state.screen)) state.screen = shut_screen(state);
  return {std::move(state), {}};
}

}  // namespace hornbook::ui::transitions
