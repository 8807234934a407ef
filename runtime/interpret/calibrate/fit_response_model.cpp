#include "runtime/interpret/calibrate/fit_response_model.hpp"

#include <algorithm>

#include "runtime/interpret/calibrate/fit_contexts.hpp"
#include "runtime/interpret/calibrate/fit_effects.hpp"
#include "runtime/interpret/calibrate/fit_related_items.hpp"
#include "runtime/interpret/calibrate/fit_terms.hpp"
#include "runtime/interpret/calibrate/walk.hpp"

namespace hornbook::interpret {
namespace {

constexpr std::size_t parts = 5;
constexpr std::size_t held_out_every = 6;
constexpr std::size_t learners_min = 2 * parts;  // fewer cannot show what is common to learners
constexpr double gap_max_seconds = 30 * 60;      // longer is a pause, not the time for an item

// What is chosen once, on one split of the learners.
struct Settings {
  AbilityPrior prior;
  ContextPriors contexts{};
  std::optional<TraceSchedule> traces;
};

Settings choose_settings(const AttemptLog& log, const Learners& learners) {
  const Split split = leave_out(learners, 0, parts);
  Settings settings;
  settings.prior = choose_prior(log, split.in);
  const Population population = fit_effects(log, split.in, settings.prior);
  settings.contexts = choose_context_priors(log, split, population);
  settings.traces = choose_trace_schedule(log, split, population);
  return settings;
}

void count_gap(TypicalGap& gap, double value) {
  gap.count += 1;
  gap.mean += (static_cast<float>(value) - gap.mean) / gap.count;
}

void fit_gaps(const AttemptLog& log, const Learners& learners, Population& population) {
  population.gaps.assign(log.item_count(), {});
  TypicalGap all;
  walk(log, learners, population,
       [&](std::size_t, const Attempt& attempt, const LearnerHistory& history, const FilterExpectation&) {
         const double gap = gap_before(history, attempt.question);
         if (gap < 0 || attempt.question.seconds - history.last_seconds > gap_max_seconds) return;
         count_gap(all, gap);
         if (attempt.question.item != no_index) count_gap(population.gaps[attempt.question.item], gap);
       });
  if (all.count > 0) population.typical_gap = all.mean;
}

Population fit_population(const AttemptLog& log, const Learners& learners, const Settings& settings) {
  Population population = fit_effects(log, learners, settings.prior);
  fit_gaps(log, learners, population);
  fit_contexts(log, learners, settings.contexts, population);
  fit_related_items(log, learners, settings.traces, population);
  return population;
}

FeatureTable cross_fitted_features(const AttemptLog& log, const Learners& learners, const Settings& settings) {
  FeatureTable table(log.size());
  for (std::size_t part = 0; part < parts; ++part) {
    const Split split = leave_out(learners, part, parts);
    const Population population = fit_population(log, split.in, settings);
    walk(log, split.out, population,
         [&](std::size_t row, const Attempt& attempt, const LearnerHistory& history,
             const FilterExpectation& expectation) {
           table.set(row, features_of(history, attempt.question, expectation, population), attempt.correct);
         });
  }
  table.sort_into_bins();
  return table;
}

std::vector<char> held_out_rows(const AttemptLog& log, const Learners& learners) {
  std::vector<char> held_out(log.size());
  for (const std::uint32_t learner : leave_out(learners, 0, held_out_every).out) {
    const LearnerRows& rows = log.learners()[learner];
    std::fill(held_out.begin() + rows.first, held_out.begin() + rows.last, char{1});
  }
  return held_out;
}

}  // namespace

ResponseModel fit_response_model(const AttemptLog& log) {
  const Learners learners = all_learners(log);
  ResponseModel model;
  if (learners.size() < learners_min) {
    model.population = fit_effects(log, learners, {});
    fit_gaps(log, learners, model.population);
    return model;
  }
  const Settings settings = choose_settings(log, learners);
  const FeatureTable table = cross_fitted_features(log, learners, settings);
  model.population = fit_population(log, learners, settings);
  model.terms = fit_terms(table, held_out_rows(log, learners));
  return model;
}

}  // namespace hornbook::interpret
