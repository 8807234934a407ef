// Learners who know a skill or do not know it, hidden from everybody.
//
// Source: Corbett & Anderson 1995, "Knowledge tracing: modeling the acquisition of procedural knowledge": initial
// knowledge, learning at each opportunity, slip and guess. Forgetting between days: Qiu, Qi, Lu, Pardos & Heffernan
// 2011, "Does time matter? Modeling the effect of time with Bayesian knowledge tracing". Learning rates of learners:
// Yudelson, Koedinger & Gordon 2013, "Individualized Bayesian knowledge tracing models". Items move slip and guess on
// the logit scale: Pardos & Heffernan 2011, "KT-IDEM".
//
// An item of several skills needs all of them; without one of them it is guessed.
// True mastery of a skill: it is known now.
#pragma once

#include "platform/programs/model/simulate/family.hpp"

namespace hornbook::simulate {

// Of skills; learners differ around them.
struct KnowledgeTracingRanges {
  Range initial{0.05, 0.45};
  Range learn{0.08, 0.3};
  Range slip{0.03, 0.14};  // below .15 and guess below .3 knowing and not knowing stay apart (Baker et al. 2008)
  Range guess{0.08, 0.28};
  Range forget_a_day{0.002, 0.015};
  double level_effect = 0.9;  // logits of `initial` a standard deviation of level
  double pace_effect = 0.6;   // logits of `learn` a standard deviation of pace
  double taught_effect = 2;   // logits of `initial` for what was taught before
  double item_effect = 0.5;   // logits of slip and guess a logit of the item's difficulty
  double unprepared = 0.25;   // of the chances to learn and to have learned while a prerequisite is not known
};

[[nodiscard]] std::unique_ptr<Family> make_knowledge_tracing(const Course& course, const KnowledgeTracingRanges& ranges,
                                                             SeededRandom& random);

}  // namespace hornbook::simulate
