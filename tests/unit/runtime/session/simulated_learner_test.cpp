// Learners of one kind, from the first item on: what the whole cycle makes of them.
#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::session {
namespace {

constexpr std::uint16_t last_skill = 5;

std::size_t count_standing(const SessionState& state, interpret::SkillStanding standing) {
  std::size_t count = 0;
  for (const SkillProgress& skill : progress(state)) count += skill.standing == standing ? 1u : 0u;
  return count;
}

std::vector<measure::Decision> decisions_of(const test::OneLearner& learner) {
  std::vector<measure::Decision> decisions;
  for (const measure::Event& event : learner.events()) {
    if (const auto* decision = std::get_if<measure::Decision>(&event.body)) decisions.push_back(*decision);
  }
  return decisions;
}

TEST(SimulatedLearner, WhoIsAlwaysRight_MastersEverySkill) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 120; ++item) {
    learner.wait(60'000);
    learner.finish_item(true);
  }
  EXPECT_EQ(count_standing(learner.state(), interpret::SkillStanding::Mastered), 6u);
}

TEST(SimulatedLearner, Skills_OpenOnlyAfterTheirPrerequisites) {
  test::OneLearner learner;
  const interpret::Curriculum& curriculum = *learner.state().context->packs[0].curriculum;
  std::set<std::uint16_t> seen;
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 80; ++item) {
    const std::uint16_t skill = curriculum.items[learner.item().item_index].skills.front();
    for (const std::uint16_t needed : curriculum.skills[skill].prerequisites) {
      EXPECT_TRUE(seen.contains(needed)) << "skill " << skill << " came before skill " << needed;
    }
    seen.insert(skill);
    learner.finish_item(true);
  }
  EXPECT_TRUE(seen.contains(last_skill));
}

TEST(SimulatedLearner, WhoIsAlwaysWrong_StaysAtTheStartAndGetsEasierItems) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 25; ++item) learner.finish_item(false);
  EXPECT_EQ(count_standing(learner.state(), interpret::SkillStanding::Mastered), 0u);
  std::size_t easier = 0;
  for (const measure::Decision& decision : decisions_of(learner)) {
    EXPECT_EQ(decision.chosen.skill_index, 0) << "nothing else is open";
    easier += decision.chosen.reason == measure::ReasonCode::EasierAfterFailures ? 1u : 0u;
  }
  EXPECT_GT(easier, 10u);
}

TEST(SimulatedLearner, WhoFailsLater_IsLedBackToAPrerequisite) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  bool went_back = false;
  for (int item = 0; item < 60 && !went_back; ++item) {
    const std::size_t skill = learner.item().item_index / test::items_per_skill;
    learner.wait(3LL * 60 * 60 * 1000);
    learner.finish_item(skill == 0);
    const measure::Candidate& chosen = learner.state().decision.chosen;
    went_back = chosen.reason == measure::ReasonCode::StepBack && chosen.skill_index == 0;
  }
  EXPECT_TRUE(went_back);
}

TEST(SimulatedLearner, WhoIsRight_GoesOnToNewThingsTheSameDay) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  std::set<std::uint32_t> skills;
  for (int item = 0; item < 10; ++item) {
    skills.insert(learner.state().decision.chosen.skill_index);
    while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(true);
    learner.go_on();
    ASSERT_FALSE(adapt::is_enough_for_today(learner.state().decision)) << item;
  }
  EXPECT_GE(skills.size(), 4u);
}

TEST(SimulatedLearner, SameItem_NeverComesTwiceRunning) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 100; ++item) {
    const std::uint32_t before = learner.item().item_index;
    learner.finish_item(item % 4 != 0);
    EXPECT_NE(learner.item().item_index, before);
  }
}

TEST(SimulatedLearner, EveryDecision_LeavesTwoOtherThingsToChoose) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 60; ++item) learner.finish_item(item % 5 != 0);
  for (const measure::Decision& decision : decisions_of(learner)) {
    ASSERT_GE(decision.alternatives.size(), 2u) << "decision " << decision.number;
    const bool rests = decision.chosen.reason == measure::ReasonCode::Rest;  // then they are what is extra
    const std::set<std::uint32_t> items{rests ? decision.alternatives.at(2).item_index : decision.chosen.item_index,
                                        decision.alternatives[0].item_index, decision.alternatives[1].item_index};
    EXPECT_EQ(items.size(), 3u);
  }
}

TEST(SimulatedLearner, Neighbours_GetOtherNumbers) {
  const test::OneLearner one(test::sample_context(1));
  const test::OneLearner other(test::sample_context(2));
  EXPECT_NE(one.state().decision.chosen.seed, other.state().decision.chosen.seed);
}

TEST(SimulatedLearner, SamePast_GivesTheSameDecisions) {
  test::OneLearner one;
  test::OneLearner other;
  for (test::OneLearner* learner : {&one, &other}) {
    learner->intend(ChooseOption{0});
    for (int item = 0; item < 30; ++item) learner->finish_item(item % 3 != 0);
  }
  EXPECT_EQ(decisions_of(one), decisions_of(other));
}

TEST(SimulatedLearner, MasteredSkill_ComesBackForReview) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 120; ++item) {
    learner.wait(60'000);
    learner.finish_item(true);
  }
  learner.wait(100LL * 24 * 60 * 60 * 1000);
  learner.finish_item(true);
  // A text that was begun goes on first.
  while (learner.state().decision.chosen.reason == measure::ReasonCode::KeepGoing) learner.finish_item(true);
  EXPECT_EQ(learner.state().decision.chosen.reason, measure::ReasonCode::Review);
}

}  // namespace
}  // namespace hornbook::session
