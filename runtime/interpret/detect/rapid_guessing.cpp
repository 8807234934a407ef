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
// A time says no more than this.
constexpr double time_max = 20;
// Right by chance: one of four choices; at a further try one of three. Typed answers are guessed less often.
constexpr double chance_at_first = 0.25;
constexpr double chance_later = 0.33;
// The same of one who knows, and answers as fast as others guess; and how often that is so, at first.
constexpr double known_right = 0.92;
constexpr double known_before = 0.1;
constexpr double fluency_min = -3;
constexpr double fluency_max = 4;
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

struct Weighed {
  double evidence = 0;  // ln of how much likelier the try is from one who guesses
  double time = 0;      // the part of it that comes from time, beside the usual pace
};

Weighed weigh(const RapidGuessing& state, const Try& made) {
  const bool is_first = made.answer.attempt == 1;
  LogTime usual = made.honest;
  if (!is_first)
    usual = {usual.mean + later_try_offset, usual.variance + later_try_variance,
             usual.variance_below + later_try_variance};
  double time = log_density(guess_time(made.honest), *made.log_seconds) - log_density(usual, *made.log_seconds);
  // Guesses vary more, so that their tail is the heavier one on the slow side too: but slow is no guess.
  if (*made.log_seconds >= usual.mean) time = std::min(time, 0.0);
  const auto chance_of = [&made](double right) { return made.answer.correct ? right : 1 - right; };
  const double guess = chance_of(is_first ? chance_at_first : chance_later);
  const double expected = chance_of(std::clamp(made.answer.expected, honest_right_min, honest_right_max));
  const double known = logistic(logit(known_before) + state.fluency);
  // Beside a guess: work at the usual pace, or an answer that is known.
  const double work =
      (1 - known) * portable_exp(-std::max(time, -time_max)) * expected + known * chance_of(known_right);
  return {portable_log(guess / work), time};
}

// Whether this learner's fast answers are known ones.
void learn_fluency(RapidGuessing& state, const Try& made, double time) {
  const double fast = logistic(time);
  const double evidence = made.answer.correct ? portable_log(known_right / chance_at_first)
                                              : portable_log((1 - known_right) / (1 - chance_at_first));
  state.fluency = std::clamp(state.fluency + fast * evidence, fluency_min, fluency_max);
}

}  // namespace

void begin_sitting(RapidGuessing& state) {
  const double fluency = state.fluency;
  state = {};
  state.fluency = fluency;
}

void show_item(RapidGuessing& state) {
  state.lately = state.lately * lately_kept + state.guessed;
  state.guessed = state.guessed * goes_on + (1 - state.guessed) * begins;
  state.first_try = 0;
}

void take_try(RapidGuessing& state, const Try& made) {
  // Hasty further tries after honest work are no guesses; frustration looks at them.
  const bool counts = made.answer.attempt == 1 || state.first_try >= 0.5;
  if (counts && made.answer.hints == 0 && made.log_seconds) {
    const double before = state.guessed;
    const Weighed weighed = weigh(state, made);
    state.guessed = logistic(logit(state.guessed) + weighed.evidence);
    if (made.answer.attempt == 1) {
      state.first_try = state.guessed;
      learn_fluency(state, made, weighed.time);
    }
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
