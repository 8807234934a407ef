#include "runtime/interpret/agency/agency_state.hpp"

#include <algorithm>
#include <limits>

namespace hornbook::interpret {
namespace {

constexpr UnixMs ms_a_day = 24LL * 60 * 60 * 1000;

void wish(AgencyState& agency, int by) {
  const int steps = std::clamp<int>(agency.easier_steps + by, -easier_steps_max, easier_steps_max);
  agency.easier_steps = static_cast<std::int8_t>(steps);
}

void put_checks_off(AgencyState& agency, std::uint32_t session) {
  if (!may_put_checks_off(agency, session)) return;
  const bool in_row = agency.later_session + 1 == session;
  agency.later_in_row = in_row ? static_cast<std::uint8_t>(agency.later_in_row + 1) : std::uint8_t{1};
  agency.later_session = session;
}

}  // namespace

// A wish fades by one step: what was too hard last week need not be today.
void begin_session(AgencyState& agency) {
  if (agency.easier_steps > 0) --agency.easier_steps;
  if (agency.easier_steps < 0) ++agency.easier_steps;
}

void take(AgencyState& agency, const measure::MessageShown& shown, std::uint32_t responses, UnixMs now) {
  agency.message = {shown.message, responses, now};
}

void take(AgencyState& agency, const measure::GoalSet& goal, std::uint32_t session) {
  agency.goal = {};
  if (goal.target == 0) return;
  agency.goal = {goal.skill, goal.target, 0, goal.day, session, goal.by == measure::DecidedBy::Teacher, false};
}

void take(AgencyState& agency, const measure::OverrideMade& made, std::uint32_t session) {
  switch (made.reason) {
    case measure::OverrideReason::TooEasy:
      return wish(agency, -1);
    case measure::OverrideReason::TooHard:
      return wish(agency, 1);
    case measure::OverrideReason::Later:
      return put_checks_off(agency, session);
    case measure::OverrideReason::JustRight:
    case measure::OverrideReason::Other:
      return;
  }
}

void present_item(AgencyState& agency) { agency.goal.counted = false; }

void count_item(AgencyState& agency, SkillKey main_skill) {
  GoalState& goal = agency.goal;
  const bool counts = goal.target > 0 && !goal.counted && (goal.skill == 0 || goal.skill == main_skill);
  if (!counts || goal.done == std::numeric_limits<std::uint16_t>::max()) return;
  ++goal.done;
  goal.counted = true;
}

bool has_goal(const AgencyState& agency, std::uint32_t session, UnixMs now) {
  const GoalState& goal = agency.goal;
  if (goal.target == 0) return false;
  return goal.day == 0 ? goal.session == session : day_of(now) <= goal.day;
}

bool puts_checks_off(const AgencyState& agency, std::uint32_t session) {
  return agency.later_session != 0 && agency.later_session == session;
}

bool may_put_checks_off(const AgencyState& agency, std::uint32_t session) {
  if (puts_checks_off(agency, session)) return false;
  return agency.later_session + 1 != session || agency.later_in_row < later_in_row_max;
}

std::uint32_t day_of(UnixMs now) { return static_cast<std::uint32_t>(std::max(now, UnixMs{0}) / ms_a_day); }

}  // namespace hornbook::interpret
