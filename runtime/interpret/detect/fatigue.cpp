#include "runtime/interpret/detect/fatigue.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret::detect {
namespace {

constexpr std::uint32_t start_items = 5;      // that show how the learner begins, at least, and
constexpr double start_minutes = 5;           // at least, but
constexpr std::uint32_t start_items_max = 8;  // at most
// After them, if the learner tires: so much harder with each minute or item, whichever is more, up to a bound, and so
// much slower (of ln time) with each logit.
struct Way {
  double harder_a_minute;
  double harder_an_item;
  double harder_max;
  double slower_a_logit;
};
constexpr std::array<Way, ways_to_tire> ways{{{0.1, 0.04, 1, 0.12}, {0.2, 0.08, 2, 0.25}}};
constexpr double information_before = 8;  // what the start is drawn to the learner's usual start by
constexpr double bias_weight_max = 100;
// Share of answers right at the start, before any, and how many answers it is worth; later how many at most.
constexpr double level_before = 0.75;
constexpr double level_weight_before = 4;
constexpr double level_weight_max = 60;
constexpr double level_weight = 8;  // beside the start of this session
constexpr double pace_weight = 8;
constexpr double slow_max = 1;
constexpr double habit_kept = 0.97;
constexpr double habit_min = -1;
constexpr double habit_max = 4;
constexpr double total_max = 3;  // of one session, either way
// One session in twenty, until the learner's own say otherwise.
constexpr double habit_before = -3;
// Answers of one skill rise and fall together, so that each says less than if it were alone.
constexpr double tempered = 0.8;
// What was answered a score of items ago says little of now.
constexpr double total_kept = 0.95;
constexpr double fires_at = 0.4;  // ln odds
constexpr double clears_below = -1;
// Clearly faster is not tired, whatever else it is.
constexpr double faster_below = -0.7;
// While this share of the latest answers is right nobody needs a break.
constexpr double success_enough = 0.8;
constexpr double success_step = 0.15;

bool is_start(const Fatigue& state, std::int64_t now_ms) {
  if (state.items > state.start.items + 1) return false;
  return state.items <= start_items ||
         (state.items <= start_items_max && static_cast<double>(now_ms - state.began_ms) < start_minutes * 60'000);
}

// ln of the mean of their exponentials.
double mixed(const std::array<double, ways_to_tire>& totals) {
  double sum = 0;
  for (const double total : totals) sum += portable_exp(total) / ways_to_tire;
  return portable_log(sum);
}

double level_of(const Fatigue& state) {
  return (state.level.value * state.level.weight + level_before * level_weight_before) /
         (state.level.weight + level_weight_before);
}

struct Answer {
  double right = 0;
  double expected = 0.5;
  std::optional<double> slow{};  // ln time above the learner's pace before the session
  double honest = 1;
};

void take_start(Fatigue& state, const Answer& answer, std::int64_t now_ms) {
  const double information = answer.honest * answer.expected * (1 - answer.expected);
  const double surprise = answer.honest * (answer.right - answer.expected);
  SittingStart& start = state.start;
  ++start.items;
  start.ended_ms = now_ms;
  start.surprise += surprise;
  start.information += information;
  start.right += answer.right;
  if (answer.slow) start.slowness += *answer.slow;
  start.timed += answer.slow ? 1u : 0u;
  state.bias.weight = std::min(state.bias.weight + information, bias_weight_max);
  if (state.bias.weight > 0) state.bias.value += (surprise - state.bias.value * information) / (state.bias.weight + 1);
  state.level.weight = std::min(state.level.weight + 1, level_weight_max);
  state.level.value += (answer.right - state.level.value) / state.level.weight;
}

// P(right) of this item if the learner were as at the start.
double fresh_success(const Fatigue& state, double expected) {
  const SittingStart& start = state.start;
  const double above =
      (start.surprise + state.bias.value * information_before) / (start.information + information_before);
  const double usual = (start.right + level_of(state) * level_weight) / (start.items + level_weight);
  return std::clamp(std::min(logistic(logit(expected) + above), usual), 0.08, 0.93);
}

void weigh(Fatigue& state, const Answer& answer, double variance, std::int64_t now_ms) {
  const SittingStart& start = state.start;
  const double fresh = fresh_success(state, answer.expected);
  const double usual_slow = start.timed > 0 ? start.slowness / (start.timed + start.pace_known) : 0;
  const double slow = answer.slow ? std::clamp(*answer.slow - usual_slow, -slow_max, slow_max) : 0;
  const double minutes = static_cast<double>(now_ms - start.ended_ms) / 60'000;
  for (std::size_t at = 0; at < ways_to_tire; ++at) {
    const Way& way = ways[at];
    const double harder = std::min(
        std::max(way.harder_a_minute * minutes, way.harder_an_item * (state.items - start.items)), way.harder_max);
    const double tired = logistic(logit(fresh) - harder);
    const double outcome = answer.right > 0 ? portable_log(tired / fresh) : portable_log((1 - tired) / (1 - fresh));
    const double slower = way.slower_a_logit * harder;
    const double pace = answer.slow ? slower * (slow - slower / 2) / variance : 0;
    const double weight = answer.honest * tempered;
    state.pace_totals[at] = state.pace_totals[at] * total_kept + weight * pace;
    state.totals[at] = std::max(state.totals[at] * total_kept + weight * (outcome + pace), -total_max);
  }
  state.success += answer.honest * success_step * (answer.right - state.success);
}

}  // namespace

void begin_sitting(Fatigue& state) {
  const Fatigue before = state;
  state = {};
  state.habit = before.habit;
  state.bias = before.bias;
  state.level = before.level;
}

void end_sitting(Fatigue& state) {
  if (state.items > state.start.items)
    state.habit = std::clamp(state.habit * habit_kept + std::clamp(mixed(state.totals), -total_max, total_max),
                             habit_min, habit_max);
}

void take_try(Fatigue& state, const Try& made, double honest, std::int64_t now_ms) {
  if (state.items++ == 0) {
    state.began_ms = now_ms;
    state.start.pace = made.own_pace;
    state.start.pace_known = std::min(made.pace_known, pace_weight);
  }
  Answer answer;
  answer.right = made.answer.correct && made.answer.hints == 0 ? 1 : 0;
  answer.expected = std::clamp(made.answer.expected, 0.1, 0.92);
  answer.honest = honest;
  if (made.log_seconds && !made.follows_hint)
    answer.slow = *made.log_seconds - (made.honest.mean - made.own_pace + state.start.pace);
  if (is_start(state, now_ms)) return take_start(state, answer, now_ms);
  weigh(state, answer, made.honest.variance, now_ms);
  if (state.since_sequence == 0) state.since_sequence = made.item_sequence;
  const double total = mixed(state.totals);
  const double seen = habit_before + state.habit + total;
  const bool is_worse = total > 0 && mixed(state.pace_totals) > faster_below && state.success < success_enough;
  if (is_worse && (seen >= fires_at || (state.alarm.is_on() && seen >= clears_below)))
    state.alarm = {strength_of(logistic(seen)), state.since_sequence, made.sequence};
  else
    state.alarm = {};
}

}  // namespace hornbook::interpret::detect
