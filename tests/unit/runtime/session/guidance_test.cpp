#include "runtime/session/guidance.hpp"

#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::session {
namespace {

using measure::OverrideReason;

std::vector<std::uint16_t> messages_of(const test::OneLearner& learner) {
  std::vector<std::uint16_t> messages;
  for (const measure::Event& event : learner.events())
    if (const auto* shown = std::get_if<measure::MessageShown>(&event.body)) messages.push_back(shown->message);
  return messages;
}

adapt::Occasion occasion_of(std::uint16_t number) { return adapt::messages()[number - 1U].occasion; }

// After these answers nothing holds a message back.
void let_messages_come(test::OneLearner& learner) {
  for (int i = 0; i < 6; ++i) learner.finish_item(true);
  learner.wait(adapt::time_between_messages_ms);
}

TEST(Guidance, HowAnItemFitted_IsSaidOnceAndOnlyWhenItIsDone) {
  test::OneLearner learner;
  learner.present(0);
  learner.intend(SayHowItFitted{OverrideReason::TooHard});
  learner.answer(true);
  learner.intend(SayHowItFitted{OverrideReason::Later});
  learner.intend(SayHowItFitted{OverrideReason::TooHard});
  learner.intend(SayHowItFitted{OverrideReason::TooEasy});
  std::vector<measure::OverrideMade> made;
  for (const measure::Event& event : learner.events())
    if (const auto* each = std::get_if<measure::OverrideMade>(&event.body)) made.push_back(*each);
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0], (measure::OverrideMade{measure::DecidedBy::Learner, 0, OverrideReason::TooHard, std::nullopt}));
  EXPECT_EQ(learner.state().learner.agency.easier_steps, 1);
  EXPECT_EQ(learner.state().fitted, OverrideReason::TooHard);
  learner.intend(GoOn{});
  EXPECT_FALSE(learner.state().fitted) << "the next item may fit otherwise";
}

