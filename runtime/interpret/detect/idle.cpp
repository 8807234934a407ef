#include "runtime/interpret/detect/idle.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret::detect {
namespace {

// Nothing shorter is a pause.
constexpr double pause_seconds_min = 40;
// Pauses last minutes.
constexpr LogTime pause{5.4, 0.8, 0.8};
constexpr double share_before = 0.015;
// Of those who pause often: a time that may be theirs is not taken into the learner's pace.
constexpr double share_of_idlers = 0.15;
constexpr double weight_of_share = 10;  // acts that the last number is worth
constexpr double weight_max = 200;

// What looked like a pause is not taken into the pace, so that its spread is a little too small.
constexpr double variance_factor = 1.25;

double share_of(const Idle& state) {
  return (state.share.value * state.share.weight + share_before * weight_of_share) /
         (state.share.weight + weight_of_share);
}

}  // namespace

void begin_sitting(Idle& state) { state = {0, 0, 0, state.share, {}}; }

void show_item(Idle& state) { state.item_paused = 0; }

void take_pause(Idle& state, double log_seconds, const LogTime& known, std::uint64_t from_sequence,
                std::uint64_t to_sequence) {
  const LogTime usual{known.mean, known.variance * variance_factor, known.variance_below};
  state.paused = 0;
  state.doubtful = 0;
  if (log_seconds >= portable_log(pause_seconds_min) && log_seconds > usual.mean) {
    const double evidence = log_density(pause, std::min(log_seconds, pause.mean)) - log_density(usual, log_seconds);
    state.paused = logistic(logit(share_of(state)) + evidence);
    state.doubtful = logistic(logit(share_of_idlers) + evidence);
  }
  state.share.weight = std::min(state.share.weight + 1, weight_max);
  state.share.value += (state.paused - state.share.value) / state.share.weight;
  state.item_paused = std::max(state.item_paused, state.paused);
  state.alarm = state.paused >= pause_seen_at ? Alarm{strength_of(state.paused), from_sequence, to_sequence} : Alarm{};
}

}  // namespace hornbook::interpret::detect
