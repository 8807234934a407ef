#include "runtime/engage/problem.hpp"

#include <gtest/gtest.h>

namespace hornbook::engage {
namespace {

// The right choice is 1.
Question choosing() {
  MultipleChoice task;
  task.choices = {{1, "a", {}, true, {}}, {2, "b", {}, false, {}}};
  Question question;
  question.task = std::move(task);
  return question;
}

Hint saying(std::vector<std::uint8_t> after = {}) { return {{}, "think", {}, std::move(after), {}}; }
Hint asking(std::vector<std::uint8_t> after = {}) { return {{}, {}, {}, std::move(after), choosing()}; }

ItemInstance item_of(const std::vector<std::string>& ways, bool any_order = false) {
  ItemInstance item;
  item.any_order = any_order;
  for (const std::string& way : ways) item.steps.push_back({choosing(), way, false});
  return item;
}

ItemInstance item_with_hints(std::vector<Hint> hints) {
  Question question = choosing();
  question.hints = std::move(hints);
  return item_asking(std::move(question));
}

// Carries the intents out and gives verdicts as they are due.
Problem after(Problem problem, const std::vector<ProblemIntent>& intents) {
  for (const ProblemIntent& intent : intents) {
    ProblemStep step = update(std::move(problem), intent, 0);
    problem = std::move(step.problem);
    for (const ProblemEffect& effect : step.effects) {
      const auto* submitted = std::get_if<AnswerSubmitted>(&effect.effect);
      if (submitted == nullptr) continue;
      const Verdict verdict = assess_answer(at_hand(problem).question->task, submitted->answer);
      problem = update(std::move(problem), GiveVerdict{verdict}, 0).problem;
    }
  }
  return problem;
}

std::vector<ProblemIntent> right_answer_here() { return {Choose{1}, Submit{}}; }

Problem answered(Problem problem, std::uint8_t step) {
  problem = after(std::move(problem), {TurnTo{{step, std::nullopt}}});
  return after(std::move(problem), right_answer_here());
}

using Steps = std::vector<std::uint8_t>;

TEST(Problem, StepsInOrder_OpenOneAfterTheOther) {
  Problem problem = start_problem(item_of({"", "", ""}), 0);
  EXPECT_EQ(open_steps(problem), Steps{0});
  problem = after(problem, {TurnTo{{2, std::nullopt}}});
  EXPECT_EQ(problem.at.step, 0) << "a later step waits";
  problem = after(problem, right_answer_here());
  EXPECT_EQ(open_steps(problem), Steps{1});
  EXPECT_FALSE(is_done(problem));
  EXPECT_EQ(next_place(problem), (QuestionPlace{1, std::nullopt}));
  problem = answered(answered(problem, 1), 2);
  EXPECT_TRUE(is_done(problem));
  EXPECT_FALSE(next_place(problem));
}

TEST(Problem, AnyOrder_OpensEveryStepAndGoesOnAfterTheOneAtHand) {
  Problem problem = start_problem(item_of({"", "", ""}, true), 0);
  EXPECT_EQ(open_steps(problem), (Steps{0, 1, 2}));
  problem = answered(problem, 1);
  EXPECT_EQ(open_steps(problem), (Steps{0, 2}));
  EXPECT_EQ(next_place(problem), (QuestionPlace{2, std::nullopt}));
  problem = answered(problem, 2);
  EXPECT_EQ(next_place(problem), (QuestionPlace{0, std::nullopt}));
}

TEST(Problem, FirstAnswerOfAPath_ChoosesIt) {
  Problem problem = start_problem(item_of({"left", "left", "right", ""}), 0);
  EXPECT_EQ(open_steps(problem), (Steps{0, 2}));
  problem = answered(problem, 2);
  EXPECT_EQ(open_steps(problem), Steps{3}) << "the other path is closed";
  EXPECT_FALSE(is_done(problem));
  EXPECT_TRUE(is_done(answered(problem, 3)));
}

TEST(Problem, StepOfEveryPath_ComesWhenThePathsBeforeItAreDone) {
  Problem problem = start_problem(item_of({"", "left", "right"}), 0);
  EXPECT_EQ(open_steps(problem), Steps{0});
  EXPECT_EQ(open_steps(answered(problem, 0)), (Steps{1, 2}));
}

TEST(Problem, WorkedStep_IsShownAsDoneAndNotAsked) {
  ItemInstance item = item_of({"", ""});
  item.steps[0].worked = true;
  item.steps[0].question.explanation = "because";
  Problem problem = start_problem(std::move(item), 0);
  EXPECT_EQ(problem.at.step, 0) << "it is read first";
  EXPECT_EQ(next_place(problem), (QuestionPlace{1, std::nullopt}));
  problem = after(problem, {TurnTo{{1, std::nullopt}}});
  const auto& finished = std::get<Finished>(problem.steps[0].own.phase);
  EXPECT_EQ(finished.verdict.feedback, "because");
  EXPECT_EQ(problem.steps[0].own.tries, 0);
  EXPECT_TRUE(is_done(after(problem, right_answer_here())));
}

TEST(Problem, WorkedSteps_AreReadOneAfterTheOther) {
  ItemInstance item = item_of({"", "", ""});
  item.steps[0].worked = item.steps[1].worked = true;
  Problem problem = start_problem(std::move(item), 0);
  for (const std::uint8_t step : Steps{1, 2}) {
    ASSERT_EQ(next_place(problem), (QuestionPlace{step, std::nullopt}));
    problem = after(problem, {TurnTo{{step, std::nullopt}}});
  }
  EXPECT_FALSE(is_done(problem));
}

TEST(Problem, FinishedStep_CanBeLookedAtAgain) {
  Problem problem = answered(start_problem(item_of({"", ""}), 0), 0);
  problem = after(problem, {TurnTo{{1, std::nullopt}}, TurnTo{{0, std::nullopt}}});
  EXPECT_EQ(problem.at.step, 0);
  EXPECT_EQ(next_place(problem), (QuestionPlace{1, std::nullopt}));
}

TEST(Problem, HintThatAsks_IsTurnedToAndLeadsBack) {
  Problem problem = start_problem(item_with_hints({saying(), asking({0})}), 0);
  problem = after(problem, {AskHint{}});
  EXPECT_FALSE(problem.at.hint) << "the first hint is to read";
  problem = after(problem, {AskHint{}});
  EXPECT_EQ(problem.at, (QuestionPlace{0, 1}));
  problem = after(problem, right_answer_here());
  EXPECT_FALSE(is_done(problem)) << "the smaller question is not the problem";
  EXPECT_EQ(next_place(problem), (QuestionPlace{0, std::nullopt}));
  problem = after(problem, {TurnTo{*next_place(problem)}});
  EXPECT_EQ(problem.steps[0].own.tries, 0);
  EXPECT_TRUE(is_done(after(problem, right_answer_here())));
}

TEST(Problem, HintAfterAnUnansweredOne_LeadsBackToThatOne) {
  Problem problem = start_problem(item_with_hints({asking(), saying({0})}), 0);
  problem = after(problem, {AskHint{}, TurnTo{{0, std::nullopt}}, AskHint{}});
  EXPECT_EQ(problem.at, (QuestionPlace{0, 0}));
  EXPECT_EQ(problem.steps[0].own.hints_shown, 1);
  problem = after(problem, right_answer_here());
  problem = after(problem, {TurnTo{{0, std::nullopt}}, AskHint{}});
  EXPECT_EQ(problem.steps[0].own.hints_shown, 2);
}

TEST(Problem, HintThatDoesNotDependOnAnUnansweredOne_IsGiven) {
  Problem problem = start_problem(item_with_hints({asking(), saying()}), 0);
  problem = after(problem, {AskHint{}, TurnTo{{0, std::nullopt}}, AskHint{}});
  EXPECT_FALSE(problem.at.hint);
  EXPECT_EQ(problem.steps[0].own.hints_shown, 2);
  EXPECT_TRUE(can_ask_hint(problem)) << "back to the one that waits";
  EXPECT_EQ(after(problem, {AskHint{}}).at, (QuestionPlace{0, 0}));
}

TEST(Problem, WhenEverythingIsSaid_ThereIsNoHintToAsk) {
  Problem problem = start_problem(item_with_hints({saying()}), 0);
  EXPECT_TRUE(can_ask_hint(problem));
  EXPECT_FALSE(can_ask_hint(after(problem, {AskHint{}})));
}

TEST(Problem, Effects_NameTheQuestionTheyCameFrom) {
  const Problem problem = answered(start_problem(item_of({"", ""}), 0), 0);
  ProblemStep step = update(problem, TurnTo{{1, std::nullopt}}, 0);
  step = update(update(step.problem, Choose{1}, 0).problem, Submit{}, 0);
  ASSERT_EQ(step.effects.size(), 1u);
  EXPECT_EQ(step.effects[0].place, (QuestionPlace{1, std::nullopt}));
}

TEST(Problem, PlaceThatIsNotThere_ChangesNothing) {
  const Problem problem = start_problem(item_of({"", ""}), 0);
  EXPECT_EQ(after(problem, {TurnTo{{9, std::nullopt}}}).at.step, 0);
  EXPECT_FALSE(after(problem, {TurnTo{{0, 3}}}).at.hint);
}

}  // namespace
}  // namespace hornbook::engage
