// Traces and readings of related items (related_items.hpp), by stochastic gradient ascent on the log-likelihood with
// AdaGrad steps (Duchi, Hazan & Singer 2011) and a quadratic penalty. The recurrence is linear, so that its gradient is
// exact with one pass forward and one back over a learner's answers.
#pragma once

#include "runtime/interpret/calibrate/attempt_log.hpp"
#include "runtime/interpret/response_model/population.hpp"

namespace hornbook::interpret {

// Fills population.related from the answers of `learners`, going over them `epochs` times; none: it stays empty.
void fit_related_items(const AttemptLog& log, const Learners& learners, int epochs, Population& population);

// The number of epochs after which what some learners taught predicts the answers of others best; 0: it never helped.
[[nodiscard]] int choose_epochs(const AttemptLog& log, const Split& split, const Population& population);

}  // namespace hornbook::interpret
