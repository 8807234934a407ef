#include "runtime/adapt/pace.hpp"

#include <algorithm>
#include <set>

#include "runtime/adapt/plan_practice.hpp"

namespace hornbook::adapt {
namespace {

using interpret::SkillStanding;
using measure::ReasonCode;

constexpr double ms_a_day = 24.0 * 60 * 60 * 1000;

// What is usual, and how many observations of one's own it is worth.
constexpr double items_a_skill = 14;
constexpr double items_a_skill_weight = 2;
constexpr double items_a_sitting = 10;
constexpr double items_a_sitting_weight = 2;
constexpr double sittings_a_day = 0.5;
constexpr double sittings_a_day_weight = 4;  // days
// Mastery asks for so many right answers, however fast the rest went.
constexpr double items_at_least = 3;

struct Counts {
  double first_tries = 0;
  double first_tries_of_mastered = 0;
  std::uint32_t mastered = 0;
  UnixMs first_seen_ms = 0;  // 0: nothing was seen
};

Counts count(const std::vector<SkillInView>& skills) {
  Counts counts;
  for (const SkillInView& skill : skills) {
    const bool is_mastered = skill.standing == SkillStanding::Mastered;
    counts.mastered += is_mastered ? 1u : 0u;
    if (skill.state == nullptr) continue;
    counts.first_tries += skill.state->opportunities;
    if (is_mastered) counts.first_tries_of_mastered += skill.state->opportunities;
    const UnixMs seen = skill.state->first_seen_ms;
    if (seen > 0 && (counts.first_seen_ms == 0 || seen < counts.first_seen_ms)) counts.first_seen_ms = seen;
  }
  return counts;
}

double drawn_to(double usual, double weight, double total, double observations) {
  return (total + usual * weight) / (observations + weight);
}

// Items that the learner will do until the last day of the term is over.
double items_until(std::uint32_t last_day, const interpret::LearnerState& state, const Counts& counts, UnixMs now) {
  const double days_left = (static_cast<double>(last_day) + 1) - static_cast<double>(now) / ms_a_day;
  const double days_so_far =
      counts.first_seen_ms > 0 ? std::max(static_cast<double>(now - counts.first_seen_ms) / ms_a_day, 0.0) : 0;
  const double sittings = drawn_to(sittings_a_day, sittings_a_day_weight, state.sessions, days_so_far) * days_left;
  return sittings * drawn_to(items_a_sitting, items_a_sitting_weight, counts.first_tries, state.sessions);
}

double reviews_until(std::uint32_t last_day, const std::vector<SkillInView>& skills, UnixMs now) {
  const double days_left = (static_cast<double>(last_day) + 1) - static_cast<double>(now) / ms_a_day;
  double reviews = 0;
  for (const SkillInView& skill : skills) {
    if (skill.standing != SkillStanding::Mastered || skill.state == nullptr) continue;
    const double interval = std::clamp(skill.state->belief.memory.stability, review_days_min, review_days_max);
    reviews += days_left / interval;
  }
  return reviews;
}

// Of each skill that is not mastered, the smallest first.
std::vector<double> needs_of(const std::vector<SkillInView>& skills, const Counts& counts) {
  const double usual = drawn_to(items_a_skill, items_a_skill_weight, counts.first_tries_of_mastered, counts.mastered);
  std::vector<double> needs;
  for (const SkillInView& skill : skills) {
    if (skill.standing == SkillStanding::Mastered) continue;
    const double done = skill.state == nullptr ? 0 : skill.state->opportunities;
    needs.push_back(skill.placed ? items_at_least : std::max(usual - done, items_at_least));
  }
  std::sort(needs.begin(), needs.end());
  return needs;
}

// By curriculum and index: what is built on each skill directly.
using Builders = std::multimap<std::pair<const interpret::Curriculum*, std::uint16_t>, const SkillInView*>;

Builders builders_of(const std::vector<SkillInView>& skills) {
  Builders builders;
  for (const SkillInView& skill : skills)
    for (const std::uint16_t needed : skill.curriculum->skills[skill.skill_index].prerequisites)
      builders.emplace(std::pair(skill.curriculum, needed), &skill);
  return builders;
}

std::size_t dependants_in(const SkillInView& skill, const Builders& builders) {
  std::set<const SkillInView*> found;
  std::vector<const SkillInView*> open{&skill};
  while (!open.empty()) {
    const SkillInView* at = open.back();
    open.pop_back();
    const auto [first, last] = builders.equal_range({at->curriculum, at->skill_index});
    for (auto each = first; each != last; ++each)
      if (found.insert(each->second).second) open.push_back(each->second);
  }
  return static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [](const SkillInView* each) { return each->standing != SkillStanding::Mastered; }));
}

}  // namespace

std::optional<TermPace> pace_of(const interpret::LearnerState& state, const std::vector<SkillInView>& skills,
                                UnixMs now) {
  const std::uint32_t last_day = state.plan.term_end_day;
  if (last_day == 0 || now <= 0 || interpret::day_of(now) > last_day) return std::nullopt;
  const Counts counts = count(skills);
  TermPace pace;
  pace.skills = static_cast<std::uint32_t>(skills.size());
  pace.mastered = counts.mastered;
  pace.items_left = items_until(last_day, state, counts, now);
  pace.items_needed = reviews_until(last_day, skills, now);
  pace.by_then = counts.mastered;
  for (const double need : needs_of(skills, counts)) {
    pace.items_needed += need;
    if (pace.items_needed <= pace.items_left) ++pace.by_then;
  }
  return pace;
}

std::size_t dependants_of(const SkillInView& skill, const std::vector<SkillInView>& skills) {
  return dependants_in(skill, builders_of(skills));
}

void put_most_needed_first(std::vector<RankedSkill>& ranked, const std::vector<SkillInView>& skills) {
  struct Fresh {
    RankedSkill skill;
    std::size_t turn = 0;
    std::size_t dependants = 0;
  };
  std::vector<std::size_t> places;
  std::vector<Fresh> fresh;
  const Builders builders = builders_of(skills);
  for (std::size_t at = 0; at < ranked.size(); ++at) {
    if (ranked[at].reason != ReasonCode::FirstContact) continue;
    fresh.push_back({ranked[at], places.size(), dependants_in(ranked[at].skill, builders)});
    places.push_back(at);
  }
  std::stable_sort(fresh.begin(), fresh.end(),
                   [](const Fresh& a, const Fresh& b) { return a.dependants > b.dependants; });
  for (std::size_t turn = 0; turn < places.size(); ++turn) {
    if (turn < fresh[turn].turn) fresh[turn].skill.reason = ReasonCode::BeforeTermEnds;
    ranked[places[turn]] = fresh[turn].skill;
  }
}

}  // namespace hornbook::adapt
