#include "runtime/adapt/rank_skills.hpp"

#include <algorithm>

#include "runtime/adapt/plan_practice.hpp"

namespace hornbook::adapt {
namespace {

using interpret::SkillStanding;
using measure::ReasonCode;

// From this rank on: known for now, owing a right answer after a delay, and the delay is not over.
constexpr int resting = 90;
// Of a check that the learner put off: after everything that is open.
constexpr int put_off = 75;

SkillKey key_of(const SkillInView& skill) { return skill.curriculum->skills[skill.skill_index].key; }

bool needs_step_back(const SkillInView& skill) {
  return skill.open && skill.state != nullptr && skill.state->failures_in_row >= failures_before_step_back;
}

// The prerequisite with the smallest P(known), or null when there is none.
const SkillInView* weakest_prerequisite(const SkillInView& skill, const std::vector<SkillInView>& skills) {
  const SkillInView* weakest = nullptr;
  const auto& prerequisites = skill.curriculum->skills[skill.skill_index].prerequisites;
  for (const SkillInView& other : skills) {
    const bool is_prerequisite =
        other.curriculum == skill.curriculum &&
        std::find(prerequisites.begin(), prerequisites.end(), other.skill_index) != prerequisites.end();
    if (!is_prerequisite) continue;
    const double known = other.state == nullptr ? 0 : other.state->known;
    if (weakest == nullptr || known < (weakest->state == nullptr ? 0 : weakest->state->known)) weakest = &other;
  }
  return weakest;
}

bool review_is_due(const interpret::SkillState& skill, UnixMs now, const interpret::Parameters& parameters) {
  const std::int64_t since = now - skill.last_seen_ms;
  if (!skill.delayed_correct) return since >= parameters.delayed_check_ms;
  const std::uint32_t doublings = std::min(skill.unaided_correct / 3, std::uint32_t{5});
  return since >= (first_review_after_ms << doublings);
}

// What is in the learner's mind right now: the last item was on it.
bool is_current(const interpret::LearnerState& state, const SkillInView& skill) {
  return state.current_skill == key_of(skill) && state.current_skill_run > 0;
}

RankedSkill rank_practising(const interpret::LearnerState& state, const SkillInView& skill) {
  const bool current = is_current(state, skill);
  if (current && state.current_skill_run < first_block_items && skill.state->opportunities <= first_block_items) {
    return {skill, ReasonCode::KeepGoing, 20};
  }
  if (skill.state->failures_in_row >= failures_before_easier) return {skill, ReasonCode::EasierAfterFailures, 30};
  return {skill, ReasonCode::Strengthen, current ? 60 : 50};
}

RankedSkill rank_one(const interpret::LearnerState& state, const SkillInView& skill, std::size_t in_hand, UnixMs now,
                     const interpret::Parameters& parameters) {
  if (skill.ready || skill.standing == SkillStanding::Mastered) {
    const bool is_later = interpret::puts_checks_off(state.agency, state.sessions);
    if (review_is_due(*skill.state, now, parameters)) return {skill, ReasonCode::Review, is_later ? put_off : 40};
    const int rank = skill.state->delayed_correct ? 80 : resting;
    return {skill, ReasonCode::Fallback, is_current(state, skill) ? rank + 5 : rank};
  }
  if (skill.state != nullptr && skill.state->opportunities > 0) return rank_practising(state, skill);
  // Met, and never asked: what is only read is never in hand, and waits while something is.
  if (skill.state != nullptr) return {skill, ReasonCode::Fallback, 65};
  return {skill, ReasonCode::FirstContact, in_hand < skills_in_hand_max ? 45 : 70};
}

// Skills of one rank take turns: the one that was seen longest ago comes first. Not so those that rest: all would be
// woken in turn and none would ever come to its delayed answer, so the one that has rested least is disturbed again.
bool comes_before(const RankedSkill& a, const RankedSkill& b) {
  const auto last_seen = [](const RankedSkill& each) {
    return each.skill.state == nullptr ? UnixMs{0} : each.skill.state->last_seen_ms;
  };
  if (a.rank != b.rank) return a.rank < b.rank;
  return a.rank >= resting ? last_seen(a) > last_seen(b) : last_seen(a) < last_seen(b);
}

}  // namespace

std::vector<RankedSkill> rank_skills(const interpret::LearnerState& state, const std::vector<SkillInView>& skills,
                                     UnixMs now, const interpret::Parameters& parameters, const Treatment& treatment) {
  if (parameters.version >= plan_since) return plan_practice(state, skills, now, treatment);
  const auto in_hand =
      static_cast<std::size_t>(std::count_if(skills.begin(), skills.end(), [](const SkillInView& skill) {
        return skill.open && !skill.ready && skill.state != nullptr && skill.state->opportunities > 0;
      }));
  std::vector<RankedSkill> ranked;
  for (const SkillInView& skill : skills) {
    if (needs_step_back(skill)) {
      if (const SkillInView* back = weakest_prerequisite(skill, skills)) {
        ranked.push_back({*back, ReasonCode::StepBack, is_current(state, *back) ? 55 : 10});
      }
    }
    if (skill.open) ranked.push_back(rank_one(state, skill, in_hand, now, parameters));
  }
  std::stable_sort(ranked.begin(), ranked.end(), comes_before);
  return ranked;
}

}  // namespace hornbook::adapt
