// Intents that many screens share: back, pages, and the language of the station.
#include <algorithm>

#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {
namespace {

// How many pages there are depends on the size of the screen: views offer only the pages that exist.
std::uint32_t turned(std::uint32_t page, int by) {
  return static_cast<std::uint32_t>(std::max<std::int64_t>(0, std::int64_t{page} + by));
}

}  // namespace

StationStep take(StationState state, const Back&, MonotonicMs now) {
  if (state.choosing_look) {
    state.choosing_look = false;
  } else if (std::holds_alternative<Who>(state.screen)) {
    state.screen = Attract{};
  } else if (std::holds_alternative<Locked>(state.screen) && state.nameless_may_work) {
    state.screen = shut_screen(state);
  } else if (std::holds_alternative<PicturePassword>(state.screen) ||
             std::holds_alternative<BadgeEntry>(state.screen) ||
             (std::holds_alternative<Goodbye>(state.screen) && !state.ending)) {
    state.screen = choosing_screen(state);
  } else if (std::holds_alternative<ProgressPath>(state.screen) || std::holds_alternative<GoalChoice>(state.screen)) {
    state.screen = Home{};
  } else if (std::holds_alternative<CheckIntroduction>(state.screen)) {
    if (!state.session || !state.session->check)
      state.screen = Home{};
    else
      state.screen = Activity{};
  } else if (std::holds_alternative<Activity>(state.screen) && state.session && state.session->check) {
    state.screen = CheckIntroduction{};
  } else if (std::holds_alternative<Activity>(state.screen)) {
    return take(std::move(state), ToSession{session::GoHome{}}, now);
  } else if (std::holds_alternative<OutOfOrder>(state.screen)) {
    return take(std::move(state), Wake{}, now);
  }
  return {std::move(state), {}};
}

StationStep take(StationState state, const TurnLines& intent, MonotonicMs) {
  if (auto* activity = std::get_if<Activity>(&state.screen))
    activity->pages_above = turned(activity->pages_above, intent.pages_up);
  return {std::move(state), {}};
}

StationStep take(StationState state, const TurnPage& intent, MonotonicMs) {
  if (state.choosing_look) {
    state.look_page = turned(state.look_page, intent.by);
  } else if (auto* who = std::get_if<Who>(&state.screen)) {
    who->page = turned(who->page, intent.by);
  } else if (auto* progress = std::get_if<ProgressPath>(&state.screen)) {
    progress->page = turned(progress->page, intent.by);
  } else if (auto* activity = std::get_if<Activity>(&state.screen)) {
    activity->page = turned(activity->page, intent.by);
  }
  return {std::move(state), {}};
}

StationStep take(StationState state, const SetLanguage& intent, MonotonicMs) {
  state.language = intent.language;
  return {std::move(state), {}};
}

StationStep take(StationState state, const StillHere&, MonotonicMs) { return {std::move(state), {}}; }

}  // namespace hornbook::ui::transitions
