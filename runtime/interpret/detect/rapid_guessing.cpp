#include "runtime/interpret/detect/rapid_guessing.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret::detect {
namespace {

// A bout begins at one item in forty and goes on for five on average.
constexpr double begins = 0.025;
constexpr double goes_on = 0.8;
constexpr double lately_kept = 0.8;
// The normative threshold: a tenth of the item's mean time, at most 10 s. Guesses lie below it, around its half.
constexpr double threshold_share = 0.1;
constexpr double threshold_seconds_max = 10;
constexpr double usual_share_of_threshold = 0.55;
constexpr double guess_variance = 0.5;
// Not even a guess takes less than this to enter, on average.
constexpr double guess_seconds_min = 0.8;
// Right by chance: one of four choices; at a further try one of three. Typed answers are guessed less often.
constexpr double chance_at_first = 0.25;
constexpr double chance_later = 0.33;
// A further try is faster than the first and varies more.
constexpr double later_try_offset = -0.5;
constexpr double later_try_variance = 0.4;
// One in so many honest answers is a slip of the finger, at any time.
constexpr double honest_right_min = 0.25;
constexpr double honest_right_max = 0.95;
// Fires at about two guessed items in a row, clears when the bout is over.
constexpr double fires_at = 1.6;
constexpr double clears_below = 1;

LogTime guess_time(const LogTime& honest) {
  const double mean_seconds = portable_exp(honest.mean + honest.variance / 2);
  const double threshold = std::min(mean_seconds * threshold_share, threshold_seconds_max);
  return {portable_log(std::max(threshold * usual_share_of_threshold, guess_seconds_min)), guess_variance,
          guess_variance};
}

// ln of how much likelier the try is from one who guesses.
double evidence_of(const Try& made) {
  const bool is_first = made.answer.attempt == 1;
  LogTime honest = made.honest;
  if (!is_first)
    honest = {honest.mean + later_try_offset, honest.variance + later_try_variance,
              honest.variance_below + later_try_variance};
  const LogTime guess = guess_time(made.honest);
  // Slower than both: that is no guess, however far the honest mean is.
  const double time = log_density(guess, *made.log_seconds) - log_density(honest, *made.log_seconds);
  const double chance = is_first ? chance_at_first : chance_later;
  const double right = std::clamp(made.answer.expected, honest_right_min, honest_right_max);
  const double outcome = made.answer.correct ? chance / right : (1 - chance) / (1 - right);
  return time + portable_log(outcome);
}

}  // namespace

void begin_sitting(RapidGuessing& state) { state = {}; }

void show_item(RapidGuessing& state) {
  state.lately = state.lately * lately_kept + state.guessed;
  state.guessed = state.guessed * goes_on + (1 - state.guessed) * begins;
  state.first_try = 0;
}

void take_try(RapidGuessing& state, const Try& made) {
  if (made.answer.hints == 0 && made.log_seconds) {
    const double before = state.guessed;
    state.guessed = logistic(logit(state.guessed) + evidence_of(made));
    if (made.answer.attempt == 1) state.first_try = state.guessed;
    const bool begins_here = before < 0.5 && state.guessed >= 0.5 && !state.alarm.is_on() && state.lately < 0.5;
    if (begins_here || state.bout_sequence == 0) state.bout_sequence = made.item_sequence;
  }
  const double seen = state.lately + state.guessed;
  if (seen >= fires_at || (state.alarm.is_on() && seen >= clears_below))
    state.alarm = {strength_of(std::min(seen / 3, 1.0)), state.bout_sequence, made.sequence};
  else
    state.alarm = {};
}

}  // namespace hornbook::interpret::detect
