#include "runtime/interpret/detect/wheel_spinning.hpp"

#include <algorithm>

namespace hornbook::interpret::detect {
namespace {

constexpr int opportunities_of_spinning = 10;
constexpr int in_row_to_get_there = 3;
constexpr int opportunities_max = 100;
// ln 7/3 for each wrong answer more than right ones: after four more, at odds of 30 to 1, it is called spinning.
constexpr int surplus_to_tell = 4;
constexpr double strength_when_told = 0.6;

// How clearly, 0 … 1.
double spins(const SpinningSkill& skill) {
  if (skill.got_there) return 0;
  const int surplus = skill.opportunities - 2 * skill.right;
  if (skill.opportunities >= opportunities_of_spinning && surplus >= 0) return 1;
  return surplus >= surplus_to_tell ? strength_when_told : 0;
}

void count(SpinningSkill& skill, bool right) {
  if (skill.got_there || skill.opportunities >= opportunities_max) return;
  ++skill.opportunities;
  skill.right = static_cast<std::uint8_t>(skill.right + (right ? 1 : 0));
  skill.in_row = static_cast<std::uint8_t>(right ? skill.in_row + 1 : 0);
  skill.got_there = skill.in_row >= in_row_to_get_there;
}

}  // namespace

void begin_sitting(WheelSpinning& state) {
  state.skill = 0;
  state.alarm = {};
}

void take_try(WheelSpinning& state, const Try& made, double honest) {
  if (honest < 0.5) return;
  for (const SkillKey key : made.answer.skills) {
    SpinningSkill& skill = state.skills[key];
    count(skill, made.answer.correct && made.answer.hints == 0);
    const double strength = spins(skill);
    if (strength > 0) {
      const bool same = state.skill == key && state.alarm.is_on();
      state.alarm = {strength_of(strength), same ? state.alarm.first_sequence : made.item_sequence, made.sequence};
      state.skill = key;
    } else if (state.skill == key) {
      state.alarm = {};
    }
  }
}

}  // namespace hornbook::interpret::detect
