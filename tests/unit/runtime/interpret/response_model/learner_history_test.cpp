#include "runtime/interpret/response_model/learner_history.hpp"

#include <gtest/gtest.h>

#include <array>

#include "runtime/interpret/response_model/context_keys.hpp"

namespace hornbook::interpret {
namespace {

constexpr std::array<std::uint32_t, 1> addition = {0};
constexpr std::array<std::uint32_t, 1> subtraction = {1};

class LearnerHistories : public ::testing::Test {
 protected:
  void answer(std::uint32_t item, std::span<const std::uint32_t> skills, double seconds, bool correct) {
    count_answer(history, {{item, skills, seconds}, correct}, 0.5, population);
  }
  Population population;
  LearnerHistory history = new_learner(population);
};

TEST_F(LearnerHistories, CountWhatWasAnswered_BySkillAndByItem) {
  answer(3, addition, 10, true);
  answer(3, addition, 20, false);
  answer(4, subtraction, 30, true);
  EXPECT_EQ(history.answers, 3u);
  EXPECT_EQ(history.correct, 2u);
  EXPECT_EQ(history.skills.at(0).opportunities, 2u);
  EXPECT_EQ(history.skills.at(0).streak, -1);
  EXPECT_EQ(history.items.at(3).answers, 2u);
  EXPECT_FALSE(history.items.at(3).last_correct);
  EXPECT_EQ(history.outcomes.latest(3), 2u + 3 * 1 + 9 * 2);  // the newest lowest: right, wrong, right
}

TEST_F(LearnerHistories, APauseOfHalfAnHour_BeginsANewSession) {
  answer(1, addition, 0, true);
  answer(1, addition, 1800, true);
  EXPECT_EQ(history.answers_in_session, 2u);
  answer(1, addition, 3601, true);
  EXPECT_EQ(history.answers_in_session, 1u);
}

TEST_F(LearnerHistories, AnAnswerWithoutATime_LeavesTheLastKnownTime) {
  answer(1, addition, 100, true);
  answer(1, addition, no_time, true);
  EXPECT_EQ(history.last_seconds, 100);
  EXPECT_EQ(gap_before(history, {1, addition, no_time}), -1);
  EXPECT_NEAR(gap_before(history, {1, addition, 109}), 2.302585093, 1e-6);  // ln(1 + 9)
}

TEST_F(LearnerHistories, AClockThatGoesBack_IsNoGap) {
  answer(1, addition, 100, true);
  EXPECT_EQ(gap_before(history, {1, addition, 50}), 0);
}

TEST_F(LearnerHistories, RightAnswersRaiseWhatIsKnown_WrongOnesLowerIt) {
  answer(1, addition, 0, true);
  const double after_right = history.skills.at(0).known;
  EXPECT_GT(after_right, 0.3);
  answer(1, addition, 0, false);
  EXPECT_LT(history.skills.at(0).known, after_right);
}

TEST_F(LearnerHistories, ContextsTellCircumstancesApart) {
  const Question question{5, addition, 0};
  const ContextKeys fresh = context_keys(history, question);
  EXPECT_EQ(fresh, context_keys(history, question));
  answer(5, addition, 0, true);
  const ContextKeys after_right = context_keys(history, question);
  answer(5, addition, 0, false);
  const ContextKeys after_wrong = context_keys(history, question);
  for (std::size_t context = 0; context < context_count; ++context) {
    EXPECT_NE(fresh[context], after_right[context]) << context;
    EXPECT_NE(after_right[context], after_wrong[context]) << context;
  }
}

TEST_F(LearnerHistories, WhereTheItemIsNotKnown_ItsSkillStandsIn) {
  const ContextKeys addition_keys = context_keys(history, {no_index, addition, 0});
  const ContextKeys subtraction_keys = context_keys(history, {no_index, subtraction, 0});
  for (std::size_t context = 0; context < context_count; ++context)
    EXPECT_NE(addition_keys[context], subtraction_keys[context]) << context;
}

TEST(RelatedItems, WhatIsSummed_FadesByItsRate) {
  TraceSums sums{};
  Trace first{};
  first[0] = 1;
  add_trace(sums, first);
  for (int at = 0; at < 3; ++at) add_trace(sums, Trace{});
  for (std::size_t decay = 0; decay < trace_decays.size(); ++decay) {
    const double kept = trace_decays[decay];
    EXPECT_NEAR(sums[decay][0], (1 - kept) * kept * kept * kept, 1e-15);
  }
}

TEST(RelatedItems, WhoseNumbersAreMissing_SaysNothing) {
  const RelatedItems empty;
  TraceSums sums{};
  add_trace(sums, empty.trace_of({{7, addition, 0}, true}));
  EXPECT_EQ(empty.evidence(sums, {9, addition, 0}), 0);
}

TEST(Population, PracticeSteps_RiseAndEnd) {
  EXPECT_EQ(practice_step(0), 0u);
  EXPECT_EQ(practice_step(9.5), 9u);
  EXPECT_EQ(practice_step(10), 10u);
  EXPECT_EQ(practice_step(20), 13u);
  EXPECT_EQ(practice_step(1e9), practice_steps - 1);
}

}  // namespace
}  // namespace hornbook::interpret
