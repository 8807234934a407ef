// What came before an event within the same bytes: what its fields are expected to be, so that an expected field costs
// nothing. An event that stands alone starts from the empty context. For runtime/measure alone.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "runtime/measure/event.hpp"

namespace hornbook::measure {

struct LearnerContext {
  Decision decision;
  bool has_decision = false;
  std::uint8_t option = 0;  // taken of the decision
  ItemPresented item;
  std::int64_t shown_ms = 0;  // elapsed_ms of the item or the last response
  std::uint8_t step = 0;      // the question of the item that tries and hints are counted for
  std::uint8_t hint = 0;
  std::uint8_t attempts = 0;
  std::uint8_t hints = 0;
};

// How many numbers and texts an answer has.
struct AnswerShape {
  std::size_t numbers = 1;
  std::size_t texts = 0;
  bool operator==(const AnswerShape&) const = default;
};
[[nodiscard]] AnswerShape shape_of(const engage::Answer& answer);

struct EventContext {
  std::uint64_t sequence = 0;
  std::uint32_t learner_index = 0;
  std::int64_t elapsed_ms = 0;
  SessionStart session;  // the last one, of whatever learner
  std::int64_t session_elapsed_ms = 0;
  std::vector<LearnerId> learner_ids;
  std::vector<DeviceId> devices;
  std::vector<Hash> hashes;
  std::vector<ExperimentId> experiments;
  std::map<std::uint32_t, LearnerContext> learners;
  std::map<std::pair<std::uint16_t, std::uint32_t>, std::uint16_t> skill_of_item;
  std::map<std::uint8_t, AnswerShape> shape_of_kind;

  [[nodiscard]] LearnerContext& learner() { return learners[learner_index]; }
};

// Tries and hints begin anew when another question of the item is at hand.
void turn_to(LearnerContext& learner, std::uint8_t step, std::uint8_t hint);

// What the next event of each kind is expected to be.
[[nodiscard]] TimeEstimate expected_time(const EventContext& context, std::int64_t elapsed_ms);
[[nodiscard]] ItemPresented expected_item(const LearnerContext& learner);
// Credit follows from `correct`, a misconception is never expected.
[[nodiscard]] Response expected_response(const LearnerContext& learner, std::int64_t elapsed_ms, bool correct);
// Of a candidate, pack and seed are expected to be those of `before`, the skill to be the one last seen with the item.
[[nodiscard]] Candidate candidate_before(const LearnerContext& learner, const EventContext& context);
[[nodiscard]] std::uint16_t expected_skill(const EventContext& context, const Candidate& candidate);
// That of the last answer of this kind; at first one text for kind 2, one number for every other.
[[nodiscard]] AnswerShape expected_shape(const EventContext& context, std::uint8_t kind);
[[nodiscard]] std::uint32_t expected_decision_number(const LearnerContext& learner);

// Takes the event in, after it was written or read.
void remember(EventContext& context, const Event& event);

}  // namespace hornbook::measure
