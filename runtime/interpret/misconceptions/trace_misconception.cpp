#include "runtime/interpret/misconceptions/trace_misconception.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::interpret {
namespace {

// How probable each sign is for those who follow the rule, and for all others.
struct Likelihood {
  double held = 0;
  double not_held = 0;
};

// The three columns sum to 1.
Likelihood likelihood_of(MisconceptionSign sign) {
  switch (sign) {
    case MisconceptionSign::Shown:
      return {0.80, 0.10};
    case MisconceptionSign::Right:
      return {0.12, 0.65};
    case MisconceptionSign::OtherError:
      break;
  }
  return {0.08, 0.25};
}

constexpr double given_up = 0.05;  // after its answer was seen to be wrong
constexpr double taken_up = 0.01;  // between two opportunities; it keeps P(held) off 0

double posterior(double held, MisconceptionSign sign) {
  const Likelihood likelihood = likelihood_of(sign);
  return held * likelihood.held / (held * likelihood.held + (1 - held) * likelihood.not_held);
}

bool is_shown_by_two(const MisconceptionState& state) { return state.shown_by[1] != 0; }

void note_error(MisconceptionState& state, ItemKey item, UnixMs now) {
  ++state.errors;
  state.last_shown_ms = std::max(state.last_shown_ms, now);
  if (is_shown_by_two(state) || state.shown_by[0] == item) return;
  state.shown_by[state.shown_by[0] == 0 ? 0 : 1] = item;
}

}  // namespace

MisconceptionState new_misconception() {
  MisconceptionState state;
  state.held = misconception_prior;
  return state;
}

void trace_misconception(MisconceptionState& state, MisconceptionSign sign, ItemKey item, UnixMs now) {
  ++state.opportunities;
  state.last_item = item;
  if (sign == MisconceptionSign::Shown) note_error(state, item, now);
  const double held = posterior(state.held, sign);
  if (held >= misconception_asserted_from && is_shown_by_two(state)) state.asserted = true;
  if (held < misconception_cleared_below && sign != MisconceptionSign::Shown) {
    state.asserted = false;
    state.shown_by = {};
  }
  const double stays = sign == MisconceptionSign::Shown ? 1 - given_up : 1;
  state.held = held * stays + (1 - held) * taken_up;
}

void trace_misconceptions(MisconceptionStates& states, const Curriculum& curriculum, const ItemNode& item,
                          std::uint8_t step, const measure::Response& response, UnixMs now) {
  if (response.correct && response.hints_used > 0) return;
  const std::optional<std::uint16_t> shown = response.correct ? std::nullopt : response.misconception;
  const auto take = [&](std::uint16_t index, MisconceptionSign sign) {
    if (index >= curriculum.misconceptions.size()) return;
    const MisconceptionKey key = curriculum.misconceptions[index];
    if (!states.contains(key) && states.size() >= limits::state_misconceptions_max) return;
    trace_misconception(states.try_emplace(key, new_misconception()).first->second, sign, item.key, now);
  };
  if (shown) take(*shown, MisconceptionSign::Shown);
  for (const std::uint16_t index : misconceptions_of_step(item, step))
    if (index != shown) take(index, response.correct ? MisconceptionSign::Right : MisconceptionSign::OtherError);
}

}  // namespace hornbook::interpret
