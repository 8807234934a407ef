// Learners whose chance of a right answer is the logistic of a sum: learner, item, skill, and what was practised.
//
// Source: Cen, Koedinger & Junker 2006, "Learning factors analysis" (the additive factors model); success and failure
// apart: Pavlik, Cen & Koedinger 2009, "Performance factors analysis". Slopes of learners: Liu & Koedinger 2015,
// "Variations in learning rate". Discrimination of items: Birnbaum 1968. Nothing is forgotten.
//
// Skills of an item count with their mean, as additive models do, less something for having to join them.
// True mastery of a skill: P(right) on an average item of it (difficulty 0, discrimination 1) is at least .85. Mastery
// learning asks for 80 to 90 % (Bloom 1968, "Learning for mastery"), and it is what a learner shows who knows the skill
// by knowledge tracing, slips, and is far from certain.
#pragma once

#include "platform/programs/model/simulate/family.hpp"

namespace hornbook::simulate {

inline constexpr double additive_mastery = 0.85;

struct AdditiveFactorsRanges {
  Range skill_ease{-1.6, 0.8};    // logits of an average learner before any practice
  Range success_gain{0.1, 0.4};   // logits a right answer
  Range failure_gain{0.03, 0.2};  // logits a wrong one, with its feedback
  double level_effect = 0.9;      // logits a standard deviation of level
  double pace_effect = 0.35;      // of the logarithm of both gains
  double taught_effect = 1.3;     // logits for what was taught before
  double several_skills_cost = 0.3;
  double unprepared = 0.35;  // of both gains while a prerequisite is not mastered
};

[[nodiscard]] std::unique_ptr<Family> make_additive_factors(const Course& course, const AdditiveFactorsRanges& ranges,
                                                            SeededRandom& random);

}  // namespace hornbook::simulate
