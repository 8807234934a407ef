#include "runtime/session/experiments.hpp"

#include "runtime/adapt/experiments/exposures.hpp"

namespace hornbook::session {
namespace {

std::vector<adapt::ArmInForce> arms_in_force(StepBuilder& step) {
  const SessionContext& context = step.context();
  return adapt::arms_in_force(step.state().learner, context.learner, context.packs, wall_time(step.state(), step.now()),
                              context.parameters);
}

}  // namespace

void record_assignments(StepBuilder& step) {
  for (measure::ExperimentAssigned& assigned : adapt::assignments_due(arms_in_force(step)))
    step.record(std::move(assigned));
}

std::vector<measure::ExperimentExposed> exposures_to(StepBuilder& step, const measure::Decision& decision) {
  const SessionContext& context = step.context();
  return adapt::exposures_to(decision, arms_in_force(step), step.state().learner, context.learner, context.packs,
                             wall_time(step.state(), step.now()), context.parameters);
}

bool says_message(StepBuilder& step) {
  const adapt::MessageUnderArms message = adapt::message_under(arms_in_force(step), step.state().decision.number);
  for (const measure::ExperimentExposed& exposed : message.exposures) step.record(exposed);
  return message.is_said;
}

}  // namespace hornbook::session
