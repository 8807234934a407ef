// A learner's state: a pure fold over their events. Same events in the same order, same curricula and parameters, same
// bytes, on every processor. Format of the bytes: runtime/interpret/STATE.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"
#include "runtime/interpret/agency/agency_state.hpp"
#include "runtime/interpret/agency/plan_state.hpp"
#include "runtime/interpret/agency/support_state.hpp"
#include "runtime/interpret/curriculum.hpp"
#include "runtime/interpret/detect/detect.hpp"
#include "runtime/interpret/misconceptions/misconception_state.hpp"
#include "runtime/interpret/parameters.hpp"
#include "runtime/interpret/placement/placement_state.hpp"
#include "runtime/interpret/skill_belief.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::interpret {

struct SkillState {
  std::uint32_t opportunities = 0;    // first tries
  std::uint32_t correct = 0;          // of them
  std::uint32_t unaided_correct = 0;  // right at the first try without a hint
  std::uint32_t failures_in_row = 0;
  std::uint32_t unaided_in_row = 0;
  double known = 0;   // P(known), Bayesian knowledge tracing
  double recent = 0;  // exponentially decayed success, 0 … 1, starts at .5
  UnixMs first_seen_ms = 0;
  UnixMs last_seen_ms = 0;
  std::uint32_t last_session = 0;  // count of the learner's sessions when last seen
  bool delayed_correct = false;    // an unaided right answer after the delay of the parameters
  SkillBelief belief{};            // since parameter version 4
  bool operator==(const SkillState&) const = default;
};

struct ItemState {
  std::uint32_t presented = 0;
  std::uint32_t last_response_number = 0;  // value of LearnerState::responses when last answered
  bool last_correct = false;
  bool operator==(const ItemState&) const = default;
};

// What the fold must remember of a session that is still open, one per device.
struct OpenSession {
  std::uint64_t epoch = 0;
  std::uint32_t learner_index = 0;
  std::int64_t started_elapsed_ms = 0;
  TimeEstimate time;
  std::vector<measure::PackBinding> packs;
  std::optional<measure::ItemPresented> item;
  std::uint32_t decisions = 0;
  bool operator==(const OpenSession&) const = default;
};

struct LearnerState {
  double ability = 0;           // logit scale; since parameter version 4 the mean of a belief with the variance below
  double ability_variance = 0;  // 0: no answer since parameter version 4
  // Since parameter version 4: ln of the odds that learning has been gradual rather than sudden.
  double gradual_log_odds = 0;
  std::uint32_t responses = 0;
  std::uint32_t sessions = 0;
  UnixMs last_event_ms = 0;
  std::map<SkillKey, SkillState> skills;
  std::map<ItemKey, ItemState> items;
  std::map<DeviceId, OpenSession> open_sessions;
  SkillKey current_skill = 0;            // of the last item presented, for blocking
  std::uint32_t current_skill_run = 0;   // items in a row on it
  AgencyState agency{};                  // since parameter version 3
  MisconceptionStates misconceptions{};  // since parameter version 3
  detect::Detectors detectors{};         // since parameter version 3
  PlacementState placement{};            // since parameter version 4
  PlanState plan{};                      // since parameter version 4
  SupportState supports{};               // since parameter version 4
  bool operator==(const LearnerState&) const = default;
};

// Canonical bytes and their hash.
[[nodiscard]] Bytes encode(const LearnerState& state);
[[nodiscard]] Result<LearnerState> decode_state(ByteView bytes);
[[nodiscard]] Hash hash_of(const LearnerState& state);

// A base as the server issues it: the state and the vector of what it contains.
struct Base {
  LearnerState state;
  measure::BaseVector contains;
};
[[nodiscard]] measure::BaseName name_of(const Base& base);
[[nodiscard]] Bytes encode(const Base& base);
[[nodiscard]] Result<Base> decode_base(ByteView bytes);

// Applies one event of this learner. Events that carry no evidence, unknown events and events whose pack is not in
// `curricula` change nothing but the time; nothing here fails.
void fold(LearnerState& state, const measure::EventRecord& record, const CurriculumSet& curricula,
          const Parameters& parameters);

// The device's estimate of the wall clock at `elapsed_ms` of the session's epoch, within the years 1970 to 9999.
[[nodiscard]] UnixMs session_time(const OpenSession& session, std::int64_t elapsed_ms);

// Whether `contains` covers the event: its device's entry is at or past (epoch, sequence).
[[nodiscard]] bool covers(const measure::BaseVector& contains, const DeviceId& device, std::uint64_t epoch,
                          std::uint64_t sequence);
void include(measure::BaseVector& contains, const DeviceId& device, std::uint64_t epoch, std::uint64_t sequence);

}  // namespace hornbook::interpret
