// The response model: the probability that a learner answers a question rightly, as a sum of named contributions on the
// logit scale. runtime/interpret/MODEL.md explains every term.
#pragma once

#include <array>

#include "runtime/interpret/response_model/ability_filter.hpp"
#include "runtime/interpret/response_model/additive_terms.hpp"

namespace hornbook::interpret {

struct ResponseModel {
  Population population;
  AdditiveTerms terms;
};

struct ResponsePrediction {
  std::array<double, group_count> contributions{};  // logits, by Group; they sum to `logit`
  double logit = 0;
  double probability = 0.5;
  FilterExpectation expectation;  // what `take_answer` goes on from
};

[[nodiscard]] ResponsePrediction predict(const ResponseModel& model, const LearnerHistory& history,
                                         const Question& question);

// The learner's history after the answer; `prediction` is what `predict` gave before it.
void take_answer(const ResponseModel& model, LearnerHistory& history, const Attempt& attempt,
                 const ResponsePrediction& prediction);

// What the answer says of the item and of this place (a school, a station): their effects move by one Newton step.
void learn_of_population(ResponseModel& model, const Attempt& attempt, const ResponsePrediction& prediction);

}  // namespace hornbook::interpret
