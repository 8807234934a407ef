#include "runtime/interpret/detect/frustration.hpp"

#include <algorithm>

namespace hornbook::interpret::detect {
namespace {

// A further try this much faster than a first one usually is, and wrong, is hasty: a sixth of the time.
constexpr double hasty_log = -1.8;
constexpr double sign_of_leaving = 1;
constexpr double kept_by_right = 0.4;
constexpr double kept_by_wrong = 0.95;
constexpr double signs_max = 6;
constexpr double fires_at = 2.6;
constexpr double clears_below = 1;

void judge(Frustration& state, std::uint64_t sequence) {
  if (state.signs >= fires_at || (state.alarm.is_on() && state.signs >= clears_below))
    state.alarm = {strength_of(state.signs / signs_max), state.first_sequence, sequence};
  else
    state.alarm = {};
}

void add_sign(Frustration& state, double sign, std::uint64_t item_sequence) {
  if (state.signs < 0.5) state.first_sequence = item_sequence;
  state.signs = std::min(state.signs + sign, signs_max);
}

}  // namespace

void begin_sitting(Frustration& state) { state = {}; }

void leave_item(Frustration& state, std::uint64_t item_sequence, std::uint64_t sequence) {
  add_sign(state, sign_of_leaving, item_sequence);
  judge(state, sequence);
}

void take_try(Frustration& state, const Try& made, double guessed) {
  if (made.answer.correct) {
    state.signs *= kept_by_right;
  } else if (made.answer.attempt > 1 && made.log_seconds && !made.follows_hint && guessed < 0.5) {
    state.signs *= kept_by_wrong;
    if (*made.log_seconds < made.honest.mean + hasty_log) add_sign(state, 1, made.item_sequence);
  }
  judge(state, made.sequence);
}

}  // namespace hornbook::interpret::detect
