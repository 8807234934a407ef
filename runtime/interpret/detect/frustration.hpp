// Signs of frustration: failure after failure, and ever hastier answers to it, hints opened at once after a failure,
// questions left in the middle (Rodrigo & Baker 2009, "Coarse-grained detection of student frustration in an
// introductory programming course"; Baker et al. 2012, "Towards sensor-free affect detection in Cognitive Tutor
// Algebra"). A cumulative sum (Page 1954) of how much likelier each act after a failure is from one who is frustrated.
#pragma once

#include "runtime/interpret/detect/alarm.hpp"
#include "runtime/interpret/detect/work.hpp"

namespace hornbook::interpret::detect {

struct Frustration {
  double evidence = 0;         // ln of how much likelier, never below 0
  bool failed_before = false;  // the question before was not answered right, or only at a further try
  std::uint64_t first_sequence = 0;
  Alarm alarm;
  bool operator==(const Frustration&) const = default;
};

void begin_sitting(Frustration& state);
// A question was left after a failure.
void leave_item(Frustration& state, std::uint64_t item_sequence, std::uint64_t sequence);
// The first act after a failure is to open a hint.
void open_hint(Frustration& state, double log_seconds, std::uint64_t item_sequence, std::uint64_t sequence);
// `guessed`: how probable it is that the first try was a rapid guess: such failures are not signs of this.
void take_try(Frustration& state, const Try& made, double guessed);

}  // namespace hornbook::interpret::detect
