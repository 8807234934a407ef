// Wheel spinning: practice of a skill that does not get there. Beck & Gong 2013, "Wheel-spinning: students who fail to
// master a skill", call it so when ten opportunities went by without three right answers in a row. Before that it is
// foreseen (Gong & Beck 2015) by the posterior odds that the skill is one that this learner does not get: Bayes' rule
// between "three of ten come right" and "seven of ten do" (the sequential test of Wald 1945), where the share of skills
// that are not got is learned from the learner's own: who got there with others is believed to get there with this.
// Nor is it told after ten opportunities while the answers speak for getting there (Kai et al. 2018 keep productive
// persistence apart). A skill that once got there is not looked at again.
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
  std::uint32_t got_there_in_time = 0;  // skills, within ten opportunities
  std::uint32_t spun = 0;               // skills, whether or not they got there later
  SkillKey skill = 0;                   // that the alarm is about
  Alarm alarm;
  bool operator==(const WheelSpinning&) const = default;
};

void begin_sitting(WheelSpinning& state);
// A first try; `honest`: how probable it is that it was none of a guess.
void take_try(WheelSpinning& state, const Try& made, double honest);

}  // namespace hornbook::interpret::detect
