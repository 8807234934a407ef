// Wheel spinning: practice of a skill that does not get there. Beck & Gong 2013, "Wheel-spinning: students who fail to
// master a skill", call it so when ten opportunities went by without three right answers in a row. It is told before
// that, from the fourth opportunity on, by a sequential probability ratio test (Wald 1947) between "three of ten come
// right" and "seven of ten do"; and after ten it is not told while more than half come right, because that is getting
// there (Kai et al. 2018 keep productive persistence apart). A skill that once got there is not looked at again.
#pragma once

#include <map>

#include "runtime/interpret/detect/alarm.hpp"
#include "runtime/interpret/detect/work.hpp"

namespace hornbook::interpret::detect {

struct SpinningSkill {
  std::uint8_t opportunities = 0;  // first tries that were none of a guess; counted no further than needed
  std::uint8_t right = 0;          // of them, unaided
  std::uint8_t in_row = 0;
  bool got_there = false;  // three in a row
  bool operator==(const SpinningSkill&) const = default;
};

struct WheelSpinning {
  std::map<SkillKey, SpinningSkill> skills;
  SkillKey skill = 0;  // that the alarm is about
  Alarm alarm;
  bool operator==(const WheelSpinning&) const = default;
};

void begin_sitting(WheelSpinning& state);
// A first try; `honest`: how probable it is that it was none of a guess.
void take_try(WheelSpinning& state, const Try& made, double honest);

}  // namespace hornbook::interpret::detect
