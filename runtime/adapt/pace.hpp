// Whether what remains fits before the term ends, at the learner's own pace. Pure.
//
// A forecast from counts, as far as counts go: what a skill takes is the mean of those that the learner has mastered,
// and how often and how long they work is how they have worked so far, each drawn to what is usual while there is
// little of it (a mean with a prior of a few observations). It changes nothing while all of it fits.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "runtime/adapt/rank_skills.hpp"

namespace hornbook::adapt {

// When not all fits, reviews wait until recall is expected to have fallen to this instead of the usual .9.
inline constexpr double tight_retention = 0.85;

struct TermPace {
  double items_left = 0;       // that the learner will do until the term ends
  double items_needed = 0;     // until every skill is mastered, with the reviews of that time
  std::uint32_t skills = 0;    // in all
  std::uint32_t mastered = 0;  // of them now
  std::uint32_t by_then = 0;   // of them at the term's end, at this pace
  [[nodiscard]] bool fits() const { return items_needed <= items_left; }
};

// Nothing when no term was set, it is over, or no clock tells.
[[nodiscard]] std::optional<TermPace> pace_of(const interpret::LearnerState& state,
                                              const std::vector<SkillInView>& skills, UnixMs now);

// Of the new skills, those come first on which most of what is not mastered is built, however far away; what comes out
// of its turn by it has the reason BeforeTermEnds. `ranked` is in its order already, and all else keeps its place.
void put_most_needed_first(std::vector<RankedSkill>& ranked, const std::vector<SkillInView>& skills);

// How many skills that are not mastered are built on it.
[[nodiscard]] std::size_t dependants_of(const SkillInView& skill, const std::vector<SkillInView>& skills);

}  // namespace hornbook::adapt
