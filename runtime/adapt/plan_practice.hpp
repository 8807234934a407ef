// Which skill first, and why, since parameter version 4: skills rest until another day once they were right today.
//
// Practice until it was right, then again on other days, is successive relearning (Rawson & Dunlosky 2011, "Optimizing
// schedules of retrieval practice for durable and efficient learning"): it takes fewer items than practice in one go,
// and what is right on another day is there to stay. So when all that is open rests, the first reason is `Fallback`:
// then it is the decision that it is enough for today (choose_next.hpp), and what was seen last is for who wants more.
#pragma once

#include "runtime/adapt/rank_skills.hpp"

namespace hornbook::adapt {

inline constexpr std::uint32_t plan_since = 4;  // the parameter version that brought it in

// Another day: a night of eight hours lies between, or where no clock tells, another sitting.
inline constexpr double another_day_days = 8.0 / 24;
// Unaided right answers in a row after which a skill rests until another day.
inline constexpr std::uint32_t rests_after_in_row = 2;

// Reviews: when recall is expected to have fallen to the target of .9 by FSRS-6, within these bounds: what was mastered
// three weeks ago was looked at enough, and every term looks at everything once.
inline constexpr double review_days_min = 21;
inline constexpr double review_days_max = 90;

// Every skill that may come next, best first, as `rank_skills`. An experiment may let skills rest sooner or later.
[[nodiscard]] std::vector<RankedSkill> plan_practice(const interpret::LearnerState& state,
                                                     const std::vector<SkillInView>& skills, UnixMs now,
                                                     const Treatment& treatment);

}  // namespace hornbook::adapt