TEST(Guidance, Goal_IsOfTodayCountsAndIsSaidOnceWhenItIsReached) {
  test::OneLearner learner;
  learner.intend(SetGoal{0, 2});
  const auto goal = std::get<measure::GoalSet>(learner.events().back().body);
  EXPECT_EQ(goal, (measure::GoalSet{0, 2, 20'717, measure::DecidedBy::Learner}));
  learner.present(0);
  learner.finish_item(true);
  EXPECT_FALSE(has_reached_goal(learner.state()));
  learner.answer(true);
  EXPECT_TRUE(has_reached_goal(learner.state()));
  ASSERT_TRUE(learner.state().message.has_value());
  EXPECT_EQ(occasion_of(*learner.state().message), adapt::Occasion::GoalReached);
  learner.intend(GoOn{});
  EXPECT_FALSE(learner.state().message);
  learner.answer(true);
  const bool again = learner.state().message && occasion_of(*learner.state().message) == adapt::Occasion::GoalReached;
  EXPECT_FALSE(again);
}

TEST(Guidance, GoalBeyondReasonOrInTheMiddleOfAnItem_IsNotSet) {
  test::OneLearner learner;
  learner.intend(SetGoal{0, goal_items_max + 1});
  EXPECT_FALSE(has_goal(learner.state()));
  learner.present(0);
  learner.intend(SetGoal{0, 3});
  EXPECT_FALSE(has_goal(learner.state()));
}

TEST(Guidance, Messages_FollowWhatHappened) {
  test::OneLearner learner;
  ASSERT_TRUE(learner.state().message.has_value());
  EXPECT_EQ(occasion_of(*learner.state().message), adapt::Occasion::NewSkill);
  learner.present(0);
  EXPECT_FALSE(learner.state().message) << "in front of a question nothing distracts";
  let_messages_come(learner);
  learner.intend(Act{engage::AskHint{}});
  learner.answer(true);
  ASSERT_TRUE(learner.state().message.has_value());
  EXPECT_EQ(occasion_of(*learner.state().message), adapt::Occasion::RightAfterHint);
  EXPECT_EQ(messages_of(learner).back(), *learner.state().message) << "recorded before it is shown";
  learner.intend(GoOn{});
  learner.answer(false);
  learner.answer(true);
  EXPECT_FALSE(learner.state().message) << "too soon after the last";
  learner.intend(Leave{});
  EXPECT_EQ(occasion_of(messages_of(learner).back()), adapt::Occasion::Goodbye);
}

TEST(Guidance, ReturnAfterDays_IsGreeted) {
  SessionOpening opening;
  opening.context = test::sample_context();
  opening.time = {1'790'000'000'000, 1000};
  opening.base.state.last_event_ms = opening.time.unix_ms - adapt::away_ms;
  const test::OneLearner learner(std::move(opening));
  ASSERT_TRUE(learner.state().message.has_value());
  EXPECT_EQ(occasion_of(*learner.state().message), adapt::Occasion::Returned);
}

// Everything is mastered long ago, so that a check is suggested.
test::OneLearner one_who_knows_all() {
  SessionOpening opening;
  opening.context = test::sample_context();
  opening.time = {1'790'000'000'000, 1000};
  for (const interpret::SkillNode& node : opening.context->packs.front().curriculum->skills) {
    interpret::SkillState& skill = opening.base.state.skills[node.key];
    skill.opportunities = skill.correct = skill.unaided_correct = skill.unaided_in_row = 6;
    skill.known = 0.99;
    skill.recent = 0.9;
    skill.delayed_correct = true;
    skill.first_seen_ms = skill.last_seen_ms = opening.time.unix_ms - 60LL * 24 * 60 * 60 * 1000;
  }
  return test::OneLearner(std::move(opening));
}

TEST(Guidance, AnswersWithoutALook_AreNotPraised) {
  for (const std::int64_t thinking_ms : {300, 6000}) {
    test::OneLearner learner = one_who_knows_all();
    ASSERT_TRUE(messages_of(learner).empty());
    learner.present(0);
    const std::uint32_t right = engage::right_answer(learner.activity().question->task).numbers.front();
    learner.wait(thinking_ms);
    learner.intend(Act{engage::Choose{static_cast<std::uint8_t>((right + 1) % 4)}});
    learner.intend(Act{engage::Submit{}});
    learner.answer(true);
    EXPECT_EQ(messages_of(learner).size(), thinking_ms == 300 ? 0u : 1u);
  }
}

TEST(Guidance, Check_MayBePutOffForThisSession) {
  test::OneLearner learner = one_who_knows_all();
  ASSERT_EQ(learner.state().decision.chosen.reason, measure::ReasonCode::Review);
  ASSERT_TRUE(can_put_check_off(learner.state()));
  const std::uint32_t number = learner.state().decision.number;
  learner.intend(PutCheckOff{});
  EXPECT_TRUE(interpret::puts_checks_off(learner.state().learner.agency, learner.state().learner.sessions));
  EXPECT_EQ(learner.state().decision.number, number + 1) << "something else is suggested at once";
  EXPECT_FALSE(can_put_check_off(learner.state()));
  const std::size_t before = learner.events().size();
  learner.intend(PutCheckOff{});
  EXPECT_EQ(learner.events().size(), before);
}

TEST(Guidance, CheckThatIsNotSuggested_CannotBePutOff) {
  test::OneLearner learner;
  EXPECT_FALSE(can_put_check_off(learner.state()));
}

// Each choice of the sample items has its own tag; all items can show the first misconception.
std::shared_ptr<SessionContext> course_with_misconceptions(std::shared_ptr<interpret::Curriculum>& kept) {
  auto context = test::sample_context();
  kept = std::make_shared<interpret::Curriculum>(*test::sample_curriculum());
  kept->misconceptions = {71, 72, 73, 74};
  for (interpret::ItemNode& item : kept->items) item.misconceptions = {0};
  context->packs.front().curriculum = kept.get();
  context->curricula = {{kept->pack_hash, kept}};
  context->misconception_words = [](std::uint16_t, std::uint16_t index, std::string_view) -> MisconceptionWords {
    return {"words for " + std::to_string(index), index == 0 ? "look at this" : ""};
  };
  return context;
}

TEST(Guidance, WrongAnswerWithATag_IsAnsweredInTheWordsOfItsMisconception) {
  std::shared_ptr<interpret::Curriculum> curriculum;
  test::OneLearner learner(course_with_misconceptions(curriculum));
  learner.present(0);
  learner.answer(false);
  const auto& again = std::get<engage::TryAgain>(learner.activity().phase);
  ASSERT_TRUE(again.verdict.misconception.has_value());
  EXPECT_EQ(again.verdict.feedback, "words for " + std::to_string(*again.verdict.misconception));
}

TEST(Guidance, WhileItIsAsserted_TheFirstHintIsThatOfTheMisconception) {
  for (const bool asserted : {false, true}) {
    std::shared_ptr<interpret::Curriculum> curriculum;
    SessionOpening opening;
    opening.context = course_with_misconceptions(curriculum);
    opening.time = {1'790'000'000'000, 1000};
    opening.base.state.misconceptions[71].asserted = asserted;
    test::OneLearner learner(std::move(opening));
    learner.present(0);
    const std::vector<engage::Hint>& hints = learner.item().steps.front().question.hints;
    ASSERT_EQ(hints.size(), 3u);
    EXPECT_EQ(hints[0].text, asserted ? "look at this" : "point");
    EXPECT_EQ(hints[1].text, "teach");
  }
}

}  // namespace
}  // namespace hornbook::session
