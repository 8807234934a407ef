#include "runtime/adapt/choose_next.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

#include "runtime/adapt/rank_skills.hpp"

namespace hornbook::adapt {
namespace {

using measure::ReasonCode;

constexpr UnixMs now = 1'790'000'000'000;

// Three skills in a chain, each with four items from easy to hard; keys are 1, 2, 3 and 10·skill + item.
interpret::Curriculum chain() {
  interpret::Curriculum curriculum;
  for (std::uint16_t skill = 0; skill < 3; ++skill) {
    curriculum.skills.push_back(
        {SkillKey{skill} + 1, skill == 0 ? std::vector<std::uint16_t>{}
                                         : std::vector<std::uint16_t>{static_cast<std::uint16_t>(skill - 1)}});
    for (int item = 0; item < 4; ++item) {
      curriculum.items.push_back(
          {ItemKey{skill} * 10 + static_cast<ItemKey>(item) + 10, {skill}, -1000 + 700 * item, true});
    }
  }
  return curriculum;
}

interpret::SkillState ready_skill() {
  interpret::SkillState skill;
  skill.opportunities = 6;
  skill.correct = skill.unaided_correct = skill.unaided_in_row = 6;
  skill.known = 0.99;
  skill.recent = 0.9;
  skill.last_seen_ms = now - 60'000;
  return skill;
}

interpret::SkillState practised_skill(std::uint32_t failures_in_row) {
  interpret::SkillState skill;
  skill.opportunities = 5;
  skill.known = 0.4;
  skill.recent = 0.4;
  skill.failures_in_row = failures_in_row;
  skill.last_seen_ms = now - 60'000;
  return skill;
}

// The rules of version 2, by which its sessions are replayed; those of version 4: plan_practice_test.cpp.
interpret::Parameters rules() { return interpret::shipped_parameters().at(1); }

LearnerId learner_with(std::uint8_t byte) {
  LearnerId id;
  id.bytes.fill(byte);
  return id;
}

measure::Decision choose(const interpret::LearnerState& state, std::uint32_t number = 0, std::uint8_t learner = 1) {
  static const interpret::Curriculum curriculum = chain();
  const PackInPlay packs[] = {{4, &curriculum}};
  return choose_next(state, learner_with(learner), packs, now, number, rules()).value();
}

TEST(ChooseNext, NewLearner_BeginsWithTheSkillThatNeedsNothingBefore) {
  const measure::Decision decision = choose({});
  EXPECT_EQ(decision.chosen.reason, ReasonCode::FirstContact);
  EXPECT_EQ(decision.chosen.skill_index, 0);
  EXPECT_EQ(decision.chosen.pack_index, 4);
  ASSERT_GE(decision.alternatives.size(), 2u);
  const std::set<std::uint32_t> items{decision.chosen.item_index, decision.alternatives[0].item_index,
                                      decision.alternatives[1].item_index};
  EXPECT_EQ(items.size(), 3u) << "the two others are other activities";
}

TEST(ChooseNext, OneSkillAlone_IsOfferedInThreeDifferentWays) {
  interpret::Curriculum curriculum;
  curriculum.skills.push_back({1, {}});
  constexpr std::array<std::uint8_t, 6> kinds{1, 1, 1, 1, 2, 3};
  for (std::size_t item = 0; item < kinds.size(); ++item) {
    // The two of other kinds are far too hard: the way of answering counts for more.
    const std::int32_t difficulty = kinds[item] == 1 ? 0 : 4000;
    curriculum.items.push_back({ItemKey{item} + 10, {0}, difficulty, true, kinds[item]});
  }
  const PackInPlay packs[] = {{0, &curriculum}};
  for (std::uint8_t learner = 0; learner < 20; ++learner) {
    const measure::Decision decision = choose_next({}, learner_with(learner), packs, now, 0, rules()).value();
    std::set<std::uint8_t> ways{curriculum.items[decision.chosen.item_index].kind};
    for (const measure::Candidate& other : decision.alternatives) ways.insert(curriculum.items[other.item_index].kind);
    EXPECT_EQ(ways.size(), 3u) << int{learner};
  }
}

TEST(ChooseNext, SkillWhosePrerequisiteIsNotReady_IsNeverOffered) {
  interpret::LearnerState state;
  state.skills[1] = practised_skill(0);
  const measure::Decision decision = choose(state);
  EXPECT_EQ(decision.chosen.skill_index, 0);
  for (const measure::Candidate& other : decision.alternatives) EXPECT_EQ(other.skill_index, 0);
}

TEST(ChooseNext, ReadyPrerequisite_OpensTheNextSkill) {
  interpret::LearnerState state;
  state.skills[1] = ready_skill();
  const measure::Decision decision = choose(state);
  EXPECT_EQ(decision.chosen.skill_index, 1);
  EXPECT_EQ(decision.chosen.reason, ReasonCode::FirstContact);
}

TEST(ChooseNext, JustBegunSkill_IsKeptForAFirstBlock) {
  interpret::LearnerState state;
  state.skills[1] = practised_skill(0);
  state.skills[1].opportunities = 1;
  state.current_skill = 1;
  state.current_skill_run = 1;
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::KeepGoing);
  state.current_skill_run = first_block_items;
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::Strengthen);
}

