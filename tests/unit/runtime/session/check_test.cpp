// A check of where to start, as a learner lives it.
#include <algorithm>

#include "runtime/session/replay.hpp"
#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::session {
namespace {

using measure::CheckEndReason;

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

template <class Kind>
std::vector<Kind> events_of(const test::OneLearner& learner) {
  std::vector<Kind> found;
  for (const measure::Event& event : learner.events())
    if (const auto* body = std::get_if<Kind>(&event.body)) found.push_back(*body);
  return found;
}

std::uint16_t skill_at_hand(const test::OneLearner& learner) {
  const interpret::Curriculum& curriculum = *learner.state().context->packs[0].curriculum;
  return curriculum.items[learner.item().item_index].skills.front();
}

// By somebody who knows the first so many skills.
void answer_all(test::OneLearner& learner, std::uint16_t known) {
  while (learner.state().check) learner.answer(skill_at_hand(learner) < known);
}

TEST(CheckSession, IsOfferedToWhoHasDoneNothingYet_AndNoLongerAfterwards) {
  test::OneLearner learner;
  ASSERT_TRUE(check_offered(learner.state()).has_value());
  learner.intend(ChooseOption{0});
  EXPECT_FALSE(check_offered(learner.state())) << "not in the middle of something";
  learner.finish_item(true);
  learner.intend(GoHome{});
  EXPECT_FALSE(check_offered(learner.state()));
}

TEST(CheckSession, EachQuestionIsADecisionOfItsOwn_AndLeadsStraightOn) {
  test::OneLearner learner;
  learner.intend(StartCheck{0});
  ASSERT_TRUE(learner.state().check.has_value());
  const std::uint32_t first = learner.item().item_index;
  learner.answer(true);
  ASSERT_TRUE(std::holds_alternative<Working>(learner.state().place));
  EXPECT_NE(learner.item().item_index, first);
  EXPECT_EQ(learner.activity().tries, 0);
  const std::vector<measure::Decision> decisions = events_of<measure::Decision>(learner);
  ASSERT_EQ(decisions.size(), 3u);
  EXPECT_EQ(decisions[1].chosen.reason, measure::ReasonCode::Check);
  EXPECT_EQ(decisions[2].opportunities, 1);
  EXPECT_FALSE(decisions[2].alternatives.empty());
}

TEST(CheckSession, WrongAnswer_HasOneTryAndNoVerdict_AndThereAreNoHints) {
  test::OneLearner learner;
  learner.intend(StartCheck{0});
  learner.intend(Act{engage::AskHint{}});
  EXPECT_EQ(learner.activity().hints_shown, 0);
  EXPECT_TRUE(events_of<measure::HintShown>(learner).empty());
  learner.answer(false);
  EXPECT_TRUE(std::holds_alternative<engage::Answering>(learner.activity().phase));
  const std::vector<measure::Response> responses = events_of<measure::Response>(learner);
  ASSERT_EQ(responses.size(), 1u);
  EXPECT_FALSE(responses[0].correct);
  EXPECT_TRUE(events_of<measure::MessageShown>(learner).size() <= 1) << "nothing is said of the answer";
}

TEST(CheckSession, WhoKnowsTheBeginning_StartsAtTheFrontier) {
  test::OneLearner learner;
  learner.intend(StartCheck{0});
  answer_all(learner, 3);
  const auto* closed = std::get_if<CheckClosed>(&learner.state().place);
  ASSERT_NE(closed, nullptr);
  EXPECT_NE(closed->reason, CheckEndReason::Later);
  const measure::Candidate& next = learner.state().decision.chosen;
  EXPECT_EQ(next.reason, measure::ReasonCode::FirstContact);
  EXPECT_GE(next.skill_index, 3);
  const std::vector<measure::CheckEnded> ended = events_of<measure::CheckEnded>(learner);
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_GT(ended[0].standard_error_milli, 0);
  EXPECT_FALSE(check_offered(learner.state()));
  learner.intend(ChooseOption{0});
  EXPECT_TRUE(std::holds_alternative<Working>(learner.state().place));
}

TEST(CheckSession, WhoKnowsNothingYet_StartsAtTheBeginningAfterAFewQuestions) {
  test::OneLearner learner;
  learner.intend(StartCheck{0});
  answer_all(learner, 0);
  EXPECT_EQ(events_of<measure::CheckEnded>(learner).at(0).reason, CheckEndReason::Floor);
  EXPECT_EQ(learner.state().decision.chosen.skill_index, 0);
  EXPECT_LE(events_of<measure::Response>(learner).size(), 8u);
}

TEST(CheckSession, PassedOver_GoesOnAndIsRecorded) {
  test::OneLearner learner;
  learner.intend(StartCheck{0});
  learner.intend(PassOver{});
  EXPECT_EQ(events_of<measure::ItemSkipped>(learner).size(), 1u);
  EXPECT_EQ(learner.state().check->questions, 1u);
  EXPECT_EQ(learner.state().tally.finished, 1u);
}

TEST(CheckSession, GoingHome_KeepsIt_AndItGoesOnInAnotherSitting) {
  test::OneLearner learner;
  learner.intend(StartCheck{0});
  learner.answer(true);
  learner.answer(true);
  learner.intend(GoHome{});
  EXPECT_FALSE(learner.state().check);
  EXPECT_EQ(events_of<measure::CheckEnded>(learner).back().reason, CheckEndReason::Later);
  EXPECT_NE(learner.state().decision.chosen.reason, measure::ReasonCode::Check) << "practice is offered meanwhile";
  ASSERT_TRUE(check_offered(learner.state()).has_value());
  EXPECT_TRUE(check_offered(learner.state())->goes_on);
  learner.wait(day_ms);
  learner.intend(StartCheck{0});
  EXPECT_EQ(learner.state().decision.opportunities, 2) << "with what was answered before";
}

TEST(CheckSession, Leaving_KeepsItToo) {
  test::OneLearner learner;
  learner.intend(StartCheck{0});
  learner.answer(true);
  learner.intend(Leave{});
  EXPECT_EQ(events_of<measure::CheckEnded>(learner).back().reason, CheckEndReason::Later);
  SessionOpening opening;
  opening.context = learner.state().context;
  opening.time = {1'790'000'000'000 + day_ms, 1000};
  opening.base.state = learner.state().learner;
  test::OneLearner again(std::move(opening));
  EXPECT_TRUE(check_offered(again.state())->goes_on);
}

TEST(CheckSession, Stopped_StartsFromWhatWasSeen) {
  test::OneLearner learner;
  learner.intend(StartCheck{0});
  for (int question = 0; question < 3; ++question) learner.answer(true);
  learner.intend(StopCheck{});
  EXPECT_EQ(events_of<measure::CheckEnded>(learner).back().reason, CheckEndReason::Stopped);
  EXPECT_TRUE(std::holds_alternative<CheckClosed>(learner.state().place));
  EXPECT_FALSE(check_offered(learner.state()));
  EXPECT_FALSE(learner.state().learner.placement.placed.empty());
}

TEST(CheckSession, SittingThatLasts_EndsAndTheCheckGoesOnAnotherTime) {
  test::OneLearner learner;
  learner.intend(StartCheck{0});
  learner.wait(adapt::check_sitting_ms_max);
  learner.answer(true);
  const auto* closed = std::get_if<CheckClosed>(&learner.state().place);
  ASSERT_NE(closed, nullptr);
  EXPECT_EQ(closed->reason, CheckEndReason::Later);
  EXPECT_TRUE(check_offered(learner.state())->goes_on);
}

TEST(CheckSession, QuestionThatCannotBeOpened_LeavesTheRestOpen) {
  auto context = test::sample_context();
  context->instantiate = [](std::uint16_t, std::uint32_t, std::uint32_t,
                            std::string_view) -> Result<engage::ItemInstance> {
    return fail(ErrorCode::BadInput, "item", "broken");
  };
  test::OneLearner learner(std::move(context));
  learner.intend(StartCheck{0});
  EXPECT_TRUE(std::holds_alternative<Trouble>(learner.state().place));
  EXPECT_FALSE(learner.state().check);
  EXPECT_NE(learner.state().decision.chosen.reason, measure::ReasonCode::Check);
}

TEST(CheckSession, IntentsThatDoNotFit_ChangeNothing) {
  test::OneLearner learner;
  const std::size_t before = learner.events().size();
  learner.intend(PassOver{});
  learner.intend(StopCheck{});
  learner.intend(StartCheck{9});
  EXPECT_EQ(learner.events().size(), before);
  learner.intend(ChooseOption{0});
  learner.intend(StartCheck{0});
  EXPECT_FALSE(learner.state().check);
}

TEST(CheckSession, EveryDecision_IsReplayedBitForBit) {
  for (std::uint16_t known = 0; known <= 6; ++known) {
    test::OneLearner learner;
    learner.intend(StartCheck{0});
    learner.answer(true);
    learner.intend(GoHome{});
    learner.intend(StartCheck{0});
    learner.intend(PassOver{});
    answer_all(learner, known);
    learner.intend(ChooseOption{0});
    for (int item = 0; item < 10; ++item) learner.finish_item(item % 3 != 0);
    std::vector<measure::EventRecord> records;
    const SessionContext& context = *learner.state().context;
    for (const measure::Event& event : learner.events()) records.push_back({context.device, context.epoch, event});
    const auto find = [](std::uint32_t, const Hash&) { return std::optional(interpret::default_parameters()); };
    const auto replayed = replay(records, {context.curricula, find, {}});
    ASSERT_GT(replayed.size(), 12u);
    for (const ReplayedDecision& decision : replayed)
      EXPECT_EQ(decision.outcome, ReplayOutcome::Same) << decision.sequence;
  }
}

}  // namespace
}  // namespace hornbook::session
