// What checks have asked and found, as far as later decisions need it. Part of the learner's state;
// runtime/interpret/STATE.md has its bytes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::interpret {

enum class CheckOutcome : std::uint8_t {
  NotRight = 0,
  Right = 1,
  Unread = 2,  // answered before it can have been read: it says nothing
};

struct CheckAnswer {
  ItemKey item = 0;
  CheckOutcome outcome{};
  UnixMs at_ms = 0;
  bool operator==(const CheckAnswer&) const = default;
};

// The check on one cluster of skills.
struct ClusterCheck {
  std::vector<CheckAnswer> answers;                // in their order, until it has ended
  std::optional<measure::CheckEndReason> ended{};  // nothing while it goes on; never Later
  double ability = 0;                              // of the cluster's scale, when it ended
  double standard_error = 0;
  bool operator==(const ClusterCheck&) const = default;
};

// A skill that a check found to be known, until a mistake says otherwise or it is mastered.
struct PlacedSkill {
  double known = 0;  // P(known) by the check
  bool operator==(const PlacedSkill&) const = default;
};

struct PlacementState {
  std::map<SkillKey, ClusterCheck> checks;  // by the cluster's name
  SkillKey asking = 0;                      // the name of the cluster that is asked about now; 0: none
  std::map<SkillKey, PlacedSkill> placed;
  bool operator==(const PlacementState&) const = default;
};

}  // namespace hornbook::interpret
