// The fields of the detectors' state in their order, for both directions; `Fields` as learner_state.cpp has it. The
// table: runtime/interpret/STATE.md.
#pragma once

#include "runtime/interpret/detect/detect.hpp"

namespace hornbook::interpret::detect {

template <class Fields>
void fields_of(Fields& fields, Mean& mean) {
  fields.real(mean.value);
  fields.real(mean.weight);
}

template <class Fields>
void fields_of(Fields& fields, Alarm& alarm) {
  fields.number(alarm.strength_permille);
  if (!alarm.is_on()) return;
  fields.number(alarm.first_sequence);
  fields.number(alarm.last_sequence);
}

template <class Fields>
void fields_of(Fields& fields, Work& work) {
  fields.number(work.first_sequence);
  fields.number(work.kind);
  fields.number(work.typical_ms);
  fields.signed_number(work.last_act_ms);
  fields.number(work.tries);
  fields.flag(work.is_done);
  fields.flag(work.follows_hint);
  fields.flag(work.is_untouched);
}

template <class Fields>
void fields_of(Fields& fields, RapidGuessing& state) {
  fields.real(state.guessed);
  fields.real(state.first_try);
  fields.real(state.lately);
  fields.real(state.fluency);
  fields.number(state.bout_sequence);
  fields_of(fields, state.alarm);
}

template <class Fields>
void fields_of(Fields& fields, HintGaming& state) {
  fields.real(state.evidence);
  fields.number(state.hints);
  fields.real(state.gamed);
  fields.real(state.lately);
  fields.number(state.first_sequence);
  fields_of(fields, state.alarm);
}

template <class Fields>
void fields_of(Fields& fields, Idle& state) {
  fields.real(state.paused);
  fields.real(state.doubtful);
  fields.real(state.item_paused);
  fields_of(fields, state.share);
  fields_of(fields, state.alarm);
}

template <class Fields>
void fields_of(Fields& fields, SittingStart& start) {
  fields.number(start.items);
  fields.signed_number(start.ended_ms);
  fields.real(start.surprise);
  fields.real(start.information);
  fields.real(start.right);
  fields.real(start.pace);
  fields.real(start.pace_known);
  fields.real(start.slowness);
  fields.number(start.timed);
}

template <class Fields>
void fields_of(Fields& fields, Fatigue& state) {
  fields.real(state.habit);
  fields_of(fields, state.bias);
  fields_of(fields, state.level);
  fields.number(state.items);
  fields.signed_number(state.began_ms);
  fields_of(fields, state.start);
  for (double& total : state.totals) fields.real(total);
  for (double& total : state.pace_totals) fields.real(total);
  fields.real(state.success);
  fields.number(state.since_sequence);
  fields_of(fields, state.alarm);
}

template <class Fields>
void fields_of(Fields& fields, Frustration& state) {
  fields.real(state.evidence);
  fields.flag(state.failed_before);
  fields.number(state.first_sequence);
  fields_of(fields, state.alarm);
}

template <class Fields>
void fields_of(Fields& fields, Persistence& state) {
  fields_of(fields, state.effort);
  fields.real(state.spread);
  fields.real(state.hints);
  fields.real(state.last_log_seconds);
  fields.flag(state.has_last);
  fields.number(state.tries);
  fields.number(state.first_sequence);
  fields_of(fields, state.alarm);
}

template <class Fields>
void fields_of(Fields& fields, TooEasy& state) {
  fields.number(state.run);
  fields.number(state.first_sequence);
  fields_of(fields, state.alarm);
}

template <class Fields>
void fields_of(Fields& fields, SpinningSkill& skill) {
  fields.number(skill.opportunities);
  fields.number(skill.right);
  fields.number(skill.in_row);
  fields.flag(skill.got_there);
}

// All but the two maps, whose entries the caller knows how to write in order.
template <class Fields>
void fields_of(Fields& fields, Detectors& state) {
  fields.id(state.device);
  fields.number(state.epoch);
  fields_of(fields, state.pace.offset);
  fields_of(fields, state.pace.above);
  fields_of(fields, state.pace.below);
  fields_of(fields, state.work);
  fields_of(fields, state.rapid_guessing);
  fields_of(fields, state.hint_gaming);
  fields.number(state.wheel_spinning.got_there_in_time);
  fields.number(state.wheel_spinning.spun);
  fields.number(state.wheel_spinning.skill);
  fields_of(fields, state.wheel_spinning.alarm);
  fields_of(fields, state.idle);
  fields_of(fields, state.fatigue);
  fields_of(fields, state.frustration);
  fields_of(fields, state.persistence);
  fields_of(fields, state.too_easy);
}

}  // namespace hornbook::interpret::detect
