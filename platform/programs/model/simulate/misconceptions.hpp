// Learners who follow a rule of their own that is wrong: right where it makes no difference, wrong in its own way where
// it does, until something remedies it.
//
// Source: Brown & Burton 1978, "Diagnostic models for procedural bugs in basic mathematical skills". That impasses give
// birth to bugs: Brown & VanLehn 1980, "Repair theory". That bugs are not perfectly stable, and come back: VanLehn
// 1990, "Mind bugs". That a rule is given up when its answer is seen to be wrong, not when it happens to be right:
// Ohlsson 1996, "Learning from performance errors".
//
// An item of several skills follows the bug of its main skill, and is guessed while another skill is not known.
// True mastery of a skill: no bug is held and the right rule is known.
#pragma once

#include "platform/programs/model/simulate/family.hpp"

namespace hornbook::simulate {

struct MisconceptionRanges {
  Range known{0.05, 0.35};            // at the start
  Range bug_held{0.3, 0.7};           // at the start, of those who do not know the skill
  Range consistency{0.75, 0.95};      // of answers that follow a bug that is held, where it makes a difference
  Range remedy{0.1, 0.35};            // chance that a bug is given up when its answer was wrong and feedback was read
  Range learn{0.08, 0.3};             // chance that the right rule is learned where there is no bug
  Range bug_birth{0.03, 0.12};        // chance that a wrong answer without a rule becomes a bug
  Range relapse_a_day{0.001, 0.008};  // chance that a bug that was given up comes back
  double known_after_remedy = 0.5;    // chance that the right rule takes its place at once
  double slip = 0.06;
  double level_effect = 0.9;  // logits of `known`
  double taught_effect = 2;   // logits of `known` for what was taught before
  double pace_effect = 0.6;   // logits of `remedy` and `learn`
  double item_effect = 0.4;   // logits of slip and guess a logit of the item's difficulty
  double unprepared = 0.25;   // of the chances to learn, to have learned and to be remedied
};

[[nodiscard]] std::unique_ptr<Family> make_misconceptions(const Course& course, const MisconceptionRanges& ranges,
                                                          SeededRandom& random);

}  // namespace hornbook::simulate
