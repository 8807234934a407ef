// The fields of every event, listed once: the same function writes them (FieldWriter) and reads them (FieldReader).
// The table of fields and columns is EVENTS.md. For runtime/measure alone.
#pragma once

#include <algorithm>
#include <limits>

#include "runtime/core/limits.hpp"
#include "runtime/measure/event_columns.hpp"
#include "runtime/measure/event_context.hpp"

namespace hornbook::measure {

inline constexpr std::uint64_t any_u64 = std::numeric_limits<std::uint64_t>::max();
inline constexpr std::uint64_t any_u32 = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint64_t any_u16 = std::numeric_limits<std::uint16_t>::max();

inline std::uint64_t bit(bool is_set, unsigned place) { return std::uint64_t{is_set} << place; }
inline bool has_bit(std::uint64_t bits, unsigned place) { return ((bits >> place) & 1) != 0; }

template <class Enumeration, class Fields>
void enumeration(Fields& fields, Column column, Enumeration& value, Enumeration first, Enumeration last) {
  auto number = static_cast<std::uint64_t>(value);
  fields.number(column, number, 255);
  if (number < static_cast<std::uint64_t>(first) || number > static_cast<std::uint64_t>(last)) {
    fields.refuse(ErrorCode::BadInput, "a field of the event has a value that is not known");
    number = static_cast<std::uint64_t>(first);
  }
  value = static_cast<Enumeration>(number);
}

// An identifier is written in full once, then by its place in the table of those seen.
template <class Fields, class Id>
void identity(Fields& fields, std::vector<Id>& seen, Id& value) {
  std::uint64_t place = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == value) place = i + 1;
  }
  fields.number(Column::Reference, place, seen.size());
  if (place > 0) {
    value = seen[place - 1];
    return;
  }
  fields.id(Column::Identity, value);
  seen.push_back(value);
}

// The low byte of a probability is noise, its two high bits are not: they share a head with other repeating fields.
template <class Fields>
void permille(Fields& fields, Column column, std::uint64_t high, std::uint16_t& value) {
  auto low = static_cast<std::uint8_t>(value & 0xff);
  fields.byte(column, low);
  value = static_cast<std::uint16_t>((high << 8) | low);
  if (value > 1000) fields.refuse(ErrorCode::BadInput, "a probability is above one");
}

template <class Fields>
void time_fields(Fields& fields, TimeEstimate& time, const TimeEstimate& expected) {
  const auto against = [&fields](std::int64_t& value, std::int64_t from) {
    auto difference = static_cast<std::int64_t>(static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(from));
    fields.signed_number(Column::Session, difference);
    value = static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + static_cast<std::uint64_t>(difference));
  };
  against(time.unix_ms, expected.unix_ms);
  against(time.uncertainty_ms, expected.uncertainty_ms);
}

template <class Fields>
void base_fields(Fields& fields, EventContext& context, BaseName& base) {
  identity(fields, context.hashes, base.state_hash);
  fields.resize(Column::Session, base.contains, limits::base_vector_entries_max);
  for (std::size_t i = 0; i < base.contains.size(); ++i) {
    VectorEntry& entry = base.contains[i];
    identity(fields, context.devices, entry.device);
    fields.number(Column::Session, entry.epoch, any_u64);
    fields.number(Column::Session, entry.sequence, any_u64);
    if (i > 0 && !(base.contains[i - 1].device < entry.device))
      fields.refuse(ErrorCode::BadInput, "the base vector is not sorted");
  }
}

template <class Fields>
void pack_fields(Fields& fields, EventContext& context, std::vector<PackBinding>& packs) {
  fields.resize(Column::Session, packs, limits::packs_per_session_max);
  for (PackBinding& pack : packs) {
    fields.number(Column::Session, pack.pack_index, any_u16);
    identity(fields, context.hashes, pack.pack_hash);
  }
}

