#include "runtime/interpret/answer_model.hpp"

#include <gtest/gtest.h>

#include "runtime/interpret/prediction.hpp"
#include "tests/unit/runtime/interpret/event_log.hpp"

namespace hornbook::interpret {
namespace {

constexpr UnixMs monday = 1'790'000'000'000;
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

// A course of one skill with one item, which may tell of a misconception, and a second skill built on the first.
Curriculum small_course(bool tells) {
  Curriculum curriculum;
  curriculum.skills = {{1, {}}, {2, {0}}};
  curriculum.misconceptions = {9};
  curriculum.items = {{10, {0}, 0, true}, {11, {1, 0}, 0, true}};
  if (tells) curriculum.items[0].misconceptions = {0};
  return curriculum;
}

const std::vector<std::uint16_t> first_only{0};

LearnerState met_state() {
  LearnerState state;
  for (SkillKey key = 1; key <= 2; ++key) {
    state.skills[key].known = known_at_first(state, default_parameters());
    state.skills[key].last_seen_ms = monday;
  }
  return state;
}

void answer(LearnerState& state, const Curriculum& course, std::uint32_t item, UnixMs at, bool correct,
            bool unaided = true) {
  const QuestionAsked question{course, course.items[item], course.items[item].skills, at};
  learn_from(state, question, {correct, unaided, false, false, 1}, default_parameters());
  for (const std::uint16_t index : course.items[item].skills) {
    SkillState& skill = state.skills.at(course.skills[index].key);
    ++skill.opportunities;
    skill.last_seen_ms = at;
  }
}

TEST(AnswerModel, RightAnswer_NeverLowersWhatIsKnownOrExpected) {
  SeededRandom random(5);
  const Curriculum course = small_course(false);
  for (int learner = 0; learner < 40; ++learner) {
    LearnerState state = met_state();
    UnixMs at = monday;
    for (int step = 0; step < 60; ++step) {
      at += static_cast<std::int64_t>(random.below(3)) * day_ms;
      const auto item = static_cast<std::uint32_t>(random.below(2));
      const auto expected = [&] { return predict(state, course, item, at, default_parameters()).success; };
      if (random.below(100) < 40) {
        answer(state, course, item, at, false);
        continue;
      }
      // The same moment: what was forgotten before the answer is not the answer's doing.
      for (auto& [key, skill] : state.skills) skill.last_seen_ms = at;
      const double before = expected();
      const double known = state.skills.at(1).known;
      answer(state, course, item, at, true);
      EXPECT_GE(state.skills.at(1).known, known) << learner << ' ' << step;
      EXPECT_GE(expected(), before - 1e-3) << learner << ' ' << step;
    }
  }
}

TEST(AnswerModel, SteadyMiddlingSuccess_SpeaksForGradualLearningAndAJumpForSudden) {
  const Curriculum course = small_course(false);
  LearnerState middling = met_state();
  LearnerState jumping = met_state();
  for (int step = 0; step < 60; ++step) {
    answer(middling, course, 0, monday, step % 3 != 0);
    answer(jumping, course, 0, monday, step >= 30);
  }
  EXPECT_GT(middling.gradual_log_odds, 1);
  EXPECT_LT(jumping.gradual_log_odds, 0);
}

TEST(AnswerModel, MistakeInAnItemOfTwoSkills_BlamesTheOneThatIsLessSure) {
  const Curriculum course = small_course(false);
  LearnerState state = met_state();
  state.skills.at(1).known = 0.98;
  state.skills.at(2).known = 0.4;
  answer(state, course, 1, monday, false);
  EXPECT_GT(state.skills.at(1).known, 0.9);
  EXPECT_LT(state.skills.at(2).known, 0.4);
}

TEST(AnswerModel, PrerequisiteThatIsNotKnown_SlowsLearning) {
  const Curriculum course = small_course(false);
  const auto known_after = [&](double prerequisite) {
    LearnerState state = met_state();
    state.skills.at(1).known = prerequisite;
    const QuestionAsked question{course, course.items[1], std::span(course.items[1].skills).first(1), monday};
    learn_from(state, question, {false, true, false, false, 1}, default_parameters());
    return state.skills.at(2).known;
  };
  EXPECT_GT(known_after(0.99), known_after(0.05));
}

TEST(AnswerModel, RightAnswers_LengthenTheMemoryAndAMistakeShortensIt) {
  const Curriculum course = small_course(false);
  LearnerState state = met_state();
  answer(state, course, 0, monday, true);
  const double first = state.skills.at(1).belief.memory.stability;
  EXPECT_EQ(first, fsrs_default_weights[2]) << "a first review that was good";
  answer(state, course, 0, monday + 3 * day_ms, true);
  const double second = state.skills.at(1).belief.memory.stability;
  EXPECT_GT(second, first);
  answer(state, course, 0, monday + 6 * day_ms, false);
  EXPECT_LT(state.skills.at(1).belief.memory.stability, second);
}

TEST(AnswerModel, RapidGuess_IsNoReview) {
  const Curriculum course = small_course(true);
  LearnerState state = met_state();
  const QuestionAsked question{course, course.items[0], first_only, monday};
  learn_from(state, question, {true, true, true, true, 0.2}, default_parameters());
  EXPECT_EQ(state.skills.at(1).belief.memory.stability, 0);
  EXPECT_EQ(state.skills.at(1).belief.telling_in_row, 0u);
}

SkillState sure_skill() {
  SkillState skill;
  skill.opportunities = skill.correct = skill.unaided_correct = skill.unaided_in_row = 6;
  skill.known = 0.99;
  skill.delayed_correct = true;
  skill.belief.answers = 6;
  skill.belief.ability = {1, 0.5};
  skill.belief.telling_in_row = 3;
  return skill;
}

// Who was seen to learn at once rather than by and by.
LearnerState sudden_learner() {
  LearnerState state = met_state();
  state.gradual_log_odds = -3;
  return state;
}

bool is_mastered(const LearnerState& state, SkillState skill, bool is_told = true) {
  judge_mastery(state, skill, true, is_told, default_parameters());
  return skill.belief.mastered;
}

TEST(JudgeMastery, EachRule_CanForbidIt) {
  const LearnerState state = sudden_learner();
  EXPECT_TRUE(is_mastered(state, sure_skill()));
  SkillState skill = sure_skill();
  skill.known = 0.94;
  EXPECT_FALSE(is_mastered(state, skill));
  skill = sure_skill();
  skill.delayed_correct = false;
  EXPECT_FALSE(is_mastered(state, skill));
  skill = sure_skill();
  skill.unaided_correct = 2;
  EXPECT_FALSE(is_mastered(state, skill));
  skill = sure_skill();
  skill.belief.telling_in_row = 1;
  EXPECT_FALSE(is_mastered(state, skill)) << "it may still be a misconception";
  EXPECT_TRUE(is_mastered(state, skill, false));
}

TEST(JudgeMastery, GradualLearner_NeedsMoreThanKnowledgeTracing) {
  LearnerState state = met_state();
  state.gradual_log_odds = 8;
  EXPECT_FALSE(is_mastered(state, sure_skill()));
  SkillState practised = sure_skill();
  practised.opportunities = 20;
  practised.belief.ability = {2, 0.2};
  state.ability = 0.5;
  state.ability_variance = 0.1;
  EXPECT_TRUE(is_mastered(state, practised));
}

TEST(JudgeMastery, Mistake_EndsItOnlyWhenTheEvidenceFalls) {
  const LearnerState state = sudden_learner();
  SkillState skill = sure_skill();
  skill.belief.mastered = true;
  judge_mastery(state, skill, false, true, default_parameters());
  EXPECT_TRUE(skill.belief.mastered);
  skill.known = 0.5;
  judge_mastery(state, skill, false, true, default_parameters());
  EXPECT_FALSE(skill.belief.mastered);
}

TEST(AnswerModel, Fold_MovesNothingOfItInEarlierVersions) {
  const LearnerState third = test::long_log(1).folded(shipped_parameters().at(2));
  EXPECT_EQ(third.ability_variance, 0);
  for (const auto& [key, skill] : third.skills) EXPECT_EQ(skill.belief, SkillBelief{});
  const LearnerState fourth = test::long_log(1).folded(shipped_parameters().at(3));
  EXPECT_GT(fourth.ability_variance, 0);
}

}  // namespace
}  // namespace hornbook::interpret
