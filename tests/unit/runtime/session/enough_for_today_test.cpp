// When all that is open rests until another day, that is the decision: with its evidence, and with extra practice as
// what was rejected for it.
#include <gtest/gtest.h>

#include "runtime/session/replay.hpp"
#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::session {
namespace {

using measure::ReasonCode;

constexpr std::size_t items_max = 60;

std::shared_ptr<SessionContext> context_under(std::uint32_t version) {
  auto context = test::sample_context();
  context->parameters.version = version;
  return context;
}

// Works on everything, always right, until it is enough.
test::OneLearner work_until_enough(std::shared_ptr<SessionContext> context) {
  test::OneLearner learner(std::move(context));
  learner.intend(ChooseOption{0});
  for (std::size_t item = 0; item < items_max && !adapt::is_enough_for_today(learner.state().decision); ++item) {
    while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(true);
    learner.wait(2000);
    learner.go_on();
  }
  return learner;
}

test::OneLearner work_until_enough() { return work_until_enough(context_under(adapt::rest_since)); }

std::vector<ReplayedDecision> replayed(const test::OneLearner& learner) {
  const SessionContext& context = *learner.state().context;
  std::vector<measure::EventRecord> records;
  for (const measure::Event& event : learner.events()) records.push_back({context.device, context.epoch, event});
  return replay(records,
                {context.curricula, [&](std::uint32_t, const Hash&) { return std::optional(context.parameters); }, {}});
}

TEST(EnoughForToday, IsADecisionWithItsEvidenceAndWhatWasRejected) {
  const test::OneLearner learner = work_until_enough();
  const auto* decision = std::get_if<measure::Decision>(&learner.events().back().body);
  ASSERT_NE(decision, nullptr) << "it is recorded";
  EXPECT_EQ(decision->chosen.reason, ReasonCode::Rest);
  EXPECT_EQ(decision->opportunities, 6) << "all six skills of the course rest";
  ASSERT_FALSE(decision->alternatives.empty());
  for (const measure::Candidate& rejected : decision->alternatives) EXPECT_EQ(rejected.reason, ReasonCode::Fallback);
  EXPECT_EQ(decision->chosen.skill_index, decision->alternatives.front().skill_index);
}

TEST(EnoughForToday, GoingOnLeadsHome_WhereNothingIsBegunByItself) {
  test::OneLearner learner = work_until_enough();
  ASSERT_TRUE(std::holds_alternative<AtHome>(learner.state().place));
  const std::size_t events = learner.events().size();
  learner.intend(ChooseOption{0});
  EXPECT_TRUE(std::holds_alternative<AtHome>(learner.state().place));
  EXPECT_EQ(learner.events().size(), events) << "who rests leaves";
}

TEST(EnoughForToday, WhoWantsMore_HasItAndIsNotAskedAgain) {
  test::OneLearner learner = work_until_enough();
  learner.intend(ChooseOption{1});
  ASSERT_TRUE(std::holds_alternative<Working>(learner.state().place));
  while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(true);
  learner.go_on();
  EXPECT_EQ(learner.state().decision.chosen.reason, ReasonCode::Rest);
  EXPECT_TRUE(std::holds_alternative<Working>(learner.state().place));
}

TEST(EnoughForToday, WithoutAChoiceOfTheirOwn_OneExtraIsThereAllTheSame) {
  auto context = context_under(adapt::rest_since);
  SessionOpening opening;
  opening.context = context;
  opening.time = {1'790'000'000'000, 1000};
  opening.base.state.plan.allowed.own_choice = false;
  test::OneLearner learner(std::move(opening));
  learner.intend(ChooseOption{0});
  while (!adapt::is_enough_for_today(learner.state().decision)) {
    while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(true);
    learner.go_on();
  }
  learner.intend(ChooseOption{2});
  EXPECT_TRUE(std::holds_alternative<AtHome>(learner.state().place));
  learner.intend(ChooseOption{1});
  EXPECT_TRUE(std::holds_alternative<Working>(learner.state().place));
}

TEST(EnoughForToday, IsReplayedBitForBit_AndAsExtraPracticeInSessionsFromBefore) {
  for (const std::uint32_t version : {adapt::rest_since - 1, adapt::rest_since}) {
    test::OneLearner learner = work_until_enough(context_under(version));
    const auto decisions = replayed(learner);
    ASSERT_GT(decisions.size(), 10u);
    for (const ReplayedDecision& each : decisions) EXPECT_EQ(each.outcome, ReplayOutcome::Same) << version;
    EXPECT_EQ(decisions.back().recorded.chosen.reason,
              version < adapt::rest_since ? ReasonCode::Fallback : ReasonCode::Rest);
  }
}

}  // namespace
}  // namespace hornbook::session
