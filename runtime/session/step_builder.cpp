#include "runtime/session/step_builder.hpp"

#include <algorithm>
#include <array>

#include "runtime/session/experiments.hpp"

namespace hornbook::session {

void StepBuilder::record(measure::EventBody body) {
  using namespace interpret::detect;
  const bool bounds_a_sitting =
      std::holds_alternative<measure::SessionStart>(body) || std::holds_alternative<measure::SessionEnd>(body);
  std::array<Alarm, all_detectors.size()> before;
  std::transform(all_detectors.begin(), all_detectors.end(), before.begin(),
                 [this](Detector each) { return alarm_of(state_.learner.detectors, each); });
  record_one(std::move(body));
  for (std::size_t at = 0; !bounds_a_sitting && at < before.size(); ++at) record_change(all_detectors[at], before[at]);
}

void StepBuilder::record_one(measure::EventBody body) {
  measure::Event event{state_.next_sequence, context().learner_index, now_ - context().epoch_started_monotonic,
                       std::move(body)};
  ++state_.next_sequence;
  interpret::fold(state_.learner, {context().device, context().epoch, event}, context().curricula,
                  context().parameters);
  effects_.push_back(Record{std::move(event)});
}

void StepBuilder::record_change(interpret::detect::Detector detector, const interpret::detect::Alarm& before) {
  const interpret::detect::Alarm now = interpret::detect::alarm_of(state_.learner.detectors, detector);
  if (now.is_on() == before.is_on()) return;
  const interpret::detect::Alarm& evidence = now.is_on() ? now : before;
  record_one(measure::DetectorFired{static_cast<std::uint8_t>(detector), interpret::detect::rules_version,
                                    evidence.first_sequence, evidence.last_sequence, now.strength_permille});
  if (now.is_on()) state_.support = adapt::support_for(state_.learner.detectors);
}

Done decide(StepBuilder& step) {
  record_assignments(step);
  SessionState& state = step.state();
  TRY_ASSIGN(state.decision,
             adapt::choose_next(state.learner, step.context().learner, step.context().packs,
                                wall_time(state, step.now()), state.decisions_made, step.context().parameters));
  const std::vector<measure::ExperimentExposed> exposures = exposures_to(step, state.decision);
  ++state.decisions_made;
  step.record(state.decision);
  for (const measure::ExperimentExposed& exposed : exposures) step.record(exposed);
  return {};
}

void settle(StepBuilder& step, Done done) {
  if (!done) step.state().place = Trouble{std::move(done).error()};
}

}  // namespace hornbook::session
