// Signs of frustration: failure after failure, and ever hastier answers to it, or questions left in the middle (Rodrigo
// & Baker 2009, "Coarse-grained detection of student frustration in an introductory programming course"; Baker et al.
// 2012, "Towards sensor-free affect detection in Cognitive Tutor Algebra").
#pragma once

#include "runtime/interpret/detect/alarm.hpp"
#include "runtime/interpret/detect/work.hpp"

namespace hornbook::interpret::detect {

struct Frustration {
  double signs = 0;  // hasty failures and questions left; a question answered halves them
  std::uint64_t first_sequence = 0;
  Alarm alarm;
  bool operator==(const Frustration&) const = default;
};

void begin_sitting(Frustration& state);
// A question was left after a failure.
void leave_item(Frustration& state, std::uint64_t item_sequence, std::uint64_t sequence);
// `guessed` as in RapidGuessing: those are not signs of this.
void take_try(Frustration& state, const Try& made, double guessed);

}  // namespace hornbook::interpret::detect
