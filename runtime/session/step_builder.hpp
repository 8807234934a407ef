// A step of the session in the making. For runtime/session alone.
#pragma once

#include "runtime/session/session.hpp"

namespace hornbook::session {

// Each event that is recorded is folded at once, so that the state never lags behind its events.
class StepBuilder {
 public:
  StepBuilder(SessionState state, MonotonicMs now) : state_(std::move(state)), now_(now) {}

  [[nodiscard]] SessionState& state() { return state_; }
  [[nodiscard]] const SessionContext& context() const { return *state_.context; }
  [[nodiscard]] MonotonicMs now() const { return now_; }
  [[nodiscard]] SessionStep take() { return {std::move(state_), std::move(effects_)}; }

  // What the detectors say then stands right after the event, in the same commit. The end of a sitting ends them all.
  void record(measure::EventBody body);

 private:
  void record_one(measure::EventBody body);
  void record_change(interpret::detect::Detector detector, const interpret::detect::Alarm& before);

  SessionState state_;
  MonotonicMs now_;
  std::vector<SessionEffect> effects_;
};

// What comes next, recorded, with what experiments have to do with it. BadInput when no pack has an item.
[[nodiscard]] Done decide(StepBuilder& step);
// The item in front of the learner, or first the example that it comes with. Fails where it cannot be opened.
[[nodiscard]] Done present(StepBuilder& step, const measure::Candidate& candidate);
[[nodiscard]] Done present_own(StepBuilder& step, const measure::Candidate& candidate);
// A failure is a place of its own: home offers something else.
void settle(StepBuilder& step, Done done);

}  // namespace hornbook::session
