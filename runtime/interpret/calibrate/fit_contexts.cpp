#include "runtime/interpret/calibrate/fit_contexts.hpp"

#include <limits>

#include "runtime/core/portable_math.hpp"
#include "runtime/interpret/calibrate/slope.hpp"
#include "runtime/interpret/calibrate/walk.hpp"
#include "runtime/interpret/response_model/context_keys.hpp"

namespace hornbook::interpret {
namespace {

struct Row {
  double logit = 0;
  bool correct = false;
  ContextKeys keys{};
};

using Slopes = std::unordered_map<std::uint64_t, Slope>;

std::vector<Row> rows_of(const AttemptLog& log, const Learners& learners, const Population& population) {
  std::vector<Row> rows;
  walk(log, learners, population,
       [&](std::size_t, const Attempt& attempt, const LearnerHistory& history, const FilterExpectation& expectation) {
         rows.push_back({expectation.logit, attempt.correct, context_keys(history, attempt.question)});
       });
  return rows;
}

Slopes slopes_of(const std::vector<Row>& rows, std::size_t context) {
  Slopes slopes;
  for (const Row& row : rows) {
    const double p = logistic(row.logit);
    slopes[row.keys[context]].add((row.correct ? 1 : 0) - p, p * (1 - p));
  }
  return slopes;
}

double effect_of(const Slopes& slopes, std::uint64_t key, double prior) {
  const auto found = slopes.find(key);
  return found == slopes.end() ? 0 : found->second.score / (found->second.information + prior);
}

void add_effects(std::vector<Row>& rows, std::size_t context, const Slopes& slopes, double prior) {
  for (Row& row : rows) row.logit += effect_of(slopes, row.keys[context], prior);
}

double loss_with(const std::vector<Row>& rows, std::size_t context, const Slopes& slopes, double prior) {
  double loss = 0;
  for (const Row& row : rows) {
    const double p = logistic(row.logit + effect_of(slopes, row.keys[context], prior));
    loss -= portable_log(row.correct ? p : 1 - p);
  }
  return loss;
}

double best_prior(const std::vector<Row>& others, std::size_t context, const Slopes& slopes) {
  double best = no_context;
  double best_loss = loss_with(others, context, slopes, no_context);
  for (const double prior : {1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0}) {
    const double loss = loss_with(others, context, slopes, prior);
    if (loss >= best_loss) continue;
    best = prior;
    best_loss = loss;
  }
  return best;
}

}  // namespace

void fit_contexts(const AttemptLog& log, const Learners& learners, const ContextPriors& priors,
                  Population& population) {
  std::vector<Row> rows = rows_of(log, learners, population);
  for (std::size_t context = 0; context < context_count; ++context) {
    population.contexts[context].clear();
    if (priors[context] >= no_context) continue;
    const Slopes slopes = slopes_of(rows, context);
    for (const auto& [key, slope] : slopes)
      population.contexts[context][key] = static_cast<float>(slope.score / (slope.information + priors[context]));
    add_effects(rows, context, slopes, priors[context]);
  }
}

ContextPriors choose_context_priors(const AttemptLog& log, const Split& split, const Population& population) {
  std::vector<Row> rows = rows_of(log, split.in, population);
  std::vector<Row> others = rows_of(log, split.out, population);
  ContextPriors priors{};
  for (std::size_t context = 0; context < context_count; ++context) {
    const Slopes slopes = slopes_of(rows, context);
    priors[context] = best_prior(others, context, slopes);
    add_effects(rows, context, slopes, priors[context]);
    add_effects(others, context, slopes, priors[context]);
  }
  return priors;
}

}  // namespace hornbook::interpret
