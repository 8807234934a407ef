#include "runtime/adapt/pick_probe.hpp"

#include <gtest/gtest.h>

namespace hornbook::adapt {
namespace {

constexpr UnixMs now = 1'790'000'000'000;
constexpr MisconceptionKey bug = 77;

// A skill that was met, with six items: the odd ones can show the misconception; and one that was not, whose only item
// can, too.
interpret::Curriculum course() {
  interpret::Curriculum curriculum;
  curriculum.skills = {{1, {}}, {2, {0}}};
  for (ItemKey key = 10; key < 16; ++key) {
    curriculum.items.push_back({key, {0}, 0, true, 2});
    if (key % 2 == 1) curriculum.items.back().misconceptions = {0};
  }
  curriculum.items.push_back({20, {1}, 0, true, 2});
  curriculum.items.back().misconceptions = {0};
  curriculum.misconceptions = {bug};
  return curriculum;
}

interpret::LearnerState learner(bool asserted) {
  interpret::LearnerState state;
  state.skills[1].opportunities = 4;
  state.skills[1].known = 0.5;
  state.skills[1].last_seen_ms = now - 60'000;
  state.responses = 8;
  state.items[11] = {1, 3, false};
  state.items[13] = {1, 5, false};
  state.items[10] = {1, 8, true};
  interpret::MisconceptionState& misconception = state.misconceptions[bug];
  misconception = {0.9, 2, 2, {11, 13}, 13, now - 60'000, asserted};
  return state;
}

measure::Decision choose(const interpret::LearnerState& state, const interpret::Curriculum& curriculum,
                         std::uint32_t number = 0) {
  const PackInPlay packs[] = {{4, &curriculum}};
  return choose_next(state, {}, packs, now, number, interpret::default_parameters()).value();
}

TEST(PickProbe, AssertedMisconception_IsAskedByAnItemThatTells) {
  const interpret::Curriculum curriculum = course();
  for (std::uint32_t number = 0; number < 20; ++number) {
    const measure::Decision decision = choose(learner(true), curriculum, number);
    EXPECT_EQ(decision.chosen.reason, measure::ReasonCode::Probe);
    const interpret::ItemNode& item = curriculum.items[decision.chosen.item_index];
    EXPECT_FALSE(item.misconceptions.empty());
    EXPECT_EQ(item.skills.front(), 0) << "not of a skill that was never met";
    EXPECT_FALSE(decision.alternatives.empty()) << "the learner may take something else";
    for (const measure::Candidate& other : decision.alternatives)
      EXPECT_NE(other.item_index, decision.chosen.item_index);
  }
}

TEST(PickProbe, StepThatTells_IsAskedWhereThePackSaysWhichItIs) {
  for (const bool says_which : {true, false}) {
    interpret::Curriculum curriculum = course();
    for (interpret::ItemNode& item : curriculum.items) {
      item.step_skills = {item.skills, item.skills};
      if (says_which && !item.misconceptions.empty()) item.step_misconceptions = {{}, {0}};
    }
    EXPECT_EQ(choose(learner(true), curriculum).chosen.reason == measure::ReasonCode::Probe, says_which);
  }
}

TEST(PickProbe, OnlySuspectedMisconception_IsNotProbed) {
  const interpret::Curriculum curriculum = course();
  EXPECT_NE(choose(learner(false), curriculum).chosen.reason, measure::ReasonCode::Probe);
}

TEST(PickProbe, RightAfterAnItemThatCouldShowIt_SomethingElseComesFirst) {
  const interpret::Curriculum curriculum = course();
  interpret::LearnerState state = learner(true);
  state.items[13].last_response_number = ++state.responses;
  EXPECT_NE(choose(state, curriculum).chosen.reason, measure::ReasonCode::Probe);
}

TEST(PickProbe, ItemsOfSeveralStepsOrAboutAText_DoNotTell) {
  interpret::Curriculum curriculum = course();
  for (std::size_t i = 0; i < curriculum.items.size(); ++i) {
    if (i % 4 == 1)
      curriculum.items[i].step_skills = {{0}, {0}};
    else
      curriculum.items[i].passage = 1;
  }
  EXPECT_NE(choose(learner(true), curriculum).chosen.reason, measure::ReasonCode::Probe);
}

TEST(PickProbe, ItemsAskedLongestAgo_ComeFirst) {
  interpret::Curriculum curriculum = course();
  for (ItemKey key = 100; key < 110; ++key) {
    curriculum.items.push_back({key, {0}, 0, true, 2});
    curriculum.items.back().misconceptions = {0};
  }
  for (std::uint32_t number = 0; number < 30; ++number) {
    const ItemKey key = curriculum.items[choose(learner(true), curriculum, number).chosen.item_index].key;
    EXPECT_TRUE(key != 11 && key != 13) << key;
  }
}

}  // namespace
}  // namespace hornbook::adapt