template <class Fields>
void body_fields(Fields& fields, EventContext& context, const Event& event, SessionStart& start) {
  const SessionStart& before = context.session;
  std::uint64_t head =
      bit(start.provisional, 0) | bit(start.language != before.language, 1) | bit(start.packs != before.packs, 2);
  fields.number(Column::Session, head, 7);
  start.provisional = has_bit(head, 0);
  identity(fields, context.learner_ids, start.learner);
  base_fields(fields, context, start.base);
  fields.number(Column::Session, start.parameter_version, any_u32);
  identity(fields, context.hashes, start.parameter_hash);
  time_fields(fields, start.time, expected_time(context, event.elapsed_ms));
  fields.number(Column::Session, start.session_number, any_u32);
  if (has_bit(head, 1))
    fields.sized(Column::Text, start.language, limits::identifier_bytes_max);
  else
    start.language = before.language;
  if (has_bit(head, 2))
    pack_fields(fields, context, start.packs);
  else
    start.packs = before.packs;
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, SessionEnd& end) {
  enumeration(fields, Column::Session, end.reason, SessionEndReason::Left, SessionEndReason::Closed);
}

template <class Fields>
void body_fields(Fields& fields, EventContext& context, const Event&, ItemPresented& item) {
  const ItemPresented expected = expected_item(context.learner());
  std::uint64_t is_other = bit(!(item == expected), 0);
  fields.number(Column::Decision, is_other, 1);
  if (is_other == 0) {
    item = expected;
    return;
  }
  fields.number(Column::Rare, item.pack_index, any_u16);
  fields.number(Column::Item, item.item_index, any_u32);
  fields.number(Column::Seed, item.seed, any_u32);
}

// How many numbers and texts there are is written only when `is_other`.
template <class Fields>
void answer_fields(Fields& fields, const AnswerShape& expected, bool is_other, engage::Answer& answer) {
  if (is_other) {
    fields.resize(Column::Answer, answer.numbers, limits::answer_numbers_max);
    fields.resize(Column::Answer, answer.texts, limits::answer_texts_max);
  } else {
    answer.numbers.resize(expected.numbers);
    answer.texts.resize(expected.texts);
  }
  for (std::uint32_t& number : answer.numbers) fields.number(Column::Answer, number, any_u32);
  for (std::string& text : answer.texts) fields.sized(Column::Text, text, limits::typed_answer_bytes_max);
}

template <class Fields>
void body_fields(Fields& fields, EventContext& context, const Event& event, Response& response) {
  constexpr unsigned kind_place = 6, shape_place = 14;
  const auto kind = static_cast<std::uint8_t>(response.answer.kind - 1);
  Response expected = expected_response(context.learner(), event.elapsed_ms, response.correct);
  std::uint64_t head = bit(response.correct, 0) | bit(response.misconception.has_value(), 1) |
                       bit(response.credit_permille != expected.credit_permille, 2) |
                       bit(response.attempt != expected.attempt, 3) |
                       bit(response.hints_used != expected.hints_used, 4) |
                       bit(response.response_ms != expected.response_ms, 5) | std::uint64_t{kind} << kind_place |
                       bit(shape_of(response.answer) != expected_shape(context, response.answer.kind), shape_place);
  fields.number(Column::Response, head, (2U << shape_place) - 1);
  expected = expected_response(context.learner(), event.elapsed_ms, has_bit(head, 0));
  if constexpr (!Fields::is_writing) {
    response = expected;
    response.answer = {};
    response.answer.kind = static_cast<std::uint8_t>((head >> kind_place) + 1);
    if (has_bit(head, 1)) response.misconception = std::uint16_t{0};
  }
  if (has_bit(head, 1)) fields.number(Column::Rare, *response.misconception, any_u16);
  if (has_bit(head, 2)) fields.number(Column::Rare, response.credit_permille, 1000);
  if (has_bit(head, 3)) fields.byte(Column::Rare, response.attempt);
  if (has_bit(head, 4)) fields.byte(Column::Rare, response.hints_used);
  if (has_bit(head, 5)) fields.number(Column::Rare, response.response_ms, any_u32);
  answer_fields(fields, expected_shape(context, response.answer.kind), has_bit(head, shape_place), response.answer);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, HintShown& hint) {
  fields.byte(Column::Response, hint.grade);
}

// Tries and hints are counted for each question apart.
template <class Fields>
void question_fields(Fields& fields, EventContext& context, std::uint8_t& step, std::uint8_t& hint) {
  fields.byte(Column::Response, step);
  fields.byte(Column::Response, hint);
  turn_to(context.learner(), step, hint);
}

template <class Fields>
void body_fields(Fields& fields, EventContext& context, const Event& event, StepAnswered& answered) {
  question_fields(fields, context, answered.step, answered.hint);
  body_fields(fields, context, event, answered.response);
}

