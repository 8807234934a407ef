// Traces and readings of related items (related_items.hpp), by stochastic gradient ascent on the log-likelihood with
// AdaGrad steps (Duchi, Hazan & Singer 2011) and a quadratic penalty. The recurrence is linear, so that its gradient is
// exact with one pass forward and one back over a learner's answers.
#pragma once

#include <optional>

#include "runtime/interpret/calibrate/attempt_log.hpp"
#include "runtime/interpret/response_model/population.hpp"

namespace hornbook::interpret {

struct TraceSchedule {
  Trace scales{};  // of each common factor, from the largest on
  int epochs = 0;  // times that the answers are gone over; 0: what common_factors.hpp finds is left as it is
};

// Fills population.related from the answers of `learners`; without a schedule it stays empty.
void fit_related_items(const AttemptLog& log, const Learners& learners, const std::optional<TraceSchedule>& schedule,
                       Population& population);

// The schedule after which what some learners taught predicts the answers of others best; none when nothing of it
// helps.
[[nodiscard]] std::optional<TraceSchedule> choose_trace_schedule(const AttemptLog& log, const Split& split,
                                                                 const Population& population);

}  // namespace hornbook::interpret
