#include "sync/server/teaching/evidence.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/engage/task.hpp"
#include "sync/server/teaching/answer_in_play.hpp"

namespace hornbook::server {
namespace {

constexpr std::uint8_t evidence_version = 2;
constexpr std::uint8_t version_without_noticed = 1;

void note_answer(Evidence& evidence, const AnswerInPlay& answer) {
  const measure::Response& response = *answer.response;
  if (engage::is_judged_by_person(response.answer.kind)) return;
  ++evidence.answers;
  if (response.correct) ++evidence.answers_right;
  for (const std::uint16_t skill : answer.skills)
    if (skill < answer.curriculum->skills.size())
      evidence.latest[answer.curriculum->skills[skill].key] = {response.correct, response.attempt, response.hints_used,
                                                               answer.at_ms};
}

void note_detector(Evidence& evidence, const measure::DetectorFired& fired, const interpret::OpenSession& session,
                   const measure::Event& event, const interpret::CurriculumSet& curricula) {
  if (fired.strength_permille == 0) {
    evidence.noticed.erase(fired.detector);
    return;
  }
  Noticed noticed{fired.strength_permille, 0, time_of(session, event)};
  if (const ItemAtHand at_hand = item_at_hand(session, curricula); at_hand.item != nullptr)
    noticed.skill = at_hand.curriculum->skills[at_hand.item->skills.front()].key;
  evidence.noticed[fired.detector] = noticed;
}

Done read_noticed(Evidence& evidence, ByteReader& reader) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(UINT8_MAX));
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(const std::uint8_t detector, reader.u8());
    Noticed& noticed = evidence.noticed[detector];
    TRY_ASSIGN(const std::uint64_t strength, reader.varint_up_to(UINT16_MAX));
    noticed.strength_permille = static_cast<std::uint16_t>(strength);
    TRY_ASSIGN(noticed.skill, reader.u64());
    TRY_ASSIGN(noticed.at_ms, reader.signed_varint());
  }
  return {};
}

}  // namespace

void note(Evidence& evidence, const measure::EventRecord& record, const interpret::LearnerState& before,
          const interpret::CurriculumSet& curricula) {
  if (const auto* start = std::get_if<measure::SessionStart>(&record.event.body)) {
    ++evidence.sessions;
    if (start->time.uncertainty_ms >= 0) evidence.last_seen_ms = std::max(evidence.last_seen_ms, start->time.unix_ms);
    return;
  }
  const interpret::OpenSession* session = session_of(before, record.device);
  if (session == nullptr) return;
  evidence.last_seen_ms = std::max(evidence.last_seen_ms, time_of(*session, record.event));
  if (const auto* fired = std::get_if<measure::DetectorFired>(&record.event.body))
    note_detector(evidence, *fired, *session, record.event, curricula);
  if (const auto answer = answer_in(record, before, curricula)) note_answer(evidence, *answer);
}

Bytes encode(const Evidence& evidence) {
  ByteWriter writer;
  writer.u8(evidence_version);
  writer.varint(evidence.sessions);
  writer.varint(evidence.answers);
  writer.varint(evidence.answers_right);
  writer.signed_varint(evidence.last_seen_ms);
  writer.varint(evidence.latest.size());
  for (const auto& [skill, latest] : evidence.latest) {
    writer.u64(skill);
    writer.u8(latest.correct ? 1 : 0);
    writer.u8(latest.attempt);
    writer.u8(latest.hints_used);
    writer.signed_varint(latest.at_ms);
  }
  writer.varint(evidence.noticed.size());
  for (const auto& [detector, noticed] : evidence.noticed) {
    writer.u8(detector);
    writer.varint(noticed.strength_permille);
    writer.u64(noticed.skill);
    writer.signed_varint(noticed.at_ms);
  }
  return writer.take();
}

Result<Evidence> decode_evidence(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(const std::uint8_t version, reader.u8());
  if (version != evidence_version && version != version_without_noticed)
    return fail(ErrorCode::Corrupt, "evidence", "it is of an unknown version");
  Evidence evidence;
  TRY_ASSIGN(const std::uint64_t sessions, reader.varint_up_to(UINT32_MAX));
  TRY_ASSIGN(const std::uint64_t answers, reader.varint_up_to(UINT32_MAX));
  TRY_ASSIGN(const std::uint64_t right, reader.varint_up_to(UINT32_MAX));
  evidence.sessions = static_cast<std::uint32_t>(sessions);
  evidence.answers = static_cast<std::uint32_t>(answers);
  evidence.answers_right = static_cast<std::uint32_t>(right);
  TRY_ASSIGN(evidence.last_seen_ms, reader.signed_varint());
  TRY_ASSIGN(const std::uint64_t count, reader.varint());
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(const SkillKey skill, reader.u64());
    LatestAnswer& latest = evidence.latest[skill];
    TRY_ASSIGN(const std::uint8_t correct, reader.u8());
    latest.correct = correct != 0;
    TRY_ASSIGN(latest.attempt, reader.u8());
    TRY_ASSIGN(latest.hints_used, reader.u8());
    TRY_ASSIGN(latest.at_ms, reader.signed_varint());
  }
  if (version != version_without_noticed) TRY_DONE(read_noticed(evidence, reader));
  TRY_DONE(reader.end());
  return evidence;
}

}  // namespace hornbook::server
