#include "runtime/adapt/worked_example.hpp"

#include <gtest/gtest.h>

namespace hornbook::adapt {
namespace {

using interpret::detect::Detector;
using measure::ExampleKind;
using measure::ReasonCode;

constexpr SkillKey skill = 1;

// Of one skill: a template, two plain items as hard as each other, a harder one, and one of four steps.
interpret::Curriculum one_skill() {
  interpret::Curriculum curriculum;
  curriculum.skills = {{skill, {}}};
  curriculum.items = {{10, {0}, 0, true, 1},
                      {11, {0}, 500, false, 1},
                      {12, {0}, 500, false, 1},
                      {13, {0}, 900, false, 1},
                      {14, {0}, 0, false, 1}};
  curriculum.items.back().step_skills = {{0}, {0}, {0}, {0}};
  return curriculum;
}

// Practised without coming together; the detector says so.
interpret::LearnerState spinning() {
  interpret::LearnerState state;
  state.sessions = 3;
  state.responses = 20;
  interpret::SkillState& practised = state.skills[skill];
  practised.opportunities = 8;
  practised.failures_in_row = 2;
  practised.belief.answers = 8;
  state.detectors.wheel_spinning.skill = skill;
  state.detectors.wheel_spinning.alarm = {960, 1, 9};
  return state;
}

bool wants(const interpret::LearnerState& state, std::uint32_t item,
           ReasonCode reason = ReasonCode::EasierAfterFailures, std::uint16_t success = 400) {
  const interpret::Parameters parameters = interpret::default_parameters();
  const interpret::Curriculum curriculum = one_skill();
  const PackInPlay packs[] = {{0, &curriculum}};
  const ItemsBySkill items(packs);
  const Treatment treatment;
  const Moment moment{state, 0, parameters, 0, items, treatment};
  return wants_example(moment, curriculum, {0, item, 5, reason, 0, success});
}

TEST(WorkedExample, Comes_WherePracticeDoesNotGetThere) {
  EXPECT_TRUE(wants(spinning(), 0));
  interpret::LearnerState fine = spinning();
  fine.detectors.wheel_spinning.alarm = {};
  EXPECT_FALSE(wants(fine, 0));
  interpret::LearnerState elsewhere = spinning();
  elsewhere.detectors.wheel_spinning.skill = 2;
  EXPECT_FALSE(wants(elsewhere, 0));
}

TEST(WorkedExample, WaitsForAPrerequisiteAndForSomethingEasier) {
  EXPECT_FALSE(wants(spinning(), 0, ReasonCode::StepBack));
  EXPECT_FALSE(wants(spinning(), 0, ReasonCode::EasierAfterFailures, 760)) << "an item is likely enough to come right";
}

TEST(WorkedExample, Fades_AndEndsWithTwoRightAnswersInARow) {
  interpret::LearnerState state = spinning();
  state.detectors.wheel_spinning.alarm = {};
  state.supports.examples[skill] = {1, 3};
  EXPECT_TRUE(wants(state, 0)) << "the second of two";
  state.skills[skill].unaided_in_row = 2;
  EXPECT_FALSE(wants(state, 0));
  state.skills[skill].unaided_in_row = 0;
  state.sessions = 6;
  EXPECT_FALSE(wants(state, 0)) << "weeks ago";
  state.sessions = 3;
  state.supports.examples[skill].shown = interpret::sibling_examples;
  EXPECT_FALSE(wants(state, 0)) << "now without one";
  EXPECT_TRUE(wants(state, 4)) << "of four steps one is still shown";
}

TEST(WorkedExample, SeriesThatIsOver_BeginsAnewInAnotherSession) {
  interpret::LearnerState state = spinning();
  state.supports.examples[skill] = {interpret::sibling_examples, 3};
  EXPECT_FALSE(wants(state, 0)) << "the teacher is told";
  state.sessions = 4;
  EXPECT_TRUE(wants(state, 0));
}

TEST(WorkedExample, OfSeveralSteps_ShowsAllButTheLastThenFewer) {
  interpret::LearnerState state = spinning();
  for (const int shown : {0, 1, 2}) {
    state.supports.examples[skill].shown = static_cast<std::uint8_t>(shown);
    const auto example = example_for(state, one_skill(), 4);
    ASSERT_TRUE(example);
    EXPECT_EQ(example->kind, ExampleKind::OwnSteps);
    EXPECT_EQ(example->steps, 3 - shown);
  }
}

TEST(WorkedExample, OfOneStep_IsASibling) {
  const interpret::Curriculum curriculum = one_skill();
  interpret::LearnerState state = spinning();
  EXPECT_EQ(example_for(state, curriculum, 0)->item_index, 0u) << "the same with other numbers";
  EXPECT_TRUE(example_for(state, curriculum, 0)->is_template);
  EXPECT_EQ(example_for(state, curriculum, 1)->item_index, 2u) << "as hard as the item itself";
  state.items[13].last_response_number = 4;
  EXPECT_EQ(example_for(state, curriculum, 1)->item_index, 3u) << "known already: nothing is spoilt";
}

TEST(WorkedExample, WhatIsAboutATextOrAloneInItsSkill_HasNone) {
  interpret::Curriculum curriculum = one_skill();
  curriculum.items[1].passage = 1;
  EXPECT_FALSE(example_for(spinning(), curriculum, 1));
  curriculum.items.resize(2);
  curriculum.items[1].passage = 0;
  curriculum.items.erase(curriculum.items.begin());
  EXPECT_FALSE(example_for(spinning(), curriculum, 0));
}

}  // namespace
}  // namespace hornbook::adapt
