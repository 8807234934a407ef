#include "runtime/interpret/response_model/ability_filter.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace hornbook::interpret {
namespace {

constexpr std::array<std::uint32_t, 1> one_skill = {0};
constexpr std::array<std::uint32_t, 2> two_skills = {0, 1};

Population sample_population() {
  Population population;
  population.base = 0.4;
  population.items.effects = {{0.5, 10}, {-1, 10}};
  population.skills.effects = {{0.2, 30}, {-0.6, 30}};
  population.practice[1] = 0.1;
  population.prior = {0.8, 0.4, 0, 0, 0};
  return population;
}

void answer(LearnerHistory& history, const Question& question, bool correct, const Population& population) {
  const FilterExpectation expectation = expect(history, question, population);
  move_beliefs(history, {question, correct}, expectation, population);
  count_answer(history, {question, correct}, expectation.probability, population);
}

TEST(AbilityFilter, TheExpectation_IsTheSumOfItsParts) {
  const Population population = sample_population();
  LearnerHistory history = new_learner(population);
  const Question question{1, two_skills, 100};
  answer(history, question, true, population);
  const FilterExpectation result = expect(history, question, population);
  EXPECT_NEAR(result.logit,
              result.base + result.item + result.skills + result.practice + result.ability + result.skill_ability,
              1e-12);
  EXPECT_NEAR(result.skills / result.scale, (0.2 - 0.6) / 2, 1e-12);
  EXPECT_NEAR(result.practice / result.scale, 0.1, 1e-12);
}

TEST(AbilityFilter, ARightAnswerRaisesEveryBeliefItTouches_AWrongOneLowersThem) {
  const Population population = sample_population();
  for (const bool correct : {true, false}) {
    LearnerHistory history = new_learner(population);
    answer(history, {0, two_skills, 0}, correct, population);
    const double sign = correct ? 1 : -1;
    EXPECT_GT(sign * history.ability.mean, 0);
    EXPECT_GT(sign * history.skills.at(0).ability.mean, 0);
    EXPECT_GT(sign * history.skills.at(1).ability.mean, 0);
  }
}

TEST(AbilityFilter, AnswersMakeBeliefsSurer_AndTimeMakesThemLessSure) {
  Population population = sample_population();
  LearnerHistory history = new_learner(population);
  answer(history, {0, one_skill, 0}, true, population);
  EXPECT_LT(history.ability.variance, 0.8);
  EXPECT_LT(history.skills.at(0).ability.variance, 0.4);
  population.prior.forgetting = 0.1;
  const double soon = expect(history, {0, one_skill, 60}, population).variance;
  const double late = expect(history, {0, one_skill, 60 * 86400.0}, population).variance;
  EXPECT_GT(late, soon + 0.3);
}

// The belief of one ability after some answers, by adding up the posterior over a fine grid.
Belief exact_belief(double prior_variance, double logit, const std::vector<bool>& answers) {
  double weight = 0, mean = 0, square = 0;
  for (double ability = -8; ability <= 8; ability += 0.001) {
    double likelihood = std::exp(-ability * ability / (2 * prior_variance));
    for (const bool correct : answers) {
      const double p = 1 / (1 + std::exp(-(logit + ability)));
      likelihood *= correct ? p : 1 - p;
    }
    weight += likelihood;
    mean += likelihood * ability;
    square += likelihood * ability * ability;
  }
  mean /= weight;
  return {mean, square / weight - mean * mean};
}

TEST(AbilityFilter, BeliefsStayNearBayesRule) {
  Population population = sample_population();
  population.prior = {0.8, 1e-9, 0, 0, 0};
  population.practice = {};
  const double logit = 0.4 + 0.5 + 0.2;
  for (const std::vector<bool>& answers :
       {std::vector<bool>{true}, {false}, {true, true, false, true}, {false, false, false, false, false, true}}) {
    LearnerHistory history = new_learner(population);
    for (const bool correct : answers) answer(history, {0, one_skill, 0}, correct, population);
    const Belief exact = exact_belief(0.8, logit, answers);
    EXPECT_NEAR(history.ability.mean, exact.mean, 0.08);
    EXPECT_NEAR(history.ability.variance, exact.variance, 0.08);
  }
}

TEST(AbilityFilter, WithoutItemOrSkills_TheBaseAndTheAbilityRemain) {
  const Population population = sample_population();
  LearnerHistory history = new_learner(population);
  answer(history, {no_index, {}, no_time}, true, population);
  const FilterExpectation result = expect(history, {no_index, {}, no_time}, population);
  EXPECT_EQ(result.item, 0);
  EXPECT_EQ(result.skills, 0);
  EXPECT_GT(result.ability, 0);
  EXPECT_TRUE(history.skills.empty());
}

}  // namespace
}  // namespace hornbook::interpret
