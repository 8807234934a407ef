#include "runtime/interpret/detect/persistence.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret::detect {
namespace {

// A further try usually takes two thirds of the time of the one before; whoever persists takes as long, or longer.
constexpr double usual_effort = -0.45;
constexpr double persistent_effort = 0.2;
constexpr double variance_among_learners = 0.06;
// Further tries are measured by the first one and by the learner's own pace, half each: the first says how long the
// question is, and is a single time.
constexpr double share_of_first = 0.5;
constexpr double weight_max = 60;
constexpr double off_max = 1.6;
// Chance that a failure, or doubt, leads to a hint.
constexpr double usual_hint = 0.25;
constexpr double persistent_hint = 0.08;
constexpr double hints_kept = 0.98;
constexpr double hints_max = 2.5;
constexpr double share_of_persisters = 0.08;
constexpr double fires_at = 0.6;
constexpr double clears_below = 0.4;
constexpr std::uint32_t tries_min = 2;

void take_hint_evidence(Persistence& state, bool hint) {
  const double evidence =
      hint ? portable_log(persistent_hint / usual_hint) : portable_log((1 - persistent_hint) / (1 - usual_hint));
  state.hints = std::clamp(state.hints * hints_kept + evidence, -hints_max, hints_max);
}

double probability(const Persistence& state) {
  if (state.effort.weight <= 0) return share_of_persisters;
  const double variance = variance_among_learners + state.spread / state.effort.weight;
  const double usual = state.effort.value - usual_effort;
  const double persistent = std::min(state.effort.value - persistent_effort, 0.0);
  const double effort = (usual * usual - persistent * persistent) / (2 * variance);
  return logistic(logit(share_of_persisters) + (usual > 0 ? effort : -usual * usual) + state.hints);
}

}  // namespace

void begin_sitting(Persistence& state) {
  const Mean effort = state.effort;
  const double hints = state.hints;
  const double spread = state.spread;
  state = {};
  state.effort = effort;
  state.spread = spread;
  state.hints = hints;
}

void open_hint(Persistence& state) { take_hint_evidence(state, true); }

void take_try(Persistence& state, const Try& made, double honest) {
  const bool is_timed = made.log_seconds && !made.follows_hint && honest >= 0.5;
  if (made.answer.attempt > 1 && is_timed && state.has_last) {
    const double usual = share_of_first * state.last_log_seconds + (1 - share_of_first) * made.honest.mean;
    const double effort = std::clamp(*made.log_seconds - usual, usual_effort - off_max, persistent_effort + off_max);
    state.spread = (1 + share_of_first * share_of_first) * (made.honest.variance + made.honest.variance_below) / 2;
    state.effort.weight = std::min(state.effort.weight + 1, weight_max);
    state.effort.value += (effort - state.effort.value) / state.effort.weight;
    if (state.tries++ == 0) state.first_sequence = made.item_sequence;
  }
  if (made.answer.attempt == 1) {
    state.has_last = is_timed;
    if (is_timed) state.last_log_seconds = *made.log_seconds;
  }
  if (!made.answer.correct && honest >= 0.5) take_hint_evidence(state, false);
  const double seen = probability(state);
  if (state.tries >= tries_min && (seen >= fires_at || (state.alarm.is_on() && seen >= clears_below)))
    state.alarm = {strength_of(seen), state.first_sequence, made.sequence};
  else
    state.alarm = {};
}

}  // namespace hornbook::interpret::detect
