// The item at hand as the detectors see it, kept from act to act, and one try at it beside the learner's own pace.
#pragma once

#include <cstdint>
#include <optional>

#include "runtime/interpret/detect/act.hpp"
#include "runtime/interpret/detect/pace.hpp"

namespace hornbook::interpret::detect {

struct Work {
  std::uint64_t first_sequence = 0;  // of ItemShown; 0: no item is shown
  std::uint8_t kind = 0;             // as in ItemShown
  std::uint32_t typical_ms = 0;
  std::int64_t last_act_ms = 0;  // elapsed_ms of whatever was done last
  std::uint8_t tries = 0;
  bool is_done = false;       // answered right
  bool follows_hint = false;  // the last act was a hint
  bool is_untouched = false;  // nothing was done since the question or its feedback was shown
  bool operator==(const Work&) const = default;
};

// ln seconds between two acts; nothing under a hundredth of a second.
[[nodiscard]] double log_seconds_of(std::int64_t milliseconds);

struct Try {
  const AnswerGiven& answer;
  std::uint64_t sequence = 0;
  std::uint64_t item_sequence = 0;      // of ItemShown
  bool follows_hint = false;            // the act before it was a hint
  std::optional<double> log_seconds{};  // since the act before it; nothing when nobody measured it
  LogTime honest{};                     // what an honest first try of this learner would take
  double own_pace = 0;                  // by how much, in ln time, that is above the usual for the kind of item
  double pace_known = 0;                // answers that this is worth
};

}  // namespace hornbook::interpret::detect
