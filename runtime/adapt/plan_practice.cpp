#include "runtime/adapt/plan_practice.hpp"

#include <algorithm>
#include <set>

#include "runtime/adapt/pace.hpp"
#include "runtime/interpret/memory/fsrs.hpp"

namespace hornbook::adapt {
namespace {

using interpret::SkillStanding;
using measure::ReasonCode;

// Smaller comes first.
constexpr int step_back_rank = 10;
constexpr int first_block_rank = 30;  // a new skill, until it was met a few times
constexpr int overdue_review_rank = 40;
constexpr int first_contact_rank = 45;
constexpr int practice_rank = 50;
constexpr int review_rank = 60;
constexpr int confirm_rank = 62;  // of what a check found to be known: new things come first
constexpr int never_asked_rank = 65;
constexpr int put_off_rank = 75;  // of a review that the learner put off: after everything that is open
constexpr int resting_rank = 90;
constexpr int mastered_rank = 95;

// A skill stalls after this many failures in a row, or with so many opportunities and fewer right than wrong lately.
constexpr std::uint32_t stalled_failures = 3;
constexpr std::uint32_t stalled_opportunities = 6;
constexpr double stalled_recent = 0.5;
// What a stalled skill builds on is looked at when it was not for this long; what is in doubt, on another day.
constexpr double look_again_days = 2.5;
constexpr double in_doubt = 0.8;

// One that waited a week behind other things comes first; so much is looked at in a sitting.
constexpr double overdue_days = 7;
constexpr std::ptrdiff_t checkups_a_sitting_max = 3;
constexpr double never_seen_days = 36'500;
constexpr double ms_a_day = 24.0 * 60 * 60 * 1000;

// Since the skill was seen last. Where no clock tells, each sitting since counts as a day. What only a check has seen
// was never practised.
double days_since(const interpret::LearnerState& state, const interpret::SkillState& skill, UnixMs now) {
  if (skill.last_seen_ms == 0 && skill.last_session == 0) return never_seen_days;
  if (skill.last_seen_ms > 0 && now >= skill.last_seen_ms)
    return static_cast<double>(now - skill.last_seen_ms) / ms_a_day;
  return state.sessions > skill.last_session ? state.sessions - skill.last_session : 0;
}

bool is_met(const SkillInView& skill) { return skill.state != nullptr && skill.state->opportunities > 0; }

bool is_in_practice(const SkillInView& skill) {
  return skill.open && is_met(skill) && skill.standing != SkillStanding::Mastered;
}

bool is_stalled(const interpret::SkillState& skill) {
  return skill.failures_in_row >= stalled_failures ||
         (skill.opportunities >= stalled_opportunities && skill.recent < stalled_recent);
}

bool is_prerequisite(const SkillInView& other, const SkillInView& skill) {
  const auto& prerequisites = skill.curriculum->skills[skill.skill_index].prerequisites;
  return other.curriculum == skill.curriculum &&
         std::find(prerequisites.begin(), prerequisites.end(), other.skill_index) != prerequisites.end();
}

// Of what a stalled skill builds on: that which was not looked at for longest. It may have been forgotten, or never
// been there. Null when all was looked at.
const SkillInView* to_look_at_again(const interpret::LearnerState& state, const SkillInView& skill,
                                    const std::vector<SkillInView>& skills, UnixMs now) {
  const SkillInView* oldest = nullptr;
  double longest = 0;
  for (const SkillInView& other : skills) {
    if (!is_prerequisite(other, skill) || other.state == nullptr) continue;
    const double days = days_since(state, *other.state, now);
    const bool doubtful = other.state->belief.mastery < in_doubt;
    if (days < (doubtful ? another_day_days : look_again_days) || days <= longest) continue;
    oldest = &other;
    longest = days;
  }
  return oldest;
}

using Exercised = std::set<std::pair<const interpret::Curriculum*, std::uint16_t>>;

// What is built on them is being practised, and exercises them: if they were forgotten, that would stall.
Exercised exercised_among(const std::vector<SkillInView>& skills) {
  Exercised exercised;
  for (const SkillInView& skill : skills) {
    if (!is_in_practice(skill)) continue;
    for (const std::uint16_t each : skill.curriculum->skills[skill.skill_index].prerequisites)
      exercised.emplace(skill.curriculum, each);
  }
  return exercised;
}

struct Sitting {
  const interpret::LearnerState& state;
  UnixMs now = 0;
  bool checkups_wait = false;  // they were put off, or there were enough
  Exercised exercised;
  std::uint32_t rests_after = rests_after_in_row;
  double review_stretch = 1;  // of the days until a review
};

// Since the day it was due; below 0 before. A memory's stability is the days until recall has fallen to the target, .9.
double days_overdue(const interpret::SkillState& skill, const Sitting& sitting) {
  static_assert(interpret::target_retention == 0.9);
  const double due =
      std::clamp(skill.belief.memory.stability * sitting.review_stretch, review_days_min, review_days_max);
  return days_since(sitting.state, skill, sitting.now) - due;
}

// By how much longer reviews wait when not all that remains fits before the term ends.
double tight_stretch() {
  static const double stretch = interpret::Fsrs(interpret::fsrs_default_weights).days_until(tight_retention, 1.0);
  return stretch;
}

// A few check-ups make a sitting's: those of what was mastered weeks ago, with what became mastered in it.
bool had_its_checkups(const interpret::LearnerState& state, const std::vector<SkillInView>& skills) {
  const auto seen = std::count_if(skills.begin(), skills.end(), [&state](const SkillInView& skill) {
    return skill.standing == SkillStanding::Mastered && skill.state->last_session == state.sessions;
  });
  return seen >= checkups_a_sitting_max;
}

bool rests(const interpret::SkillState& skill, const Sitting& sitting) {
  return skill.unaided_in_row >= sitting.rests_after &&
         days_since(sitting.state, skill, sitting.now) < another_day_days;
}

int rank_of_checkup(double overdue, const Sitting& sitting) {
  if (sitting.checkups_wait) return put_off_rank;
  return overdue >= overdue_days ? overdue_review_rank : review_rank;
}

RankedSkill rank_one(const SkillInView& skill, const Sitting& sitting) {
  if (skill.state == nullptr) {
    const double interest = interpret::interest_in(sitting.state.interest, skill.curriculum->pack_hash);
    return {skill, ReasonCode::FirstContact, first_contact_rank, interest};
  }
  if (skill.placed && !rests(*skill.state, sitting)) return {skill, ReasonCode::Confirm, confirm_rank};
  // What is only read or written says nothing: it waits while there is something to practise, and never rests.
  if (!is_met(skill)) return {skill, ReasonCode::Strengthen, never_asked_rank};
  const interpret::SkillState& state = *skill.state;
  if (skill.standing == SkillStanding::Mastered) {
    const double overdue = days_overdue(state, sitting);
    const bool is_due = overdue >= 0 && !sitting.exercised.contains({skill.curriculum, skill.skill_index});
    return is_due ? RankedSkill{skill, ReasonCode::Review, rank_of_checkup(overdue, sitting)}
                  : RankedSkill{skill, ReasonCode::Fallback, mastered_rank};
  }
  if (rests(state, sitting)) return {skill, ReasonCode::Fallback, resting_rank};
  if (state.failures_in_row >= failures_before_easier) return {skill, ReasonCode::EasierAfterFailures, practice_rank};
  const bool is_first_block = state.opportunities < first_block_items && state.last_session == sitting.state.sessions;
  return is_first_block ? RankedSkill{skill, ReasonCode::KeepGoing, first_block_rank}
                        : RankedSkill{skill, ReasonCode::Strengthen, practice_rank};
}

// Skills of one rank take turns: the one seen longest ago comes first. Of those that rest, the one that has rested
// least is disturbed again, so that the others come to their day.
bool comes_before(const RankedSkill& a, const RankedSkill& b) {
  const auto last_seen = [](const RankedSkill& each) {
    return each.skill.state == nullptr ? UnixMs{0} : each.skill.state->last_seen_ms;
  };
  if (a.rank != b.rank) return a.rank < b.rank;
  if (a.interest != b.interest) return a.interest > b.interest;
  return a.rank >= resting_rank ? last_seen(a) > last_seen(b) : last_seen(a) < last_seen(b);
}

}  // namespace

std::vector<RankedSkill> plan_practice(const interpret::LearnerState& state, const std::vector<SkillInView>& skills,
                                       UnixMs now, const Treatment& treatment) {
  const bool is_put_off = interpret::puts_checks_off(state.agency, state.sessions);
  const std::optional<TermPace> pace = pace_of(state, skills, now);
  const bool is_tight = pace && !pace->fits();
  const Sitting sitting{state,
                        now,
                        is_put_off || had_its_checkups(state, skills),
                        exercised_among(skills),
                        treatment.rests_after(rests_after_in_row),
                        is_tight ? tight_stretch() : 1.0};
  std::vector<RankedSkill> ranked;
  for (const SkillInView& skill : skills) {
    if (is_in_practice(skill) && is_stalled(*skill.state)) {
      if (const SkillInView* back = to_look_at_again(state, skill, skills, now))
        ranked.push_back({*back, ReasonCode::StepBack, step_back_rank});
    }
    if (skill.open || skill.standing == SkillStanding::Mastered) ranked.push_back(rank_one(skill, sitting));
  }
  std::stable_sort(ranked.begin(), ranked.end(), comes_before);
  if (is_tight) put_most_needed_first(ranked, skills);
  return ranked;
}

}  // namespace hornbook::adapt
