// Which item a recorded answer was given to, in which state of its learner.
#pragma once

#include <optional>
#include <span>

#include "runtime/interpret/learner_state.hpp"

namespace hornbook::server {

struct AnswerInPlay {
  const measure::Response* response = nullptr;
  UnixMs at_ms = 0;                                   // 0: the device knew no time
  const interpret::Curriculum* curriculum = nullptr;  // none when the item is of a pack that is not here
  const interpret::ItemNode* item = nullptr;
  std::uint8_t step = 0;
  std::span<const std::uint16_t> skills;  // that the answer practised
};

// The session that is open on the device; none when its start is missing.
[[nodiscard]] const interpret::OpenSession* session_of(const interpret::LearnerState& state, const DeviceId& device);
[[nodiscard]] UnixMs time_of(const interpret::OpenSession& session, const measure::Event& event);

struct ItemAtHand {
  const interpret::Curriculum* curriculum = nullptr;
  const interpret::ItemNode* item = nullptr;
};
// The item presented last in the session; both none when there is none, or its pack is not here.
[[nodiscard]] ItemAtHand item_at_hand(const interpret::OpenSession& session, const interpret::CurriculumSet& curricula);

// Nothing when the event is no answer, or one to a hint's own question. `before` is the learner's state just before it;
// what is returned points into `record` and `curricula`.
[[nodiscard]] std::optional<AnswerInPlay> answer_in(const measure::EventRecord& record,
                                                    const interpret::LearnerState& before,
                                                    const interpret::CurriculumSet& curricula);

}  // namespace hornbook::server
