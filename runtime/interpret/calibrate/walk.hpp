// Goes through learners' attempts in the order of time, as the model meets them.
#pragma once

#include <utility>

#include "runtime/interpret/calibrate/attempt_log.hpp"
#include "runtime/interpret/response_model/ability_filter.hpp"

namespace hornbook::interpret {

// Calls visit(row, attempt, history before it, expectation) for every attempt of the learners.
template <class Visit>
void walk(const AttemptLog& log, const Learners& learners, const Population& population, Visit&& visit) {
  for (const std::uint32_t learner : learners) {
    const LearnerRows& rows = log.learners()[learner];
    LearnerHistory history = new_learner(population);
    for (std::size_t row = rows.first; row < rows.last; ++row) {
      const Attempt attempt = log.at(row);
      const FilterExpectation expectation = expect(history, attempt.question, population);
      visit(row, attempt, std::as_const(history), expectation);
      move_beliefs(history, attempt, expectation, population);
      count_answer(history, attempt, expectation.probability, population);
    }
  }
}

}  // namespace hornbook::interpret
