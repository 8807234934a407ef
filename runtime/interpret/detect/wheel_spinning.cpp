#include "runtime/interpret/detect/wheel_spinning.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret::detect {
namespace {

constexpr int opportunities_of_spinning = 10;
constexpr int in_row_to_get_there = 3;
constexpr int opportunities_max = 200;
// ln 7/3: what a wrong answer more than right ones says.
constexpr double evidence_of_one = 0.8472978603872037;
// Skills that a new learner is thought to have shown: one of ten is not got.
constexpr double not_got_before = 1;
constexpr double got_before = 9;
// Foreseen at 95 to 5, for a new learner the seventh failure; after ten it has happened, and is told unless P < .25.
constexpr double foreseen_at = 2.9444389791664403;
constexpr double told_at = -1.0986122886681098;

bool has_spun(const SpinningSkill& skill) { return skill.opportunities >= opportunities_of_spinning; }

// ln odds that the skill will not be got.
double odds_of(const WheelSpinning& state, const SpinningSkill& skill) {
  const double spun_others = state.spun - (has_spun(skill) ? 1.0 : 0.0);
  const double before = portable_log((not_got_before + spun_others) / (got_before + state.got_there_in_time));
  return before + evidence_of_one * (skill.opportunities - 2 * skill.right);
}

void count(WheelSpinning& state, SpinningSkill& skill, bool right) {
  if (skill.got_there) return;
  skill.in_row = static_cast<std::uint8_t>(right ? skill.in_row + 1 : 0);
  skill.got_there = skill.in_row >= in_row_to_get_there;
  if (skill.opportunities >= opportunities_max) return;
  ++skill.opportunities;
  skill.right = static_cast<std::uint8_t>(skill.right + (right ? 1 : 0));
  if (skill.got_there && skill.opportunities <= opportunities_of_spinning)
    ++state.got_there_in_time;
  else if (skill.opportunities == opportunities_of_spinning)
    ++state.spun;
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
    count(state, skill, made.answer.correct && made.answer.hints == 0);
    const double odds = odds_of(state, skill);
    if (!skill.got_there && odds >= (has_spun(skill) ? told_at : foreseen_at)) {
      const bool same = state.skill == key && state.alarm.is_on();
      state.alarm = {strength_of(has_spun(skill) ? 1 : logistic(odds)),
                     same ? state.alarm.first_sequence : made.item_sequence, made.sequence};
      state.skill = key;
    } else if (state.skill == key) {
      state.alarm = {};
    }
  }
}

}  // namespace hornbook::interpret::detect
