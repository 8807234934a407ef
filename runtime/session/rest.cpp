#include "runtime/session/rest.hpp"

#include <algorithm>

namespace hornbook::session {

bool offer_rest(StepBuilder& step) {
  if (!adapt::offers_rest(step.state().learner)) return false;
  step.state().place = Resting{};
  return true;
}

void take_rest(StepBuilder& step) {
  auto* resting = std::get_if<Resting>(&step.state().place);
  if (resting != nullptr && !resting->since) resting->since = step.now();
}

void end_rest(StepBuilder& step) {
  const auto* resting = std::get_if<Resting>(&step.state().place);
  if (resting == nullptr) return;
  // What was taken, however short, is told from what was left.
  const MonotonicMs taken = resting->since ? std::clamp<MonotonicMs>(step.now() - *resting->since, 1, UINT32_MAX) : 0;
  step.record(measure::BreakTaken{adapt::kind_of_rest(step.state().learner), adapt::rest_ms,
                                  static_cast<std::uint32_t>(taken)});
  step.state().place = AtHome{};
}

}  // namespace hornbook::session
