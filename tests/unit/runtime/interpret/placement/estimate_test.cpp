#include "runtime/interpret/placement/estimate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "runtime/core/seeded_random.hpp"

namespace hornbook::interpret {
namespace {

Cluster chain_of(std::size_t skills) {
  Curriculum curriculum;
  for (std::size_t skill = 0; skill < skills; ++skill) {
    curriculum.skills.push_back({100 + skill, {}});
    if (skill > 0) curriculum.skills.back().prerequisites = {static_cast<std::uint16_t>(skill - 1)};
    curriculum.items.push_back({1000 + skill, {static_cast<std::uint16_t>(skill)}, 0, true});
  }
  return clusters_of(curriculum, {}).front();
}

// Bock & Mislevy (1982), equations 5 and 6, in extended precision on a grid a hundred times as fine, and the
// probability written as Barton & Lord (1981) do.
struct Derived {
  long double ability = 0;
  long double error = 0;
};
Derived derived(const Cluster& cluster, const std::vector<CheckedAnswer>& answers) {
  long double sum = 0;
  long double first = 0;
  long double second = 0;
  for (int point = -4000; point <= 4000; ++point) {
    const long double theta = point / 1000.0L;
    long double weight = std::exp(-theta * theta / 2);
    for (const CheckedAnswer& answer : answers) {
      const CheckQuestion& question = answer.question;
      const long double ceiling = 1.0L - question.slip;
      const long double location = cluster.skills[question.skill].location;
      const long double right =
          question.guess + (ceiling - question.guess) / (1 + std::exp(-cluster_slope * (theta - location)));
      weight *= answer.right ? right : 1 - right;
    }
    sum += weight;
    first += weight * theta;
    second += weight * theta * theta;
  }
  const long double mean = first / sum;
  return {mean, std::sqrt(second / sum - mean * mean)};
}

TEST(Estimate, OneQuestionASkill_IsTheModelWithGuessAndCeiling_IntegratedFinely) {
  const Cluster cluster = chain_of(8);
  SeededRandom random(3);
  const auto share = [&random] { return static_cast<double>(random.below(1000)) / 1000; };
  for (int learner = 0; learner < 50; ++learner) {
    std::vector<CheckedAnswer> answers;
    for (std::size_t skill = 0; skill < 8; ++skill)
      answers.push_back({{skill, 0.05 + 0.1 * share(), 0.1 + 0.2 * share()}, random.below(8) > skill});
    const ClusterEstimate result = estimate(cluster, answers);
    const Derived expected = derived(cluster, answers);
    EXPECT_NEAR(result.ability, static_cast<double>(expected.ability), 1e-3);
    EXPECT_NEAR(result.standard_error, static_cast<double>(expected.error), 1e-3);
  }
}

TEST(Estimate, NoAnswers_LeaveThePrior) {
  const ClusterEstimate result = estimate(chain_of(5), {});
  EXPECT_NEAR(result.ability, 0, 1e-12);
  EXPECT_NEAR(result.standard_error, 1, 1e-3);
  EXPECT_NEAR(result.known[2], 0.5, 1e-9) << "the middle one";
  EXPECT_GT(result.known[0], result.known[4]);
}

// By hand, at θ = 0 for a skill at 0: P = .2 + .7/2 = .55, P' = .7 · 3.5 / 4 = .6125, I = .6125² / (.55 · .45).
TEST(Information, IsFishers) {
  const CheckQuestion question{0, 0.1, 0.2};
  EXPECT_NEAR(success_of(question, 0.5), 0.55, 1e-12);
  EXPECT_NEAR(information(question, 0.5), 0.6125 * 0.6125 / (0.55 * 0.45), 1e-12);
  EXPECT_LT(information(question, 0.99), information(question, 0.6));
  EXPECT_LT(information(question, 0.01), information(question, 0.4));
}

TEST(Information, IsTheCurvatureOfTheExpectedLogLikelihood) {
  const Cluster cluster = chain_of(5);
  const CheckQuestion question{3, 0.1, 0.2};
  constexpr double step = 1e-4;
  for (const double theta : {-1.0, 0.0, 0.4, 1.3}) {
    const auto right = [&](double at) { return success_of(question, known_at(cluster, {}, at)[3]); };
    const double slope = (right(theta + step) - right(theta - step)) / (2 * step);
    const double p = right(theta);
    EXPECT_NEAR(information(question, known_at(cluster, {}, theta)[3]), slope * slope / (p * (1 - p)), 1e-6);
  }
}

std::vector<CheckedAnswer> some_answers(SeededRandom& random, std::size_t count) {
  std::vector<CheckedAnswer> answers;
  for (std::size_t at = 0; at < count; ++at)
    answers.push_back({{static_cast<std::size_t>(random.below(6)), 0.1, 0.2}, random.below(2) == 0});
  return answers;
}

TEST(Estimate, RightAnswer_NeverLowersAbilityNorWhatIsKnown) {
  const Cluster cluster = chain_of(6);
  SeededRandom random(11);
  for (int learner = 0; learner < 200; ++learner) {
    std::vector<CheckedAnswer> answers = some_answers(random, random.below(12));
    const ClusterEstimate before = estimate(cluster, answers);
    answers.push_back({{static_cast<std::size_t>(random.below(6)), 0.1, 0.2}, true});
    const ClusterEstimate after = estimate(cluster, answers);
    EXPECT_GT(after.ability, before.ability);
    for (std::size_t skill = 0; skill < 6; ++skill) EXPECT_GE(after.known[skill], before.known[skill] - 1e-12);
  }
}

TEST(Estimate, OrderOfTheAnswers_DoesNotMatter) {
  const Cluster cluster = chain_of(6);
  SeededRandom random(12);
  for (int learner = 0; learner < 100; ++learner) {
    std::vector<CheckedAnswer> answers = some_answers(random, 10);
    const ClusterEstimate one = estimate(cluster, answers);
    std::reverse(answers.begin(), answers.end());
    const ClusterEstimate other = estimate(cluster, answers);
    EXPECT_NEAR(one.ability, other.ability, 1e-12);
    EXPECT_NEAR(one.standard_error, other.standard_error, 1e-12);
    for (std::size_t skill = 0; skill < 6; ++skill) EXPECT_NEAR(one.known[skill], other.known[skill], 1e-12);
  }
}

TEST(Estimate, ManyQuestionsAboutOneSkill_AreNotManyProofsOfAbility) {
  const Cluster cluster = chain_of(6);
  const std::vector<CheckedAnswer> alike(6, CheckedAnswer{{2, 0.1, 0.2}, true});
  std::vector<CheckedAnswer> spread;
  for (std::size_t skill = 0; skill < 6; ++skill) spread.push_back({{skill, 0.1, 0.2}, true});
  EXPECT_GT(estimate(cluster, alike).known[2], 0.99);
  EXPECT_LT(estimate(cluster, alike).ability, estimate(cluster, spread).ability - 0.5);
}

TEST(Estimate, LongCheck_StaysWithinTheGridAndFinite) {
  const Cluster cluster = chain_of(6);
  for (const bool right : {false, true}) {
    const ClusterEstimate result =
        estimate(cluster, std::vector<CheckedAnswer>(32, CheckedAnswer{{right ? 5u : 0u, 0.001, 0.001}, right}));
    EXPECT_LE(std::abs(result.ability), 4);
    EXPECT_GT(result.standard_error, 0);
    EXPECT_LT(result.standard_error, 1);
  }
}

}  // namespace
}  // namespace hornbook::interpret
