// Idle: a pause that neither the item nor this learner's own pace explains (Beck 2005 and Baker 2007, "Modeling and
// understanding students' off-task behavior", go by such pauses). A slow learner's long thought is no pause: what is
// long is measured by the learner's own times.
#pragma once

#include "runtime/interpret/detect/alarm.hpp"
#include "runtime/interpret/detect/work.hpp"

namespace hornbook::interpret::detect {

// From this probability on there was a pause.
inline constexpr double pause_seen_at = 0.5;

struct Idle {
  double paused = 0;       // probability that the latest act followed a pause
  double doubtful = 0;     // the same if the learner were one who pauses often
  double item_paused = 0;  // the greatest of the item at hand
  Mean share;              // of acts after a pause, for this learner
  Alarm alarm;
  bool operator==(const Idle&) const = default;
};

void begin_sitting(Idle& state);
void show_item(Idle& state);
// After `seconds` in which nothing was done; `usual` is what such a time usually is for this learner.
void take_pause(Idle& state, double log_seconds, const LogTime& usual, std::uint64_t from_sequence,
                std::uint64_t to_sequence);

}  // namespace hornbook::interpret::detect
