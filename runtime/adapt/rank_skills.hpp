// Which skill first, and why: the rules of parameter versions 1 to 3, by which old sessions are replayed. Since
// version 4 plan_practice.hpp decides. Pure.
#pragma once

#include <vector>

#include "runtime/adapt/experiments/treatment.hpp"
#include "runtime/adapt/frontier.hpp"

namespace hornbook::adapt {

struct RankedSkill {
  SkillInView skill;
  measure::ReasonCode reason{};
  int rank = 0;         // smaller comes first
  double interest = 0;  // of the learner in a new skill's pack, 0 … 1: decides among equals
};

// A new skill is met in one block of this many items before it is mixed with others (blocked, then interleaved
// practice: Rohrer, Dedrick & Stershic 2015 show the gain of interleaving once a skill has been met).
inline constexpr std::uint32_t first_block_items = 3;
// Failures in a row after which the next item is easier, and after which the way leads back to a prerequisite.
inline constexpr std::uint32_t failures_before_easier = 2;
inline constexpr std::uint32_t failures_before_step_back = 3;
// With this many skills in hand, no new one is begun.
inline constexpr std::size_t skills_in_hand_max = 3;
// A mastered skill is due again a day after it was seen, then after twice as long for each three further unaided right
// answers, up to 32 days (expanding retrieval; Leitner 1972).
inline constexpr std::int64_t first_review_after_ms = 24LL * 60 * 60 * 1000;

// Every skill that may come next, best first; of equals the one seen longest ago, then in the packs' order.
[[nodiscard]] std::vector<RankedSkill> rank_skills(const interpret::LearnerState& state,
                                                   const std::vector<SkillInView>& skills, UnixMs now,
                                                   const interpret::Parameters& parameters, const Treatment& treatment);

}  // namespace hornbook::adapt