TEST(ChooseNext, TwoFailures_BringSomethingEasierAndThreeStepBack) {
  interpret::LearnerState state;
  state.skills[1] = ready_skill();
  state.skills[2] = practised_skill(failures_before_easier);
  const measure::Decision easier = choose(state);
  EXPECT_EQ(easier.chosen.reason, ReasonCode::EasierAfterFailures);
  EXPECT_EQ(easier.chosen.skill_index, 1);
  state.skills[2].failures_in_row = failures_before_step_back;
  const measure::Decision back = choose(state);
  EXPECT_EQ(back.chosen.reason, ReasonCode::StepBack);
  EXPECT_EQ(back.chosen.skill_index, 0) << "the prerequisite";
}

TEST(ChooseNext, MasteredSkill_ComesBackWhenItIsDue) {
  interpret::LearnerState state;
  for (SkillKey key = 1; key <= 3; ++key) {
    state.skills[key] = ready_skill();
    state.skills[key].delayed_correct = true;
  }
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::Fallback);
  state.skills[2].last_seen_ms = now - 40 * first_review_after_ms;
  const measure::Decision decision = choose(state);
  EXPECT_EQ(decision.chosen.reason, ReasonCode::Review);
  EXPECT_EQ(decision.chosen.skill_index, 1);
}

TEST(ChooseNext, ItemAnsweredLast_IsNotGivenAgain) {
  for (std::uint8_t learner = 0; learner < 50; ++learner) {
    interpret::LearnerState state;
    state.responses = 9;
    state.skills[1] = practised_skill(0);
    state.items[11] = {1, 9, true};
    EXPECT_NE(choose(state, 3, learner).chosen.item_index, 1u) << int{learner};
  }
}

TEST(ChooseNext, SamePast_GivesTheSameDecisionAndNeighboursGetOthers) {
  interpret::LearnerState state;
  state.skills[1] = practised_skill(0);
  EXPECT_EQ(choose(state, 2, 7), choose(state, 2, 7));
  std::set<std::uint32_t> seeds;
  for (std::uint8_t learner = 0; learner < 20; ++learner) seeds.insert(choose(state, 2, learner).chosen.seed);
  EXPECT_GT(seeds.size(), 15u);
}

TEST(ChooseNext, NoPack_IsAnErrorThatSaysWhatToDo) {
  const auto decision = choose_next({}, learner_with(1), {}, now, 0, rules());
  ASSERT_FALSE(decision.has_value());
  EXPECT_EQ(decision.error().code, ErrorCode::BadInput);
}

TEST(ChooseNext, WhatAPersonJudges_IsOfferedOnceAndThenOnlyWhenThereIsNothingElse) {
  constexpr std::uint8_t open_response = 18;
  interpret::Curriculum curriculum;
  curriculum.skills = {{1, {}}, {2, {}}};
  curriculum.items = {{10, {0}, 0, false, open_response}, {11, {1}, 0, true, 1}};
  interpret::LearnerState state;
  const auto offered = [&](const interpret::Curriculum& from) {
    const PackInPlay packs[] = {{0, &from}};
    const measure::Decision decision = choose_next(state, learner_with(1), packs, now, 0, rules()).value();
    std::set<std::uint32_t> items{decision.chosen.item_index};
    for (const measure::Candidate& other : decision.alternatives) items.insert(other.item_index);
    return items;
  };
  EXPECT_TRUE(offered(curriculum).contains(0));
  state.items[10] = {1, 1, false};
  state.responses = 1;
  EXPECT_FALSE(offered(curriculum).contains(0)) << "it says nothing new of the skill";
  curriculum.items.pop_back();
  EXPECT_TRUE(offered(curriculum).contains(0)) << "nothing else is there";
}

TEST(ChooseNext, Review_WantsEvidence) {
  interpret::Curriculum curriculum;
  curriculum.skills = {{1, {}}};
  curriculum.items = {{10, {0}, 0, false, 18}, {11, {0}, 0, true, 1}};
  interpret::LearnerState state;
  state.skills[1] = ready_skill();
  state.skills[1].last_seen_ms = now - 90LL * 24 * 60 * 60 * 1000;
  const PackInPlay packs[] = {{0, &curriculum}};
  const measure::Decision decision = choose_next(state, learner_with(1), packs, now, 0, rules()).value();
  EXPECT_EQ(decision.chosen.reason, ReasonCode::Review);
  EXPECT_EQ(decision.chosen.item_index, 1u);
  EXPECT_TRUE(decision.alternatives.empty());
}

}  // namespace
}  // namespace hornbook::adapt