template <class Fields>
void body_fields(Fields& fields, EventContext& context, const Event&, StepHintShown& shown) {
  question_fields(fields, context, shown.step, shown.hint);
  fields.byte(Column::Response, shown.grade);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, MediaProgress& progress) {
  fields.number(Column::Rare, progress.position_ms, any_u32);
  fields.number(Column::Rare, progress.length_ms, any_u32);
  enumeration(fields, Column::Response, progress.act, engage::MediaAct::Played, engage::MediaAct::Ended);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, ReadingProgress& progress) {
  fields.number(Column::Rare, progress.pack_index, any_u16);
  fields.number(Column::Item, progress.passage_index, any_u32);
  fields.byte(Column::Response, progress.level);
  fields.number(Column::Answer, progress.paragraph, any_u16);
  fields.number(Column::Rare, progress.dwell_ms, any_u32);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, ReadingLevelChosen& chosen) {
  fields.number(Column::Rare, chosen.pack_index, any_u16);
  fields.number(Column::Item, chosen.passage_index, any_u32);
  fields.byte(Column::Response, chosen.level);
  enumeration(fields, Column::Response, chosen.by, LevelChosenBy::Evidence, LevelChosenBy::Learner);
}

// Three bits of a candidate's head: those above seven are written after it.
inline std::uint64_t short_reason(ReasonCode reason) {
  return reason <= ReasonCode::Fallback ? static_cast<std::uint64_t>(reason) : 0;
}

template <class Fields>
void reason_field(Fields& fields, std::uint64_t in_head, ReasonCode& reason) {
  if (in_head != 0) {
    reason = static_cast<ReasonCode>(in_head);
    return;
  }
  auto number = static_cast<std::uint8_t>(reason);
  fields.byte(Column::Rare, number);
  if (number <= static_cast<std::uint8_t>(ReasonCode::Fallback) || number > static_cast<std::uint8_t>(ReasonCode::Rest))
    fields.refuse(ErrorCode::BadInput, "a decision has a reason that is not known");
  reason = static_cast<ReasonCode>(number);
}

template <class Fields>
void candidate_fields(Fields& fields, const EventContext& context, const Candidate& before, Candidate& candidate) {
  static_assert(static_cast<std::uint64_t>(ReasonCode::Fallback) == 7, "so many go into three bits of the head");
  auto head = static_cast<std::uint8_t>(
      bit(candidate.pack_index != before.pack_index, 0) | bit(candidate.seed != before.seed, 1) |
      bit(candidate.skill_index != expected_skill(context, candidate), 2) |
      static_cast<std::uint64_t>(candidate.success_permille >> 8) << 3 | short_reason(candidate.reason) << 5);
  fields.byte(Column::Candidate, head);
  reason_field(fields, head >> 5, candidate.reason);
  if (has_bit(head, 0))
    fields.number(Column::Rare, candidate.pack_index, any_u16);
  else
    candidate.pack_index = before.pack_index;
  fields.number(Column::Item, candidate.item_index, any_u32);
  if (has_bit(head, 1))
    fields.number(Column::Seed, candidate.seed, any_u32);
  else
    candidate.seed = before.seed;
  if (has_bit(head, 2))
    fields.number(Column::Rare, candidate.skill_index, any_u16);
  else
    candidate.skill_index = expected_skill(context, candidate);
  permille(fields, Column::Success, (head >> 3) & 3, candidate.success_permille);
}

template <class Fields>
void alternative_fields(Fields& fields, const EventContext& context, std::uint64_t count, Decision& decision) {
  if (count > limits::decision_alternatives_max) {
    fields.refuse(ErrorCode::LimitExceeded, "a decision has too many alternatives");
    return;
  }
  decision.alternatives.resize(static_cast<std::size_t>(count));
  for (Candidate& alternative : decision.alternatives) candidate_fields(fields, context, decision.chosen, alternative);
}

