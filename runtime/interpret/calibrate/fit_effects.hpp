// Effects of items, skills and practice for given priors of ability, by Newton steps on the log-likelihood of every
// answer given those before it. While a learner's own answers are filtered their own part is taken out of the effects,
// so that the filter never sees an answer before it is given (leave-one-out by one Newton step: Rad & Maleki 2020).
// Prior variances are estimated beside them (empirical Bayes: Morris 1983).
#pragma once

#include "runtime/interpret/calibrate/attempt_log.hpp"
#include "runtime/interpret/response_model/population.hpp"

namespace hornbook::interpret {

// Effects of everything in the log, from the answers of `learners`; `prior` is kept.
[[nodiscard]] Population fit_effects(const AttemptLog& log, const Learners& learners, const AbilityPrior& prior);

// The priors under which `fit_effects` predicts best: coordinate search by factors of two.
[[nodiscard]] AbilityPrior choose_prior(const AttemptLog& log, const Learners& learners);

}  // namespace hornbook::interpret
