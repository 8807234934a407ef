#include "runtime/adapt/pace.hpp"

#include <gtest/gtest.h>

#include <array>

#include "runtime/adapt/choose_next.hpp"

namespace hornbook::adapt {
namespace {

using measure::ReasonCode;

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr std::uint32_t today = 20'900;
constexpr UnixMs now = today * day_ms + 9LL * 60 * 60 * 1000;

// A mastered root; on it one skill that nothing needs, then one that three others are built on.
interpret::Curriculum tree() {
  interpret::Curriculum curriculum;
  curriculum.skills = {{1, {}}, {2, {0}}, {3, {0}}, {4, {2}}, {5, {3}}, {6, {3, 4}}};
  for (std::uint16_t skill = 0; skill < curriculum.skills.size(); ++skill)
    for (ItemKey item = 0; item < 3; ++item)
      curriculum.items.push_back({10 * ItemKey{skill} + item + 10, {skill}, 0, true, 1});
  return curriculum;
}

interpret::SkillState mastered(std::int64_t ago_ms, double stability) {
  interpret::SkillState skill;
  skill.opportunities = 10;
  skill.correct = skill.unaided_correct = 8;
  skill.unaided_in_row = 4;
  skill.known = 0.97;
  skill.first_seen_ms = now - 30 * day_ms;
  skill.last_seen_ms = now - ago_ms;
  skill.delayed_correct = true;
  skill.belief.answers = 10;
  skill.belief.ability = {1, 0.5};
  skill.belief.memory = {stability, 5};
  skill.belief.mastery = 0.97;
  skill.belief.mastered = true;
  return skill;
}

// Who has worked for a month, twice a week, ten items a sitting.
interpret::LearnerState learner(std::uint32_t days_left) {
  interpret::LearnerState state;
  state.sessions = 9;
  state.responses = 10;
  state.last_event_ms = now - day_ms;
  state.skills[1] = mastered(2 * day_ms, 30);
  state.plan.term_end_day = today + days_left;
  return state;
}

struct Course {
  interpret::Curriculum curriculum = tree();
  std::array<PackInPlay, 1> packs{{{0, &curriculum}}};
  interpret::Parameters parameters = interpret::default_parameters();
  [[nodiscard]] std::vector<SkillInView> view(const interpret::LearnerState& state) const {
    return view_skills(state, packs, parameters);
  }
  [[nodiscard]] measure::Decision choose(const interpret::LearnerState& state) const {
    return choose_next(state, {}, packs, now, 0, parameters).value();
  }
};

TEST(Pace, WithoutATermOrAClockOrAfterItsEnd_SaysNothing) {
  const Course course;
  interpret::LearnerState state = learner(0);
  EXPECT_TRUE(pace_of(state, course.view(state), now)) << "its last day is a day of it";
  EXPECT_FALSE(pace_of(state, course.view(state), 0));
  EXPECT_FALSE(pace_of(state, course.view(state), now + day_ms));
  state.plan.term_end_day = 0;
  EXPECT_FALSE(pace_of(state, course.view(state), now));
}

TEST(Pace, LongTermFits_ShortOneDoesNot) {
  const Course course;
  const interpret::LearnerState ample = learner(300);
  const TermPace long_term = pace_of(ample, course.view(ample), now).value();
  EXPECT_TRUE(long_term.fits());
  EXPECT_EQ(long_term.by_then, 6u);
  const interpret::LearnerState short_of_time = learner(20);
  const TermPace short_term = pace_of(short_of_time, course.view(short_of_time), now).value();
  EXPECT_FALSE(short_term.fits());
  EXPECT_EQ(short_term.skills, 6u);
  EXPECT_EQ(short_term.mastered, 1u);
  EXPECT_GE(short_term.by_then, 1u);
  EXPECT_LT(short_term.by_then, 6u);
}

TEST(Pace, OwnRate_CountsMoreTheMoreThereIsOfIt) {
  const Course course;
  interpret::LearnerState quick = learner(40);
  interpret::LearnerState slow = learner(40);
  quick.skills[1].opportunities = 4;
  slow.skills[1].opportunities = 40;
  EXPECT_LT(pace_of(quick, course.view(quick), now)->items_needed, pace_of(slow, course.view(slow), now)->items_needed);
  interpret::LearnerState rarely = learner(40), often = learner(40);
  rarely.sessions = 4;
  rarely.skills[1].opportunities = 40;
  often.sessions = 16;
  often.skills[1].opportunities = 160;
  EXPECT_GT(pace_of(often, course.view(often), now)->items_left,
            2 * pace_of(rarely, course.view(rarely), now)->items_left);
}

TEST(Pace, WhenAllFits_NothingChanges) {
  const Course course;
  interpret::LearnerState state = learner(300);
  interpret::LearnerState without = state;
  without.plan = {};
  EXPECT_EQ(course.choose(state), course.choose(without));
}

TEST(Pace, WhenItDoesNot_WhatMostIsBuiltOnComesFirst_AndSaysSo) {
  const Course course;
  EXPECT_EQ(course.choose(learner(300)).chosen.skill_index, 1u);
  const measure::Decision decision = course.choose(learner(20));
  EXPECT_EQ(decision.chosen.skill_index, 2u);
  EXPECT_EQ(decision.chosen.reason, ReasonCode::BeforeTermEnds);
  EXPECT_EQ(decision.opportunities, 3u) << "the skills that are built on it are the evidence";
  ASSERT_FALSE(decision.alternatives.empty());
  EXPECT_EQ(decision.alternatives.front().reason, ReasonCode::FirstContact);
}

TEST(Pace, WhenItDoesNot_ReviewsWaitLonger) {
  const Course course;
  const auto is_review_due = [&](std::uint32_t days_left) {
    interpret::LearnerState state = learner(days_left);
    state.skills[1] = mastered(25 * day_ms, 20);
    const measure::Decision decision = course.choose(state);
    bool due = decision.chosen.reason == ReasonCode::Review;
    for (const measure::Candidate& other : decision.alternatives) due = due || other.reason == ReasonCode::Review;
    return due;
  };
  EXPECT_TRUE(is_review_due(300)) << "recall has fallen below .9";
  EXPECT_FALSE(is_review_due(20)) << "it is still above .85";
}

}  // namespace
}  // namespace hornbook::adapt
