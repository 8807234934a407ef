// What happens when nobody does anything, and when the screen must be drawn again because of it.
#include <algorithm>

#include "ui/screens/media.hpp"
#include "ui/screens/transitions.hpp"

namespace hornbook::ui {
namespace {

constexpr MonotonicMs animation_frame_ms = 16;
constexpr MonotonicMs second_ms = 1'000;

bool in_lesson(const StationState& state) {
  return state.session && !state.ending && state.save_trouble.empty() &&
         (std::holds_alternative<Home>(state.screen) || std::holds_alternative<Activity>(state.screen) ||
          std::holds_alternative<ProgressPath>(state.screen) || std::holds_alternative<GoalChoice>(state.screen) ||
          std::holds_alternative<CheckIntroduction>(state.screen));
}

bool chooses_who(const StationState& state) {
  const bool may_turn_back = std::holds_alternative<Locked>(state.screen) && state.nameless_may_work;
  return may_turn_back || std::holds_alternative<Who>(state.screen) ||
         std::holds_alternative<PicturePassword>(state.screen) || std::holds_alternative<BadgeEntry>(state.screen);
}

// A page of a text is read without a touch, and so are the words of what is watched, and an example.
bool is_reading(const StationState& state) {
  if (state.session && std::holds_alternative<session::ReadingExample>(state.session->place)) return true;
  const auto* activity = std::get_if<Activity>(&state.screen);
  return activity != nullptr && (activity->at_text || activity->at_media);
}

MonotonicMs asks_after(const StationState& state) {
  return is_reading(state) ? reading_asks_after_ms : idle_asks_after_ms;
}
MonotonicMs ends_after(const StationState& state) {
  return asks_after(state) + idle_ends_after_ms - idle_asks_after_ms;
}

// When a rest that is taken is over by itself.
std::optional<MonotonicMs> rested_at(const StationState& state) {
  const auto* resting = state.session ? std::get_if<session::Resting>(&state.session->place) : nullptr;
  if (resting == nullptr || !resting->since) return std::nullopt;
  return *resting->since + adapt::rest_ms;
}

// Its circle moves; where nothing moves, its words change with each breath.
std::optional<MonotonicMs> next_breath(const StationState& state, MonotonicMs now) {
  const std::optional<MonotonicMs> end = rested_at(state);
  if (!end) return std::nullopt;
  const MonotonicMs since = now - (*end - adapt::rest_ms);
  const MonotonicMs until = state.settings.motion ? breath_frame_ms : breath_ms - since % breath_ms;
  return std::min(now + until, std::max(*end, now));
}

// When the screen leaves by itself if nobody acts.
std::optional<MonotonicMs> rests_at(const StationState& state) {
  if (in_lesson(state)) return state.last_act + ends_after(state);
  if (chooses_who(state) || state.choosing_look) return state.last_act + who_rests_after_ms;
  const auto* goodbye = std::get_if<Goodbye>(&state.screen);
  if (goodbye != nullptr && !state.ending) return goodbye->since + goodbye_rests_after_ms;
  return std::nullopt;
}

// The next step of something that moves, or nothing.
std::optional<MonotonicMs> next_frame(const StationState& state, MonotonicMs now) {
  if (const auto next = next_picture(state, now)) return next;
  if (const auto next = next_breath(state, now)) return next;
  if (const auto* pictures = std::get_if<PicturePassword>(&state.screen); pictures && now < pictures->wait_until) {
    return std::min(now + second_ms, pictures->wait_until);
  }
  if (!state.settings.motion || !state.session) return std::nullopt;
  const auto* working = std::get_if<session::Working>(&state.session->place);
  if (working == nullptr || !engage::is_finished(engage::at_hand(working->problem))) return std::nullopt;
  const MonotonicMs drawn_at = engage::at_hand(working->problem).shown_at + tick_draws_for_ms;
  if (now >= drawn_at) return std::nullopt;
  return std::min(now + animation_frame_ms, drawn_at);
}

}  // namespace

bool asks_whether_there(const StationState& state, MonotonicMs now) {
  return in_lesson(state) && !rested_at(state) && now >= state.last_act + asks_after(state);
}

std::optional<MonotonicMs> next_change(const StationState& state, MonotonicMs now) {
  std::optional<MonotonicMs> next = next_frame(state, now);
  const auto sooner = [&](MonotonicMs when) { next = next ? std::min(*next, when) : when; };
  if (in_lesson(state) && !asks_whether_there(state, now)) sooner(state.last_act + asks_after(state));
  if (const auto rest = rests_at(state)) sooner(*rest);
  return next;
}

namespace transitions {

StationStep take(StationState state, const TimePassed&, MonotonicMs now) {
  if (next_picture(state, now)) {
    state.last_act = now;  // whoever watches is there
    return take(std::move(state), ToSession{session::ControlMedia{engage::MediaControl::Follow}}, now);
  }
  if (const auto rested = rested_at(state)) {
    if (now < *rested) return {std::move(state), {}};
    state.last_act = now;
    return take(std::move(state), ToSession{session::GoHome{}}, now);
  }
  const auto rest = rests_at(state);
  if (!rest || now < *rest) return {std::move(state), {}};
  if (in_lesson(state)) return leave(std::move(state), measure::SessionEndReason::Idle, now);
  state.choosing_look = false;
  if (chooses_who(state) || std::holds_alternative<Goodbye>(state.screen)) state.screen = resting_screen(state);
  return {std::move(state), {}};
}

}  // namespace transitions
}  // namespace hornbook::ui
