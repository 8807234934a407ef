#include "runtime/session/check.hpp"

#include <algorithm>

#include "runtime/adapt/placement/check.hpp"

namespace hornbook::session {
namespace {

using measure::CheckEndReason;

std::int32_t milli(double value) { return static_cast<std::int32_t>(value * 1000 + (value < 0 ? -0.5 : 0.5)); }

std::optional<adapt::CheckStanding> standing_of(StepBuilder& step) {
  return adapt::check_at_hand(step.state().learner, step.context().packs, step.context().parameters);
}

measure::DecidedBy asked_by(const adapt::CheckToOffer& offer) {
  return offer.by_teacher ? measure::DecidedBy::Teacher : measure::DecidedBy::Learner;
}

std::optional<adapt::CheckToOffer> next_check(const SessionState& state, std::uint16_t pack_index) {
  for (const adapt::PackInPlay& pack : state.context->packs) {
    if (pack.pack_index == pack_index) return adapt::check_to_offer(state.learner, pack, state.context->parameters);
  }
  return std::nullopt;
}

void record_end(StepBuilder& step, const adapt::CheckStanding& standing, CheckEndReason reason) {
  step.record(measure::CheckEnded{standing.pack_index, standing.cluster.number, reason,
                                  milli(standing.estimate.ability),
                                  static_cast<std::uint16_t>(milli(standing.estimate.standard_error))});
}

// What comes next is decided by what the check found.
void close(StepBuilder& step, CheckEndReason reason) {
  SessionState& state = step.state();
  state.place = CheckClosed{state.check->pack_index, reason, state.check->questions};
  state.check.reset();
  settle(step, decide(step));
}

bool is_sitting_over(StepBuilder& step) {
  const CheckSitting& check = *step.state().check;
  return check.questions >= adapt::check_sitting_questions_max ||
         step.now() - check.since >= adapt::check_sitting_ms_max;
}

// A question that cannot be opened ends the sitting, not the check.
void ask(StepBuilder& step) {
  Done done = decide(step);
  if (done) done = present(step, step.state().decision.chosen);
  if (done) return;
  pause_check(step);
  const Done decided = decide(step);
  settle(step, decided ? std::move(done) : decided);
}

// Another cluster of the pack of which nothing is known.
bool begin_next_cluster(StepBuilder& step) {
  const std::uint16_t pack = step.state().check->pack_index;
  const std::optional<adapt::CheckToOffer> next = next_check(step.state(), pack);
  if (!next) return false;
  step.record(measure::CheckStarted{pack, next->cluster, asked_by(*next)});
  return true;
}

}  // namespace

std::optional<adapt::CheckToOffer> check_offered(const SessionState& state) {
  if (is_at_work(state)) return std::nullopt;
  for (const adapt::PackInPlay& pack : state.context->packs) {
    const auto offer = adapt::check_to_offer(state.learner, pack, state.context->parameters);
    if (offer && offer->by_teacher) return offer;
  }
  return next_check(state, state.decision.chosen.pack_index);
}

void start_check(StepBuilder& step, std::uint16_t pack_index) {
  const std::optional<adapt::CheckToOffer> offer = check_offered(step.state());
  if (!offer || offer->pack_index != pack_index) return;
  step.state().check = CheckSitting{pack_index, 0, step.now()};
  step.record(measure::CheckStarted{pack_index, offer->cluster, asked_by(*offer)});
  ask(step);
}

void go_on_with_check(StepBuilder& step) {
  SessionState& state = step.state();
  ++state.check->questions;
  ++state.tally.finished;
  const std::optional<adapt::CheckStanding> standing = standing_of(step);
  const bool is_over = is_sitting_over(step);
  if (!standing) return close(step, CheckEndReason::Later);
  if (standing->ends) {
    record_end(step, *standing, *standing->ends);
    if (is_over && next_check(state, standing->pack_index)) return close(step, CheckEndReason::Later);
    if (is_over || !begin_next_cluster(step)) return close(step, *standing->ends);
  } else if (is_over) {
    record_end(step, *standing, CheckEndReason::Later);
    return close(step, CheckEndReason::Later);
  }
  ask(step);
}

void stop_check(StepBuilder& step) {
  if (!step.state().check) return;
  if (const auto standing = standing_of(step)) record_end(step, *standing, CheckEndReason::Stopped);
  close(step, CheckEndReason::Stopped);
}

void pause_check(StepBuilder& step) {
  if (!step.state().check) return;
  if (const auto standing = standing_of(step)) record_end(step, *standing, CheckEndReason::Later);
  step.state().check.reset();
}

}  // namespace hornbook::session
