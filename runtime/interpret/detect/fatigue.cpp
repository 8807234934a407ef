#include "runtime/interpret/detect/fatigue.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret::detect {
namespace {

constexpr std::uint32_t start_items = 5;      // that show how the learner begins, at least, and
constexpr double start_minutes = 5;           // at least, but
constexpr std::uint32_t start_items_max = 8;  // at most
// After them, if the learner tires: so much harder and slower with each item, up to a bound.
constexpr double harder_a_minute = 0.15;  // logits
constexpr double harder_an_item = 0.06;   // whichever is more
constexpr double harder_max = 1.5;
constexpr double slower_a_logit = 0.15;   // of ln time
constexpr double information_before = 8;  // what the start is drawn to the learner's usual start by
constexpr double bias_weight_max = 100;
constexpr double habit_kept = 0.97;
constexpr double habit_min = -1;
constexpr double habit_max = 4;
constexpr double total_max = 3;  // of one session, either way
constexpr double habit_before = -2.5;
// Answers of one skill rise and fall together, so that each says less than if it were alone.
constexpr double tempered = 0.8;
// What was answered a score of items ago says little of now.
constexpr double total_kept = 0.95;
constexpr double fires_at = 0.4;  // ln odds
constexpr double clears_below = -1;
// While this share of the latest answers is right nobody needs a break: the low end of the band of difficulty.
constexpr double success_enough = 0.7;
constexpr double success_step = 0.15;

bool is_start(const Fatigue& state, std::int64_t now_ms) {
  if (state.items > state.start_items + 1) return false;
  return state.items <= start_items ||
         (state.items <= start_items_max && static_cast<double>(now_ms - state.began_ms) < start_minutes * 60'000);
}

}  // namespace

void begin_sitting(Fatigue& state) {
  const Fatigue before = state;
  state = {};
  state.habit = before.habit;
  state.bias = before.bias;
}

void end_sitting(Fatigue& state) {
  if (state.items > state.start_items)
    state.habit =
        std::clamp(state.habit * habit_kept + std::clamp(state.total, -total_max, total_max), habit_min, habit_max);
}

void take_try(Fatigue& state, const Try& made, double honest, std::int64_t now_ms) {
  ++state.items;
  const double expected = std::clamp(made.answer.expected, 0.1, 0.92);
  const double right = made.answer.correct && made.answer.hints == 0 ? 1 : 0;
  const double slow =
      made.log_seconds && !made.follows_hint ? std::clamp(*made.log_seconds - made.honest.mean, -1.0, 1.0) : 0;
  const double information = honest * expected * (1 - expected);
  if (state.items == 1) state.began_ms = now_ms;
  if (is_start(state, now_ms)) {
    state.start_ended_ms = now_ms;
    state.surprise += honest * (right - expected);
    state.information += information;
    state.slowness += slow;
    ++state.start_items;
    state.bias.weight = std::min(state.bias.weight + information, bias_weight_max);
    if (state.bias.weight > 0)
      state.bias.value += (honest * (right - expected) - state.bias.value * information) / (state.bias.weight + 1);
    return;
  }
  const double start =
      (state.surprise + state.bias.value * information_before) / (state.information + information_before);
  const double fresh = std::clamp(logistic(logit(expected) + start), 0.08, 0.93);
  const double minutes = static_cast<double>(now_ms - state.start_ended_ms) / 60'000;
  const double harder =
      std::min(std::max(harder_a_minute * minutes, harder_an_item * (state.items - state.start_items)), harder_max);
  const double tired = logistic(logit(fresh) - harder);
  const double outcome = right > 0 ? portable_log(tired / fresh) : portable_log((1 - tired) / (1 - fresh));
  const double slower = slower_a_logit * harder;
  const double pace = slower * (slow - state.slowness / (state.start_items + 3.0) - slower / 2) / made.honest.variance;
  state.pace_total += honest * tempered * pace;
  state.success += honest * success_step * (right - state.success);
  state.total = std::max(state.total * total_kept + honest * tempered * (outcome + pace), -total_max);
  if (state.since_sequence == 0) state.since_sequence = made.item_sequence;
  const double seen = habit_before + state.habit + state.total;
  const bool is_worse = state.total > 0.5 && state.pace_total > 0 && state.success < success_enough;
  if (is_worse && (seen >= fires_at || (state.alarm.is_on() && seen >= clears_below)))
    state.alarm = {strength_of(logistic(seen)), state.since_sequence, made.sequence};
  else
    state.alarm = {};
}

}  // namespace hornbook::interpret::detect
