// A check of where to start: what it is, before it begins or goes on.
#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {

StationStep take(StationState state, const ShowCheck&, MonotonicMs) {
  const bool is_offered =
      state.session && std::holds_alternative<Home>(state.screen) && session::check_offered(*state.session).has_value();
  if (is_offered) state.screen = CheckIntroduction{};
  return {std::move(state), {}};
}

StationStep take(StationState state, const GoOnWithCheck&, MonotonicMs now) {
  if (!state.session || !std::holds_alternative<CheckIntroduction>(state.screen)) return {std::move(state), {}};
  if (state.session->check) {
    state.screen = Activity{};
    return {std::move(state), {}};
  }
  const auto offer = session::check_offered(*state.session);
  if (!offer) return {std::move(state), {}};
  return take(std::move(state), ToSession{session::StartCheck{offer->pack_index}}, now);
}

}  // namespace hornbook::ui::transitions
