#include "runtime/interpret/detect/too_easy.hpp"

#include <algorithm>

namespace hornbook::interpret::detect {
namespace {

// At the upper end of the band, .85, one run in 26 is as long by chance.
constexpr std::uint32_t fires_at = 20;
constexpr double full_strength = 30;
// Whoever takes longer than is usual works, however much comes right.
constexpr double pace_max = 0.1;
// A tenth of honest answers is slower than this many squared deviations above the usual.
constexpr double slow_square = 1.6;

bool took_thought(const Try& made) {
  if (!made.log_seconds) return true;
  const double off = *made.log_seconds - made.honest.mean;
  return off > 0 && off * off > slow_square * made.honest.variance;
}

}  // namespace

void begin_sitting(TooEasy& state) { state = {}; }

void take_try(TooEasy& state, const Try& made) {
  const bool is_right = made.answer.correct && made.answer.hints == 0;
  if (is_right && state.run == 0) state.first_sequence = made.item_sequence;
  if (!is_right)
    state.run = 0;
  else if (!took_thought(made))
    ++state.run;
  state.alarm = state.run >= fires_at && made.own_pace < pace_max
                    ? Alarm{strength_of(std::min(state.run / full_strength, 1.0)), state.first_sequence, made.sequence}
                    : Alarm{};
}

}  // namespace hornbook::interpret::detect
