// Decisions computed again from their causal past: the base that the session start names, then the device's own events
// that the base does not contain, up to the decision. What arrived from elsewhere in the meantime plays no part.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "runtime/interpret/learner_state.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::session {

// The parameters that a session start names; nothing when they are not known here.
using FindParameters = std::function<std::optional<interpret::Parameters>(std::uint32_t version, const Hash&)>;

enum class ReplayOutcome : std::uint8_t {
  Same,  // bit for bit
  Different,
  BaseDiffers,     // the events that the base claims to contain do not give its hash
  NoSessionStart,  // the events before the decision are missing
  UnknownParameters,
  UnknownPack,
};

// The state that a base's name stands for, from where issued bases are kept; nothing when it is not there.
using FindBase = std::function<std::optional<interpret::LearnerState>(const measure::BaseName&)>;

// What a replay knows besides the events.
struct ReplaySources {
  const interpret::CurriculumSet& curricula;
  FindParameters find_parameters;
  FindBase find_base;  // empty, or finds nothing: the base is folded anew from the events that it contains
};

struct ReplayedDecision {
  DeviceId device;
  std::uint64_t epoch = 0;
  std::uint64_t sequence = 0;
  ReplayOutcome outcome{};
  measure::Decision recorded;
  std::optional<measure::Decision> replayed;  // with Same and Different
};

// The state that contains exactly the events that `contains` covers, folded in the order given.
[[nodiscard]] interpret::LearnerState fold_covered(std::span<const measure::EventRecord> committed,
                                                   const measure::BaseVector& contains,
                                                   const interpret::CurriculumSet& curricula,
                                                   const interpret::Parameters& parameters);

// One learner's events in canonical order. Each device's own are taken in the order of (epoch, sequence), also when one
// was committed late. One entry a decision, in canonical order; those committed before position `first` are left out.
[[nodiscard]] std::vector<ReplayedDecision> replay(std::span<const measure::EventRecord> committed,
                                                   const ReplaySources& sources, std::size_t first = 0);

}  // namespace hornbook::session
