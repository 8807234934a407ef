// Effects of the circumstances in which an item comes (context_keys.hpp), one kind after another on what the effects of
// items and skills and the kinds before it leave unexplained: one Newton step from 0 under a normal prior.
#pragma once

#include <array>

#include "runtime/interpret/calibrate/attempt_log.hpp"
#include "runtime/interpret/response_model/population.hpp"

namespace hornbook::interpret {

// By context: the information of its prior, 1 / variance; more draws its effects closer to 0.
using ContextPriors = std::array<double, context_count>;
inline constexpr double no_context = 1e9;  // a kind of context with this prior is left out

// Fills population.contexts.
void fit_contexts(const AttemptLog& log, const Learners& learners, const ContextPriors& priors, Population& population);

// The priors under which contexts learned from some learners predict the answers of others best.
[[nodiscard]] ContextPriors choose_context_priors(const AttemptLog& log, const Split& split,
                                                  const Population& population);

}  // namespace hornbook::interpret
