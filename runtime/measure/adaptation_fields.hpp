// The fields of the events that tell how a lesson was fitted to the learner, by the engine, the teacher or themselves:
// messages, goals, detectors, overrides, experiments. As in event_fields.hpp, listed once for both directions.
// For runtime/measure alone.
#pragma once

#include "runtime/measure/event_fields.hpp"

namespace hornbook::measure {

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, MessageShown& shown) {
  fields.number(Column::Decision, shown.message, any_u16);
}

template <class Fields>
void decided_by(Fields& fields, DecidedBy& by) {
  enumeration(fields, Column::Rare, by, DecidedBy::Teacher, DecidedBy::Learner);
}

template <class Fields>
void share_permille(Fields& fields, std::uint16_t& value) {
  fields.number(Column::Rare, value, 1000);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, GoalSet& goal) {
  fields.number(Column::Rare, goal.skill, any_u64);
  fields.number(Column::Rare, goal.target, any_u16);
  fields.number(Column::Rare, goal.day, any_u32);
  decided_by(fields, goal.by);
}

// The evidence lies shortly before the event: its places are written as distances back from it.
template <class Fields>
void distance_back(Fields& fields, std::uint64_t from, std::uint64_t& sequence) {
  std::uint64_t distance = from - sequence;
  fields.number(Column::Rare, distance, any_u64);
  sequence = from - distance;
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event& event, DetectorFired& fired) {
  fields.byte(Column::Decision, fired.detector);
  fields.number(Column::Rare, fired.version, any_u16);
  distance_back(fields, event.sequence, fired.last_sequence);
  distance_back(fields, fired.last_sequence, fired.first_sequence);
  share_permille(fields, fired.strength_permille);
}

template <class Fields>
void body_fields(Fields& fields, EventContext& context, const Event&, OverrideMade& made) {
  decided_by(fields, made.by);
  enumeration(fields, Column::Decision, made.reason, OverrideReason::TooEasy, OverrideReason::Other);
  fields.number(Column::Rare, made.decision_number, any_u32);
  std::uint64_t is_replaced = bit(made.replacement.has_value(), 0);
  fields.number(Column::Rare, is_replaced, 1);
  if (is_replaced == 0) return;
  if (!made.replacement) made.replacement.emplace();
  candidate_fields(fields, context, candidate_before(context.learner(), context), *made.replacement);
}

template <class Fields>
void arm_fields(Fields& fields, EventContext& context, ExperimentId& experiment, std::uint8_t& arm) {
  identity(fields, context.experiments, experiment);
  fields.byte(Column::Rare, arm);
}

template <class Fields>
void body_fields(Fields& fields, EventContext& context, const Event&, ExperimentAssigned& assigned) {
  arm_fields(fields, context, assigned.experiment, assigned.arm);
  share_permille(fields, assigned.probability_permille);
}

template <class Fields>
void body_fields(Fields& fields, EventContext& context, const Event&, ExperimentExposed& exposed) {
  arm_fields(fields, context, exposed.experiment, exposed.arm);
  fields.number(Column::Rare, exposed.decision_number, any_u32);
}

}  // namespace hornbook::measure
