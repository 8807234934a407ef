// What a teacher sees beside a learner's state: the latest answer to each skill and when the learner was last here.
// A fold over the same events, kept beside the state.
#pragma once

#include <map>

#include "runtime/interpret/curriculum.hpp"
#include "runtime/interpret/learner_state.hpp"

namespace hornbook::server {

struct LatestAnswer {
  bool correct = false;
  std::uint8_t attempt = 1;
  std::uint8_t hints_used = 0;
  UnixMs at_ms = 0;  // 0: the device knew no time
  bool operator==(const LatestAnswer&) const = default;
};

// What a detector told and has not taken back.
struct Noticed {
  std::uint16_t strength_permille = 0;
  SkillKey skill = 0;  // the main one of the item then at hand; 0: not known
  UnixMs at_ms = 0;    // 0: the device knew no time
  bool operator==(const Noticed&) const = default;
};

struct Evidence {
  std::uint32_t sessions = 0;
  std::uint32_t answers = 0;
  std::uint32_t answers_right = 0;
  UnixMs last_seen_ms = 0;
  std::map<SkillKey, LatestAnswer> latest;
  std::map<std::uint8_t, Noticed> noticed;  // by the detector's number: runtime/interpret/detect/alarm.hpp
  bool operator==(const Evidence&) const = default;
};

[[nodiscard]] Bytes encode(const Evidence& evidence);
[[nodiscard]] Result<Evidence> decode_evidence(ByteView bytes);

// `before` is the learner's state just before the event: it says which item is being answered.
void note(Evidence& evidence, const measure::EventRecord& record, const interpret::LearnerState& before,
          const interpret::CurriculumSet& curricula);

}  // namespace hornbook::server
