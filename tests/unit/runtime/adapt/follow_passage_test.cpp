#include "runtime/adapt/follow_passage.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace hornbook::adapt {
namespace {

constexpr UnixMs now = 1'790'000'000'000;

// Two skills. Items 0 to 2 and 4 are about a first text, 3 about none, 5 and 6 about a second one.
interpret::Curriculum readers() {
  interpret::Curriculum curriculum;
  curriculum.skills = {{1, {}}, {2, {}}};
  const std::vector<std::uint32_t> passages{1, 1, 1, 0, 1, 2, 2};
  for (std::uint32_t item = 0; item < passages.size(); ++item)
    curriculum.items.push_back(
        {10 + item, {static_cast<std::uint16_t>(item % 2)}, 0, false, 1, {}, {}, passages[item]});
  return curriculum;
}

void answer(interpret::LearnerState& state, ItemKey key) {
  state.items[key].last_response_number = ++state.responses;
  ++state.items[key].presented;
}

measure::Decision choose(const interpret::LearnerState& state, const interpret::Curriculum& curriculum,
                         std::uint8_t learner = 1) {
  const PackInPlay packs[] = {{3, &curriculum}};
  LearnerId id;
  id.bytes.fill(learner);
  return choose_next(state, id, packs, now, 0, interpret::default_parameters()).value();
}

TEST(FollowPassage, QuestionsOfOneText_ComeOneAfterTheOtherFromTheFirst) {
  const interpret::Curriculum curriculum = readers();
  interpret::LearnerState state;
  for (const std::uint32_t expected : {0u, 1u, 2u, 4u}) {
    if (expected == 0) {
      const std::uint32_t first = choose(state, curriculum).chosen.item_index;
      EXPECT_TRUE(first == 0 || first == 3 || first == 5) << "never in the middle of a text: " << first;
    } else {
      const measure::Decision decision = choose(state, curriculum);
      EXPECT_EQ(decision.chosen.item_index, expected);
      EXPECT_EQ(decision.chosen.reason, measure::ReasonCode::KeepGoing);
      EXPECT_EQ(decision.chosen.pack_index, 3);
      for (const measure::Candidate& other : decision.alternatives)
        EXPECT_NE(curriculum.items[other.item_index].passage, 1u) << "the others are about something else";
    }
    answer(state, curriculum.items[expected].key);
  }
  EXPECT_FALSE(next_of_passage(state, std::vector<PackInPlay>{{3, &curriculum}}).has_value())
      << "it is read to its end";
}

TEST(FollowPassage, WhateverChanceSays_ATextBeginsWithItsFirstQuestion) {
  const interpret::Curriculum curriculum = readers();
  for (std::uint8_t learner = 0; learner < 40; ++learner) {
    measure::Decision decision = choose({}, curriculum, learner);
    decision.alternatives.push_back(decision.chosen);
    std::vector<std::uint32_t> passages;
    for (const measure::Candidate& each : decision.alternatives) {
      EXPECT_TRUE(each.item_index == 0 || each.item_index == 3 || each.item_index == 5) << each.item_index;
      const std::uint32_t passage = curriculum.items[each.item_index].passage;
      EXPECT_EQ(std::count(passages.begin(), passages.end(), passage), 0) << "one text is offered once";
      passages.push_back(passage);
    }
  }
}

TEST(FollowPassage, LevelToBeginWith_FollowsTheLastAnswersOnTheSkill) {
  EXPECT_EQ(level_to_begin_with(nullptr, 4), 1u) << "the lower middle";
  EXPECT_EQ(level_to_begin_with(nullptr, 3), 1u);
  EXPECT_EQ(level_to_begin_with(nullptr, 2), 0u);
  EXPECT_EQ(level_to_begin_with(nullptr, 1), 0u);
  interpret::SkillState skill;
  skill.recent = 1;
  EXPECT_EQ(level_to_begin_with(&skill, 4), 1u) << "nothing was answered yet";
  skill.opportunities = 5;
  EXPECT_EQ(level_to_begin_with(&skill, 4), 3u);
  skill.recent = 0.6;
  EXPECT_EQ(level_to_begin_with(&skill, 4), 2u);
  skill.recent = 0.1;
  EXPECT_EQ(level_to_begin_with(&skill, 4), 0u);
}

}  // namespace
}  // namespace hornbook::adapt
