// The fields of a placement's state, listed once for both directions. For learner_state.cpp alone.
#pragma once

#include "runtime/core/limits.hpp"
#include "runtime/interpret/placement/placement_state.hpp"

namespace hornbook::interpret {

template <class Fields>
void fields_of(Fields& fields, CheckAnswer& answer) {
  fields.number(answer.item);
  auto outcome = static_cast<std::uint8_t>(answer.outcome);
  fields.number(outcome);
  if (outcome > static_cast<std::uint8_t>(CheckOutcome::Unread)) fields.refuse("the outcome of a question is unknown");
  answer.outcome = static_cast<CheckOutcome>(outcome);
  fields.signed_number(answer.at_ms);
}

template <class Fields>
void fields_of(Fields& fields, ClusterCheck& check) {
  std::size_t count = check.answers.size();
  fields.count(count, limits::check_answers_max);
  check.answers.resize(count);
  for (CheckAnswer& answer : check.answers) fields_of(fields, answer);
  auto ended = static_cast<std::uint8_t>(check.ended ? *check.ended : measure::CheckEndReason{});
  fields.number(ended);
  if (ended > static_cast<std::uint8_t>(measure::CheckEndReason::Stopped)) fields.refuse("a check ended as none does");
  if (ended != 0) check.ended = static_cast<measure::CheckEndReason>(ended);
  fields.real(check.ability);
  fields.real(check.standard_error);
}

template <class Fields>
void fields_of(Fields& fields, PlacedSkill& skill) {
  fields.real(skill.known);
}

}  // namespace hornbook::interpret
