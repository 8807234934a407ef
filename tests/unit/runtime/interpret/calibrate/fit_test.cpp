#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "runtime/interpret/calibrate/fit_contexts.hpp"
#include "runtime/interpret/calibrate/fit_effects.hpp"
#include "runtime/interpret/calibrate/fit_related_items.hpp"
#include "runtime/interpret/calibrate/fit_response_model.hpp"
#include "runtime/interpret/calibrate/symmetric_solve.hpp"
#include "tests/support/attempt_samples.hpp"

namespace hornbook::interpret {
namespace {

constexpr std::uint32_t skill = 0;

double loss_of(const AttemptLog& log, const ResponseModel& model, bool with_terms = true) {
  double loss = 0;
  for (const LearnerRows& rows : log.learners()) {
    LearnerHistory history = new_learner(model.population);
    for (std::size_t row = rows.first; row < rows.last; ++row) {
      const Attempt attempt = log.at(row);
      const ResponsePrediction prediction = predict(model, history, attempt.question);
      const double p = with_terms ? prediction.probability : prediction.expectation.probability;
      loss -= std::log(attempt.correct ? p : 1 - p);
      take_answer(model, history, attempt, prediction);
    }
  }
  return loss / static_cast<double>(log.size());
}

TEST(SymmetricSolve, FindsWhatTheEquationsWereMadeFrom) {
  SymmetricMatrix matrix(3);
  const std::array<double, 9> values = {4, 1, 0.5, 1, 3, -1, 0.5, -1, 5};
  std::ranges::copy(values, matrix.values.begin());
  const std::vector<double> x = solve(matrix, {4 * 1 + 1 * 2 + 0.5 * 3, 1 + 6 - 3, 0.5 - 2 + 15});
  EXPECT_NEAR(x[0], 1, 1e-12);
  EXPECT_NEAR(x[1], 2, 1e-12);
  EXPECT_NEAR(x[2], 3, 1e-12);
}

TEST(AttemptLogs, AreSplitByLearner) {
  const Split split = leave_out({0, 1, 2, 3, 4, 5, 6}, 1, 3);
  EXPECT_EQ(split.out, (Learners{1, 4}));
  EXPECT_EQ(split.in, (Learners{0, 2, 3, 5, 6}));
}

TEST(FitEffects, FindsHowHardTheItemsAre) {
  const test::RaschLog rule{.learners = 400};
  const AttemptLog log = test::make_log(rule);
  const Population population = fit_effects(log, all_learners(log), choose_prior(log, all_learners(log)));
  for (std::uint32_t item = 0; item < rule.items; ++item) {
    const double found = population.items.at(item).value + population.skills.at(item % rule.skills).value;
    EXPECT_NEAR(found, rule.easiness(item), 0.5) << item;
  }
}

TEST(FitEffects, LearnersWhoDifferMore_HaveAWiderPrior) {
  const AttemptLog alike = test::make_log({.ability_spread = 0.2});
  const AttemptLog unlike = test::make_log({.ability_spread = 3});
  EXPECT_LT(choose_prior(alike, all_learners(alike)).ability_variance,
            choose_prior(unlike, all_learners(unlike)).ability_variance / 4);
}

// Item 1 is easy just after a wrong answer at item 0 (it helps with it) and hard otherwise.
AttemptLog log_with_order() {
  SeededRandom random(3);
  AttemptLog log;
  for (int learner = 0; learner < 150; ++learner) {
    log.begin_learner();
    for (int round = 0; round < 10; ++round) {
      const bool first = test::uniform(random) < 0.5;
      log.add(0, {&skill, 1}, no_time, first);
      log.add(1, {&skill, 1}, no_time, test::uniform(random) < (first ? 0.2 : 0.9));
    }
  }
  return log;
}

TEST(FitContexts, FindWhatDependsOnTheAnswerBefore) {
  const AttemptLog log = log_with_order();
  const Split split = leave_out(all_learners(log), 0, 5);
  const Population population = fit_effects(log, split.in, {});
  EXPECT_LT(choose_context_priors(log, split, population)[0], no_context);
  const ResponseModel model = fit_response_model(log);
  LearnerHistory history = new_learner(model.population);
  const Question before{0, {&skill, 1}, no_time};
  LearnerHistory after_wrong = history;
  take_answer(model, history, {before, true}, predict(model, history, before));
  take_answer(model, after_wrong, {before, false}, predict(model, after_wrong, before));
  const Question question{1, {&skill, 1}, no_time};
  EXPECT_LT(predict(model, history, question).probability, 0.4);
  EXPECT_GT(predict(model, after_wrong, question).probability, 0.8);
}

TEST(FitContexts, WithoutAnySuchDependence_AreLeftOut) {
  const AttemptLog log = test::make_log({});
  const Split split = leave_out(all_learners(log), 0, 5);
  const ContextPriors priors = choose_context_priors(log, split, fit_effects(log, split.in, {}));
  EXPECT_GE(std::ranges::count(priors, no_context), 3);
}

// Two hidden talents: items with even and with odd numbers, which no skill tells apart.
AttemptLog log_with_talents(std::uint64_t seed) {
  SeededRandom random(seed);
  AttemptLog log;
  for (int learner = 0; learner < 200; ++learner) {
    log.begin_learner();
    const double even = test::uniform(random) < 0.5 ? 0.85 : 0.25;
    const double odd = test::uniform(random) < 0.5 ? 0.85 : 0.25;
    for (int answer = 0; answer < 40; ++answer) {
      const auto item = static_cast<std::uint32_t>(random.below(30));
      log.add(item, {&skill, 1}, no_time, test::uniform(random) < (item % 2 == 0 ? even : odd));
    }
  }
  return log;
}

TEST(FitRelatedItems, FindWhichItemsGoTogether) {
  const AttemptLog log = log_with_talents(1);
  const ResponseModel model = fit_response_model(log);
  ResponseModel without = model;
  without.population.related = {};
  const AttemptLog others = log_with_talents(2);
  EXPECT_LT(loss_of(others, model), loss_of(others, without) - 0.03);
}

TEST(FitResponseModel, PredictsNewLearnersBetterThanTheFilterAlone_AndThanTheRate) {
  const test::RaschLog rule{.learners = 300, .practice = 0.3};
  const ResponseModel model = fit_response_model(test::make_log(rule));
  test::RaschLog new_learners = rule;
  new_learners.seed = 2;
  const AttemptLog others = test::make_log(new_learners);
  const double loss = loss_of(others, model);
  EXPECT_LT(loss, loss_of(others, model, false) + 0.001);
  EXPECT_LT(loss, 0.58);  // the rule's own is about .53, that of the rate .65
}

TEST(FitResponseModel, GivesTheSameForTheSame) {
  const AttemptLog log = test::make_log({.learners = 40, .answers = 20});
  EXPECT_EQ(loss_of(log, fit_response_model(log)), loss_of(log, fit_response_model(log)));
}

TEST(FitResponseModel, OfNothing_SaysOneHalf) {
  const ResponseModel model = fit_response_model({});
  EXPECT_EQ(predict(model, new_learner(model.population), {3, {}, no_time}).probability, 0.5);
}

TEST(FitResponseModel, TakesLogsWithoutItems_SkillsOrTimes) {
  SeededRandom random(1);
  AttemptLog log;
  for (int learner = 0; learner < 30; ++learner) {
    log.begin_learner();
    for (int answer = 0; answer < 20; ++answer) log.add(no_index, {}, no_time, test::uniform(random) < 0.7);
  }
  const ResponseModel model = fit_response_model(log);
  EXPECT_NEAR(predict(model, new_learner(model.population), {no_index, {}, no_time}).probability, 0.7, 0.1);
}

}  // namespace
}  // namespace hornbook::interpret
