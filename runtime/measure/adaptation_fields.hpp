// The fields of the events that tell how a lesson was fitted to the learner, by the engine, the teacher or themselves:
// messages, goals, detectors, overrides, experiments, checks, examples, breaks, plans, requests to talk. As in
// event_fields.hpp, listed once for both directions. For runtime/measure alone.
#pragma once

#include "runtime/measure/event_fields.hpp"

namespace hornbook::measure {

// The body of a TalkRequested. BadInput when it is cut short or has bytes left.
[[nodiscard]] Bytes talk_request_body(const TalkRequested& requested);
[[nodiscard]] Result<TalkRequested> talk_request_in(ByteView body);

// Far outside of the grid on which abilities are estimated.
inline constexpr std::int32_t check_ability_milli_max = 10'000;

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

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, ItemSkipped& skipped) {
  enumeration(fields, Column::Response, skipped.reason, SkipReason::Learner, SkipReason::NotReadable);
}

template <class Fields>
void cluster_fields(Fields& fields, std::uint16_t& pack_index, std::uint16_t& cluster) {
  fields.number(Column::Rare, pack_index, any_u16);
  fields.number(Column::Rare, cluster, any_u16);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, CheckStarted& started) {
  cluster_fields(fields, started.pack_index, started.cluster);
  decided_by(fields, started.by);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, CheckEnded& ended) {
  cluster_fields(fields, ended.pack_index, ended.cluster);
  enumeration(fields, Column::Decision, ended.reason, CheckEndReason::Precise, CheckEndReason::Later);
  std::int64_t ability = ended.ability_milli;
  fields.signed_number(Column::Rare, ability);
  if (ability < -check_ability_milli_max || ability > check_ability_milli_max)
    fields.refuse(ErrorCode::BadInput, "the ability of a check is out of its range");
  ended.ability_milli =
      static_cast<std::int32_t>(std::clamp<std::int64_t>(ability, -check_ability_milli_max, check_ability_milli_max));
  fields.number(Column::Rare, ended.standard_error_milli, any_u16);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, ExampleShown& shown) {
  enumeration(fields, Column::Decision, shown.kind, ExampleKind::Sibling, ExampleKind::OwnSteps);
  enumeration(fields, Column::Decision, shown.act, ExampleAct::Shown, ExampleAct::Read);
  fields.byte(Column::Rare, shown.steps);
  fields.number(Column::Rare, shown.pack_index, any_u16);
  fields.number(Column::Item, shown.item_index, any_u32);
  fields.number(Column::Seed, shown.seed, any_u32);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, BreakTaken& taken) {
  enumeration(fields, Column::Decision, taken.kind, BreakKind::Breathing, BreakKind::Stretching);
  fields.number(Column::Rare, taken.planned_ms, any_u32);
  fields.number(Column::Rare, taken.taken_ms, any_u32);
}

// What is withheld, one bit each, so that nothing withheld is 0.
template <class Fields>
void allowed_fields(Fields& fields, Allowed& allowed) {
  std::uint64_t withheld = bit(!allowed.own_choice, 0) | bit(!allowed.checks_later, 1) |
                           bit(!allowed.how_it_fitted, 2) | bit(!allowed.own_goals, 3) | bit(!allowed.messages, 4);
  fields.number(Column::Rare, withheld, 31);
  allowed = {!has_bit(withheld, 0), !has_bit(withheld, 1), !has_bit(withheld, 2), !has_bit(withheld, 3),
             !has_bit(withheld, 4)};
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, PlanSet& plan) {
  fields.number(Column::Rare, plan.term_end_day, any_u32);
  allowed_fields(fields, plan.allowed);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, CheckAsked& asked) {
  fields.number(Column::Rare, asked.cluster, any_u64);
  std::uint64_t is_withdrawn = bit(asked.is_withdrawn, 0);
  fields.number(Column::Rare, is_withdrawn, 1);
  asked.is_withdrawn = is_withdrawn == 1;
}

// Sized, where the body of an unknown event stands: a reader that does not know the number carries the event on.
template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, TalkRequested& requested) {
  Bytes body;
  if constexpr (Fields::is_writing) body = talk_request_body(requested);
  fields.sized(Column::Unknown, body, limits::event_bytes_max);
  if constexpr (!Fields::is_writing) {
    if (auto read = talk_request_in(body))
      requested = *read;
    else
      fields.refuse(ErrorCode::BadInput, "a request to talk is malformed");
  }
}

}  // namespace hornbook::measure
