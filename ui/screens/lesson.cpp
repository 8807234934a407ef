// A signed-in learner: home, activity, progress, and leaving.
#include <algorithm>

#include "ui/screens/transitions.hpp"

namespace hornbook::ui::transitions {
namespace {

bool turns_to_other_words(const session::SessionIntent& intent) {
  const auto* act = std::get_if<session::Act>(&intent);
  return act != nullptr &&
         (std::holds_alternative<engage::AskHint>(act->intent) || std::holds_alternative<engage::TurnTo>(act->intent));
}

// Whoever runs through the hints gets the next one when there was time to read this one.
bool hint_waits(const session::SessionState& session, const session::SessionIntent& intent, MonotonicMs now) {
  const auto* act = std::get_if<session::Act>(&intent);
  if (act == nullptr || !std::holds_alternative<engage::AskHint>(act->intent)) return false;
  const interpret::detect::Detectors& detectors = session.learner.detectors;
  if (!interpret::detect::alarm_of(detectors, interpret::detect::Detector::HintGaming).is_on()) return false;
  return now - session.context->epoch_started_monotonic < detectors.work.last_act_ms + adapt::hint_dwell_ms;
}

// A text that was not at hand before is read first.
bool opens_text(const session::SessionState& session, const std::optional<session::ReadingNow>& before) {
  const auto* working = std::get_if<session::Working>(&session.place);
  if (working == nullptr || !working->problem.item->passage || !session.reading) return false;
  return !before || before->pack_index != session.reading->pack_index ||
         before->passage_index != session.reading->passage_index;
}

bool keeps_item(const session::SessionIntent& intent) {
  return std::holds_alternative<session::Act>(intent) || std::holds_alternative<session::LeavePage>(intent) ||
         std::holds_alternative<session::ReadLevel>(intent) || std::holds_alternative<session::ControlMedia>(intent) ||
         std::holds_alternative<session::SayHowItFitted>(intent);
}

// What stood there before an intent.
struct Before {
  std::optional<session::ReadingNow> reading;
  std::uint32_t decision = 0;  // in a check an answer leads to the next question
};

// The screen follows the session's place; a new question and a hint are read on the first page.
void follow_place(StationState& state, const session::SessionIntent& intent, const Before& before) {
  if (std::holds_alternative<session::Working>(state.session->place)) {
    auto* activity = std::get_if<Activity>(&state.screen);
    const bool is_same_item = keeps_item(intent) && state.session->worked_decision == before.decision;
    if (activity == nullptr || !is_same_item) {
      Activity opened;
      opened.at_text = opens_text(*state.session, before.reading);
      opened.at_media = std::get<session::Working>(state.session->place).problem.item->media.has_value();
      if (opened.at_text) state.marks.clear();
      state.screen = opened;
    } else if (turns_to_other_words(intent)) {
      activity->page = 0;
    } else if (std::holds_alternative<session::ReadLevel>(intent)) {
      activity->column = 0;
      activity->meaning.reset();
    }
    std::get<Activity>(state.screen).pages_above = 0;  // where one writes
    std::get<Activity>(state.screen).says_how_it_fitted = false;
  } else if (std::holds_alternative<session::ReadingExample>(state.session->place)) {
    state.screen = Activity{};
  } else {
    state.screen = Home{};
  }
}

// Runs the session's reducer; what it records is unsaved until the journal says otherwise.
std::vector<Effect> run_session(StationState& state, const session::SessionIntent& intent, MonotonicMs now) {
  session::SessionStep step = session::update(std::move(*state.session), intent, now);
  state.session = std::move(step.state);
  std::vector<Effect> effects;
  // What was heard belongs to the item that is left.
  if (state.hearing && !keeps_item(intent)) {
    state.hearing.reset();
    effects.emplace_back(StopSound{});
  }
  if (step.effects.empty()) return effects;
  Append append;
  for (session::SessionEffect& effect : step.effects) append.events.push_back(std::move(effect.event));
  state.unsaved.insert(state.unsaved.end(), append.events.begin(), append.events.end());
  state.saved = false;
  effects.emplace_back(std::move(append));
  return effects;
}

}  // namespace

StationStep take(StationState state, const ToSession& intent, MonotonicMs now) {
  if (!state.session || state.ending) return {std::move(state), {}};
  if (const auto* end = std::get_if<session::Leave>(&intent.intent)) return leave(std::move(state), end->reason, now);
  if (hint_waits(*state.session, intent.intent, now)) return {std::move(state), {}};
  const Before before{state.session->reading, state.session->worked_decision};
  std::vector<Effect> effects = run_session(state, intent.intent, now);
  follow_place(state, intent.intent, before);
  return follow_media({std::move(state), std::move(effects)}, intent.intent, now);
}

StationStep take(StationState state, const TurnText& intent, MonotonicMs now) {
  auto* activity = std::get_if<Activity>(&state.screen);
  if (activity == nullptr) return {std::move(state), {}};
  activity->column = intent.column;
  activity->meaning.reset();
  if (intent.to_question) *activity = Activity{};  // with the text from its beginning, where there is room beside
  return take(std::move(state), ToSession{session::LeavePage{intent.paragraph}}, now);
}

StationStep take(StationState state, const ShowText&, MonotonicMs) {
  if (auto* activity = std::get_if<Activity>(&state.screen)) activity->at_text = true;
  return {std::move(state), {}};
}

StationStep take(StationState state, const ShowMeaning& intent, MonotonicMs) {
  if (auto* activity = std::get_if<Activity>(&state.screen)) activity->meaning = intent.word;
  return {std::move(state), {}};
}

StationStep take(StationState state, const TakeMarker&, MonotonicMs) {
  auto* activity = std::get_if<Activity>(&state.screen);
  if (activity == nullptr) return {std::move(state), {}};
  activity->is_marking = !activity->is_marking;
  activity->meaning.reset();
  return {std::move(state), {}};
}

StationStep take(StationState state, const MarkText& intent, MonotonicMs) {
  auto* activity = std::get_if<Activity>(&state.screen);
  if (activity == nullptr || !state.session) return {std::move(state), {}};
  const bool was_there = std::erase(state.marks, intent.mark) > 0;
  if (!intent.goes_on) activity->is_erasing = was_there;
  if (!activity->is_erasing) state.marks.push_back(intent.mark);
  return {std::move(state), {}};
}

StationStep take(StationState state, const PlaceMarker& intent, MonotonicMs now) {
  const float along = std::clamp(intent.position, 0.F, 1.F) * static_cast<float>(intent.steps);
  const engage::MoveTo move{intent.handle, static_cast<std::uint32_t>(along + 0.5F)};
  return take(std::move(state), ToSession{session::Act{move}}, now);
}

StationStep take(StationState state, const ShowProgress&, MonotonicMs) {
  if (state.session && std::holds_alternative<Home>(state.screen)) state.screen = ProgressPath{};
  return {std::move(state), {}};
}

StationStep take(StationState state, const ShowGoal&, MonotonicMs) {
  if (state.session && std::holds_alternative<Home>(state.screen)) state.screen = GoalChoice{};
  return {std::move(state), {}};
}

StationStep take(StationState state, const AskHowItFitted&, MonotonicMs) {
  auto* activity = std::get_if<Activity>(&state.screen);
  if (activity != nullptr && state.session && session::can_say_how_it_fitted(*state.session))
    activity->says_how_it_fitted = !activity->says_how_it_fitted;
  return {std::move(state), {}};
}

StationStep take(StationState state, const SignOut&, MonotonicMs now) {
  return leave(std::move(state), measure::SessionEndReason::Left, now);
}

StationStep leave(StationState state, measure::SessionEndReason reason, MonotonicMs now) {
  if (!state.session || state.ending) return {std::move(state), {}};
  Goodbye goodbye;
  goodbye.tally = state.session->tally;
  goodbye.language = language_of(state);
  goodbye.since = now;
  if (const LearnerCard* card = state.signed_in ? card_of(state, *state.signed_in) : nullptr) {
    goodbye.name = card->name;
    goodbye.avatar = card->avatar;
  }
  if (session::has_goal(*state.session)) goodbye.goal = state.session->learner.agency.goal;
  std::vector<Effect> effects = run_session(state, session::Leave{reason}, now);
  goodbye.message = state.session->message;
  if (reason == measure::SessionEndReason::Idle) {
    state.screen = resting_screen(state);
  } else {
    state.screen = std::move(goodbye);
  }
  state.last_act = now;
  state.choosing_look = false;
  state.marks.clear();
  state.ending = true;
  // The keys go only after the last event is safe; with nothing to save they go now.
  if (!state.unsaved.empty()) return {std::move(state), std::move(effects)};
  StationStep saved = take(std::move(state), Saved{}, now);
  saved.effects.insert(saved.effects.begin(), effects.begin(), effects.end());
  return saved;
}

}  // namespace hornbook::ui::transitions
