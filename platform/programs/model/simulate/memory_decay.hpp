// Learners in whose memory each practice leaves a trace that fades, more slowly when practice was spaced.
//
// Source: Pavlik & Anderson 2005, "Practice and forgetting effects on vocabulary memory: an activation-based model of
// the spacing effect" (ACT-R). Activation m = bias + ln Σ wᵢ·tᵢ^-dᵢ over past practices; the decay of a practice
// is d = c·exp(m before it) + a; recall is the logistic of (m − τ) / s. Time away from the task counts with a factor h,
// because less interferes. c, a, τ, s and h are near the values of their experiments.
//
// A skill is taken as one thing to remember; its items are harder or easier to recall it from. What is not recalled is
// guessed. An item of several skills needs all of them. A failure whose feedback is read leaves a trace as a success
// does; without the prerequisites it is a weak one.
// True mastery of a skill: if it were not practised, it would be recalled from an average item a day from now (24 h,
// discounted by h) with a probability of at least .85. Now would be too easy: right after any practice all is recalled.
#pragma once

#include "platform/programs/model/simulate/family.hpp"

namespace hornbook::simulate {

inline constexpr double memory_mastery = 0.85;

struct MemoryDecayRanges {
  Range decay_scale{0.18, 0.26};  // c
  Range decay_least{0.15, 0.21};  // a
  // Of a trace: an item takes several times as long as the trial of a word pair, which is 1.
  Range encoding{1.2, 2.4};
  double threshold = -0.7;          // τ
  double noise = 0.255;             // s
  double away_factor = 0.025;       // h
  double skill_deviation = 0.1;     // of the bias, in units of activation
  double level_effect = 0.1;        // of the bias a standard deviation of level
  double pace_effect = 0.06;        // of the logarithm of a and c, taken off a standard deviation of pace
  double item_effect = 0.15;        // of activation a logit of the item's difficulty
  double slip = 0.03;               // of what is recalled
  double met_before = 0.35;         // chance that a skill was practised before the course
  double met_before_taught = 0.85;  // if it was taught in earlier years
  double unprepared = 0.5;          // of the weight of a trace while a prerequisite does not come to mind
};

[[nodiscard]] std::unique_ptr<Family> make_memory_decay(const Course& course, const MemoryDecayRanges& ranges,
                                                        SeededRandom& random);

}  // namespace hornbook::simulate
