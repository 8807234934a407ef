// Fits the whole response model on a log. The terms are fitted on features that were computed, learner by learner, with
// a population that had not seen these learners (cross-fitting: Chernozhukov et al. 2018): just what a new learner
// meets.
#pragma once

#include "runtime/interpret/calibrate/attempt_log.hpp"
#include "runtime/interpret/response_model/response_model.hpp"

namespace hornbook::interpret {

// Any log, an empty one, too: then every probability is ½. Deterministic; one thread; about 0.3 ms a row and 1 kB a
// row.
[[nodiscard]] ResponseModel fit_response_model(const AttemptLog& log);

}  // namespace hornbook::interpret
