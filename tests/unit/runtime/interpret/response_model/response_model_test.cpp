#include "runtime/interpret/response_model/response_model.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <set>

#include "runtime/core/portable_math.hpp"
#include "runtime/interpret/calibrate/fit_response_model.hpp"
#include "tests/support/attempt_samples.hpp"

namespace hornbook::interpret {
namespace {

TEST(Features, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (std::size_t feature = 0; feature < feature_count; ++feature) names.insert(about(feature).name);
  EXPECT_EQ(names.size(), feature_count);
  EXPECT_FALSE(names.contains(""));
}

TEST(Groups, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (std::size_t group = 0; group < group_count; ++group) names.insert(name_of(static_cast<Group>(group)));
  EXPECT_EQ(names.size(), group_count);
}

TEST(Terms, ReadTheBinOfTheirValue) {
  EXPECT_EQ(bin_of(std::array<float, 2>{1, 2}, 0.5f), 0u);
  EXPECT_EQ(bin_of(std::array<float, 2>{1, 2}, 1.0f), 1u);
  EXPECT_EQ(bin_of(std::array<float, 2>{1, 2}, 9.0f), 2u);
  Features features{};
  features[1] = 3;
  features[2] = -1;
  EXPECT_EQ((PairTerm{1, 2, {0}, {0, 5}, {1, 2, 3, 4, 5, 6}}).at(features), 4);
}

class FittedModel : public ::testing::Test {
 protected:
  static const ResponseModel& model() {
    static const ResponseModel fitted = fit_response_model(test::make_log({.learners = 120}));
    return fitted;
  }
};

TEST_F(FittedModel, ContributionsSumToTheLogit_OfItemsNeverSeen_Too) {
  const AttemptLog others = test::make_log({.learners = 10, .items = 60, .skills = 12, .seed = 5});
  for (const LearnerRows& rows : others.learners()) {
    LearnerHistory history = new_learner(model().population);
    for (std::size_t row = rows.first; row < rows.last; ++row) {
      const Attempt attempt = others.at(row);
      const ResponsePrediction prediction = predict(model(), history, attempt.question);
      const double sum = std::accumulate(prediction.contributions.begin(), prediction.contributions.end(), 0.0);
      EXPECT_NEAR(sum, std::log(prediction.probability / (1 - prediction.probability)), 1e-6);
      take_answer(model(), history, attempt, prediction);
    }
  }
}

TEST_F(FittedModel, WhoAnswersRightly_IsExpectedToDoBetter) {
  LearnerHistory right = new_learner(model().population);
  LearnerHistory wrong = right;
  const std::uint32_t skill = 0;
  for (std::uint32_t item = 0; item < 40; item += 8) {
    const Question question{item, {&skill, 1}, 60.0 * item};
    take_answer(model(), right, {question, true}, predict(model(), right, question));
    take_answer(model(), wrong, {question, false}, predict(model(), wrong, question));
  }
  const Question next{16, {&skill, 1}, 60.0 * 41};
  EXPECT_GT(predict(model(), right, next).probability, predict(model(), wrong, next).probability + 0.2);
}

TEST_F(FittedModel, AnItemThatNobodyKnew_IsLearnedFromAnswers) {
  ResponseModel growing = model();
  const std::uint32_t skill = 0;
  const Question question{1000, {&skill, 1}, no_time};
  const double before = predict(growing, new_learner(growing.population), question).probability;
  for (int learner = 0; learner < 20; ++learner) {
    const ResponsePrediction prediction = predict(growing, new_learner(growing.population), question);
    learn_of_population(growing, {question, false}, prediction);
  }
  EXPECT_LT(predict(growing, new_learner(growing.population), question).probability, before - 0.15);
}

}  // namespace
}  // namespace hornbook::interpret
