#include "platform/programs/model/simulate/compare.hpp"

#include <gtest/gtest.h>

#include "platform/programs/model/simulate/summary.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::simulate {
namespace {

constexpr std::size_t learners = 12;
constexpr std::uint64_t seed = 6;

std::vector<LearnerOutcome> tried(FamilyKind family, PolicyKind policy) {
  EXPECT_TRUE(crypto_start().has_value());
  return try_policy(family, policy, {.course = {.skills = 5, .items_per_skill = 8}}, learners, seed);
}

TEST(TryPolicy, EveryFamilyAndPolicy_GivesSensibleCounts) {
  for (const FamilyKind family : all_families) {
    for (const PolicyKind policy : all_policies) {
      for (const LearnerOutcome& outcome : tried(family, policy)) {
        EXPECT_EQ(outcome.skills, 5u);
        EXPECT_LE(outcome.falsely_declared, outcome.declared);
        EXPECT_LE(outcome.declared, outcome.skills);
        EXPECT_GE(outcome.items, outcome.first_pass_items);
        EXPECT_LE(outcome.items, 400u);
        EXPECT_GT(outcome.later_success, 0.05);
        EXPECT_LT(outcome.later_success, 1);
      }
    }
  }
}

TEST(TryPolicy, SameSeed_GivesTheSameOutcomes) {
  const auto one = tried(FamilyKind::MemoryDecay, PolicyKind::Hornbook);
  const auto other = tried(FamilyKind::MemoryDecay, PolicyKind::Hornbook);
  for (std::size_t at = 0; at < learners; ++at) {
    EXPECT_EQ(one[at].items, other[at].items);
    EXPECT_EQ(one[at].later_success, other[at].later_success);
  }
}

TEST(TryPolicy, WhoSeesWhatIsKnown_DeclaresNothingFalselyAndNeedsNoSecondPass) {
  for (const FamilyKind family : all_families) {
    for (const LearnerOutcome& outcome : tried(family, PolicyKind::Informed)) {
      EXPECT_EQ(outcome.falsely_declared, 0u);
      if (outcome.finished) {
        EXPECT_EQ(outcome.items, outcome.first_pass_items);
      }
    }
  }
}

TEST(TryPolicy, FalseDeclarations_ArePaidForInLaterPasses) {
  std::size_t with_false = 0;
  for (const LearnerOutcome& outcome : tried(FamilyKind::AdditiveFactors, PolicyKind::FixedOrder)) {
    EXPECT_EQ(outcome.first_pass_items, 50u) << "ten items for each of five skills";
    if (outcome.falsely_declared == 0) continue;
    ++with_false;
    EXPECT_GE(outcome.items, 50 + 10 * outcome.falsely_declared);
  }
  EXPECT_GT(with_false, 3u);
}

LearnerOutcome outcome_of(std::size_t items, std::size_t falsely_declared) {
  LearnerOutcome outcome;
  outcome.skills = 10;
  outcome.declared = 10;
  outcome.falsely_declared = falsely_declared;
  outcome.items = outcome.first_pass_items = items;
  outcome.finished = true;
  return outcome;
}

TEST(Summary, LearnersWhoAreAllAlike_LeaveNoDoubt) {
  const Summary summary = summarise(std::vector<LearnerOutcome>(20, outcome_of(120, 1)), seed);
  EXPECT_DOUBLE_EQ(summary.items_to_all.value, 12);
  EXPECT_DOUBLE_EQ(summary.items_to_all.low, 12);
  EXPECT_DOUBLE_EQ(summary.items_to_all.high, 12);
  EXPECT_DOUBLE_EQ(summary.items_a_mastery.value, 120.0 / 9) << "one of ten was declared falsely";
  EXPECT_DOUBLE_EQ(summary.false_share.value, 0.1);
  EXPECT_DOUBLE_EQ(summary.never_share, 0);
}

TEST(Summary, Interval_IsAboutTwoStandardErrorsWide) {
  std::vector<LearnerOutcome> outcomes;
  for (std::size_t at = 0; at < 100; ++at) outcomes.push_back(outcome_of(at % 2 == 0 ? 80 : 120, 0));
  const Summary summary = summarise(outcomes, seed);
  EXPECT_DOUBLE_EQ(summary.items_to_all.value, 10);
  EXPECT_NEAR(summary.items_to_all.low, 10 - 1.96 * 0.2, 0.1);
  EXPECT_NEAR(summary.items_to_all.high, 10 + 1.96 * 0.2, 0.1);
}

TEST(Summary, Saving_ComparesTheSameLearners) {
  std::vector<LearnerOutcome> usual;
  std::vector<LearnerOutcome> half;
  for (std::size_t at = 0; at < 30; ++at) {
    usual.push_back(outcome_of(100 + 20 * at, 0));
    half.push_back(outcome_of(50 + 10 * at, 0));
  }
  const Saving saved = saving(half, usual, seed);
  for (const Estimate& estimate : {saved.a_mastery, saved.to_all}) {
    EXPECT_NEAR(estimate.value, 0.5, 1e-12);
    EXPECT_NEAR(estimate.low, 0.5, 1e-12);
    EXPECT_NEAR(estimate.high, 0.5, 1e-12);
  }
}

TEST(Summary, Nobody_GivesNothing) {
  EXPECT_EQ(summarise({}, seed).learners, 0u);
  EXPECT_EQ(saving({}, {}, seed).to_all.value, 0);
}

}  // namespace
}  // namespace hornbook::simulate
