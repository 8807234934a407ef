#include "runtime/interpret/count_answer.hpp"

namespace hornbook::interpret {

bool is_delayed(const SkillState& skill, const LearnerState& state, bool is_time_known, UnixMs now,
                const Parameters& parameters) {
  if (skill.opportunities == 0) return false;
  if (is_time_known && skill.last_seen_ms > 0) return now - skill.last_seen_ms >= parameters.delayed_check_ms;
  return state.sessions > skill.last_session;
}

void count_rapid_guess(SkillState& skill, const measure::Response& response) {
  ++skill.opportunities;
  skill.correct += response.correct ? 1u : 0u;
  skill.unaided_in_row = 0;
}

void count_first_try(SkillState& skill, const measure::Response& response, bool is_delayed_try) {
  const bool is_unaided_right = response.correct && response.hints_used == 0;
  ++skill.opportunities;
  skill.correct += response.correct ? 1u : 0u;
  skill.unaided_correct += is_unaided_right ? 1u : 0u;
  skill.unaided_in_row = is_unaided_right ? skill.unaided_in_row + 1 : 0;
  skill.failures_in_row = response.correct ? 0 : skill.failures_in_row + 1;
  if (is_unaided_right && is_delayed_try) skill.delayed_correct = true;
}

}  // namespace hornbook::interpret
