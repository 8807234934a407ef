#include "platform/programs/model/simulate/placement_trial.hpp"

#include <gtest/gtest.h>

#include "runtime/core/crypto.hpp"

namespace hornbook::simulate {
namespace {

PlacementTrial small_trial() {
  PlacementTrial trial;
  trial.course.skills = 10;
  trial.items_a_skill_max = 40;
  return trial;
}

class PlacementTrialTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(crypto_start()); }
};

// Learners who know a skill or do not know it, made by other means than the check's own model.
TEST_F(PlacementTrialTest, Check_FindsHowMuchIsKnownAndSeldomOpensWhatIsNot) {
  const PlacementSummary found = summarise(try_placement(FamilyKind::KnowledgeTracing, small_trial(), 30, 4));
  EXPECT_GT(found.correlation, 0.85);
  EXPECT_LT(found.bias, 0.1);
  EXPECT_GT(found.bias, -0.1);
  EXPECT_LT(found.wrongly_opened, 0.2);
  EXPECT_LE(found.questions, 16);
  EXPECT_GE(found.questions, 4);
}

TEST_F(PlacementTrialTest, WhoComesWithKnowledge_MeetsSomethingNewSooner) {
  const PlacementSummary found = summarise(try_placement(FamilyKind::KnowledgeTracing, small_trial(), 12, 5));
  EXPECT_LT(found.before_new_with, found.before_new_without);
  EXPECT_LT(found.on_known_with, found.on_known_without);
}

TEST_F(PlacementTrialTest, SameSeed_SameLearners) {
  const auto once = try_placement(FamilyKind::Misconceptions, small_trial(), 2, 6);
  const auto again = try_placement(FamilyKind::Misconceptions, small_trial(), 2, 6);
  for (std::size_t at = 0; at < once.size(); ++at) {
    EXPECT_EQ(once[at].known, again[at].known);
    EXPECT_EQ(once[at].with.items, again[at].with.items);
  }
  EXPECT_TRUE(summarise({}).questions == 0);
}

}  // namespace
}  // namespace hornbook::simulate