template <class Fields>
void body_fields(Fields& fields, EventContext& context, const Event&, Decision& decision) {
  static_assert(limits::decision_alternatives_max < 16, "the count of alternatives has four bits of the head");
  const LearnerContext& learner = context.learner();
  const std::uint32_t number = expected_decision_number(learner);
  const std::uint32_t model = learner.has_decision ? learner.decision.model_version : context.session.parameter_version;
  if (decision.alternatives.size() > limits::decision_alternatives_max)
    fields.refuse(ErrorCode::LimitExceeded, "a decision has too many alternatives");
  auto head = static_cast<std::uint8_t>(bit(decision.number != number, 0) | bit(decision.model_version != model, 1) |
                                        std::uint64_t{decision.alternatives.size()} << 2 |
                                        static_cast<std::uint64_t>(decision.mastery_permille >> 8) << 6);
  fields.byte(Column::Decision, head);
  if (has_bit(head, 0))
    fields.number(Column::Rare, decision.number, any_u32);
  else
    decision.number = number;
  if (has_bit(head, 1))
    fields.number(Column::Rare, decision.model_version, any_u32);
  else
    decision.model_version = model;
  candidate_fields(fields, context, candidate_before(learner, context), decision.chosen);
  alternative_fields(fields, context, (head >> 2) & 15, decision);
  fields.number(Column::Evidence, decision.opportunities, any_u16);
  permille(fields, Column::Known, head >> 6, decision.mastery_permille);
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, ChoiceMade& choice) {
  fields.byte(Column::Decision, choice.option);
}

template <class Fields>
void body_fields(Fields& fields, EventContext& context, const Event& event, ClockCorrected& clock) {
  time_fields(fields, clock.time, expected_time(context, event.elapsed_ms));
}

template <class Fields>
void body_fields(Fields& fields, EventContext&, const Event&, UnknownEvent& unknown) {
  fields.sized(Column::Unknown, unknown.body, limits::event_bytes_max);
}

template <class Fields>
void time_since_before(Fields& fields, std::int64_t before_ms, std::int64_t& elapsed_ms) {
  const auto since = static_cast<std::uint64_t>(elapsed_ms) - static_cast<std::uint64_t>(before_ms);
  std::uint64_t high = since >> 8;
  auto low = static_cast<std::uint8_t>(since & 0xff);
  fields.number(Column::TimeHigh, high, any_u64 >> 8);
  fields.byte(Column::TimeLow, low);
  elapsed_ms = static_cast<std::int64_t>(static_cast<std::uint64_t>(before_ms) + ((high << 8) | low));
}

// The empty body of a number: what a reader fills. Numbers without fields of their own give UnknownEvent.
[[nodiscard]] EventBody body_of(std::uint8_t number);

// Numbers from 31 on leave the first byte, which keeps three bits for what is not as expected.
template <class Fields>
void kind_fields(Fields& fields, std::uint8_t& number, std::uint8_t& surprise) {
  constexpr unsigned number_follows = 31;
  const unsigned kind = std::min<unsigned>(number, number_follows);
  auto head = static_cast<std::uint8_t>(kind | unsigned{surprise} << 5);
  fields.byte(Column::Kind, head);
  surprise = head >> 5;
  if ((head & 31) == number_follows)
    fields.byte(Column::Rare, number);
  else
    number = head & 31;
  if ((head & 31) == number_follows && number < number_follows)
    fields.refuse(ErrorCode::BadInput, "a number is not written in its shortest form");
}

template <class Fields>
void event_fields(Fields& fields, EventContext& context, Event& event) {
  std::uint8_t number = number_of(event.body);
  auto surprise = static_cast<std::uint8_t>(bit(event.sequence != context.sequence + 1, 0) |
                                            bit(event.learner_index != context.learner_index, 1) |
                                            bit(event.elapsed_ms != context.elapsed_ms, 2));
  kind_fields(fields, number, surprise);
  if constexpr (!Fields::is_writing) event.body = body_of(number);
  if (event.body.index() != body_of(number).index())
    fields.refuse(ErrorCode::BadInput, "an unknown event has the number of a known one");
  if (has_bit(surprise, 0))
    fields.number(Column::Sequence, event.sequence, any_u64);
  else
    event.sequence = context.sequence + 1;
  if (has_bit(surprise, 1))
    fields.number(Column::Learner, event.learner_index, any_u32);
  else
    event.learner_index = context.learner_index;
  if (has_bit(surprise, 2))
    time_since_before(fields, context.elapsed_ms, event.elapsed_ms);
  else
    event.elapsed_ms = context.elapsed_ms;

  context.learner_index = event.learner_index;
  std::visit([&](auto& body) { body_fields(fields, context, event, body); }, event.body);
  remember(context, event);
}

}  // namespace hornbook::measure
