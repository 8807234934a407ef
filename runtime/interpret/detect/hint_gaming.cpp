#include "runtime/interpret/detect/hint_gaming.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret::detect {
namespace {

// A hint of a sentence or two takes a child some eight seconds to read; clicking on takes about one.
constexpr LogTime reading{2.08, 0.6, 0.6};
constexpr LogTime clicking{0.1, 0.6, 0.6};
// After the last hint an answer is entered, too.
constexpr LogTime entering{1.2, 0.6, 0.6};
// Before the first hint one who works thinks for a part of the usual time.
constexpr double thinking_offset = -0.3;
constexpr double thinking_variance = 0.3;
constexpr double gamed_before = 0.1;
constexpr std::uint8_t hints_min = 2;  // fewer are no run through the hints
constexpr double lately_kept = 0.85;
constexpr double fires_at = 1.6;
constexpr double clears_below = 0.5;

}  // namespace

void begin_sitting(HintGaming& state) { state = {}; }

void show_item(HintGaming& state) {
  if (state.hints > 0) state.lately = state.lately * lately_kept + state.gamed;
  state.gamed = 0;
  state.evidence = 0;
  state.hints = 0;
}

void open_hint(HintGaming& state, double log_seconds, const LogTime& honest) {
  if (state.hints == 0) {
    const LogTime thinking{honest.mean + thinking_offset, honest.variance + thinking_variance,
                           honest.variance_below + thinking_variance};
    state.evidence += log_density(clicking, log_seconds) - log_density(thinking, std::min(log_seconds, thinking.mean));
  } else {
    state.evidence += log_density(clicking, log_seconds) - log_density(reading, std::min(log_seconds, reading.mean));
  }
  ++state.hints;
}

void take_try(HintGaming& state, const Try& made) {
  std::optional<double> entered_in = made.follows_hint ? made.log_seconds : std::nullopt;
  // Hints that were counted and not recorded one by one: as if each had been open equally long.
  if (state.hints == 0 && made.answer.attempt == 1 && made.answer.hints >= hints_min && made.log_seconds) {
    entered_in = *made.log_seconds - portable_log(made.answer.hints + 1);
    for (std::uint8_t hint = 0; hint < made.answer.hints; ++hint) open_hint(state, *entered_in, made.honest);
  }
  if (entered_in) {
    state.evidence += log_density(entering, *entered_in) - log_density(reading, std::min(*entered_in, reading.mean));
    if (state.hints >= hints_min) state.gamed = logistic(logit(gamed_before) + state.evidence);
    if (state.gamed >= 0.5 && state.lately < 0.4) state.first_sequence = made.item_sequence;
  }
  const double seen = state.lately + state.gamed;
  if (state.hints == 0 && !state.alarm.is_on()) return;
  if (seen >= fires_at || (state.alarm.is_on() && seen >= clears_below))
    state.alarm = {strength_of(std::min(seen / 3, 1.0)), state.first_sequence, made.sequence};
  else
    state.alarm = {};
}

}  // namespace hornbook::interpret::detect
