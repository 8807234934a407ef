// Worked examples, rests and a teacher's limits in a session.
#include <algorithm>

#include "runtime/interpret/placement/clusters.hpp"
#include "runtime/session/replay.hpp"
#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::session {
namespace {

using measure::ExampleAct;
using measure::ExampleKind;
using measure::ReasonCode;

template <class Body>
std::vector<Body> events_of(const test::OneLearner& learner) {
  std::vector<Body> found;
  for (const measure::Event& event : learner.events())
    if (const auto* body = std::get_if<Body>(&event.body)) found.push_back(*body);
  return found;
}

void fail_item(test::OneLearner& learner) {
  while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(false);
  learner.wait(3000);
}

// Works and fails until an example is shown.
bool reach_example(test::OneLearner& learner) {
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 15; ++item) {
    if (std::holds_alternative<ReadingExample>(learner.state().place)) return true;
    if (std::holds_alternative<Resting>(learner.state().place)) learner.intend(GoOn{});
    fail_item(learner);
    learner.intend(GoOn{});
  }
  return false;
}

TEST(SessionExample, SiblingIsShownDone_ThenTheLearnersOwnComes) {
  test::OneLearner learner;
  ASSERT_TRUE(reach_example(learner));
  const ReadingExample reading = std::get<ReadingExample>(learner.state().place);
  EXPECT_EQ(learner.state().decision.chosen.reason, ReasonCode::WorkedExample);
  EXPECT_TRUE(engage::is_done(reading.example));
  EXPECT_EQ(std::get<engage::Finished>(engage::at_hand(reading.example).phase).verdict.feedback, "teach bottom out")
      << "what the hints teach says how it is done";
  const interpret::LearnerState before = learner.state().learner;
  learner.wait(20'000);
  learner.intend(GoOn{});
  ASSERT_TRUE(std::holds_alternative<Working>(learner.state().place));
  EXPECT_EQ(learner.item().seed, reading.own.seed);
  EXPECT_NE(learner.item().seed % 4, reading.example.item->seed % 4) << "the answer is another one";
  EXPECT_EQ(learner.state().learner.responses, before.responses);
  EXPECT_EQ(learner.state().learner.skills, before.skills) << "reading is no attempt";
  const std::vector<measure::ExampleShown> shown = events_of<measure::ExampleShown>(learner);
  ASSERT_EQ(shown.size(), 2u);
  EXPECT_EQ(shown[0].act, ExampleAct::Shown);
  EXPECT_EQ(shown[1].act, ExampleAct::Read);
  EXPECT_EQ(shown[1].seed, shown[0].seed);
  EXPECT_EQ(learner.event_numbers().back(), 3) << "the item is presented after it";
}

TEST(SessionExample, Examples_FadeAfterTwo) {
  test::OneLearner learner;
  ASSERT_TRUE(reach_example(learner));
  for (int item = 0; item < 6; ++item) {
    if (std::holds_alternative<ReadingExample>(learner.state().place)) learner.intend(GoOn{});
    if (std::holds_alternative<Resting>(learner.state().place)) learner.intend(GoOn{});
    if (std::holds_alternative<ReadingExample>(learner.state().place)) learner.intend(GoOn{});
    fail_item(learner);
    learner.intend(GoOn{});
  }
  const std::vector<measure::ExampleShown> shown = events_of<measure::ExampleShown>(learner);
  EXPECT_EQ(std::count_if(shown.begin(), shown.end(), [](const auto& each) { return each.act == ExampleAct::Shown; }),
            2);
}

TEST(SessionExample, HomeAndBack_ShowsItAgainOnlyWhenItIsChosen) {
  test::OneLearner learner;
  ASSERT_TRUE(reach_example(learner));
  learner.intend(GoHome{});
  EXPECT_TRUE(std::holds_alternative<AtHome>(learner.state().place));
  learner.intend(ChooseOption{0});
  EXPECT_TRUE(std::holds_alternative<ReadingExample>(learner.state().place)) << "the second of the series";
}

TEST(SessionExample, Decisions_ReplayFromTheEvents) {
  test::OneLearner learner;
  ASSERT_TRUE(reach_example(learner));
  learner.go_on();
  learner.intend(GoOn{});
  for (int item = 0; item < 5; ++item) learner.finish_item(item % 2 == 0);
  const SessionContext& context = *learner.state().context;
  std::vector<measure::EventRecord> records;
  for (const measure::Event& event : learner.events()) records.push_back({context.device, context.epoch, event});
  const ReplaySources sources{
      context.curricula, [&](std::uint32_t, const Hash&) { return std::optional(context.parameters); }, {}};
  std::size_t decisions = 0;
  for (const ReplayedDecision& each : replay(records, sources)) {
    EXPECT_EQ(each.outcome, ReplayOutcome::Same) << each.recorded.number;
    ++decisions;
  }
  EXPECT_GT(decisions, 10u);
}

// Three steps, each with four choices.
Result<engage::ItemInstance> three_steps(std::uint16_t pack, std::uint32_t item_index, std::uint32_t seed,
                                         std::string_view language) {
  engage::ItemInstance item = test::sample_item(pack, item_index, seed, language).value();
  item.steps.push_back(item.steps.front());
  item.steps.push_back(item.steps.front());
  return item;
}

std::shared_ptr<SessionContext> context_of_steps() {
  auto context = test::sample_context();
  auto curriculum = std::make_shared<interpret::Curriculum>(*test::sample_curriculum());
  for (interpret::ItemNode& item : curriculum->items)
    item.step_skills = std::vector<std::vector<std::uint16_t>>(3, {item.skills.front()});
  context->instantiate = three_steps;
  context->curricula[curriculum->pack_hash] = curriculum;
  context->packs.front().curriculum = context->curricula.at(curriculum->pack_hash).get();
  return context;
}

void fail_problem(test::OneLearner& learner) {
  while (std::get<Working>(learner.state().place)
             .problem.item->steps[std::get<Working>(learner.state().place).problem.at.step]
             .worked) {
    learner.wait(9000);
    learner.intend(Act{engage::TurnTo{*engage::next_place(std::get<Working>(learner.state().place).problem)}});
  }
  for (int step = 0; step < 3; ++step) {
    fail_item(learner);
    const auto next = engage::next_place(std::get<Working>(learner.state().place).problem);
    if (!next) break;
    learner.intend(Act{engage::TurnTo{*next}});
  }
}

TEST(SessionExample, FirstSteps_AreShownDoneAndFade) {
  test::OneLearner learner(context_of_steps());
  learner.intend(ChooseOption{0});
  std::vector<std::size_t> worked;
  for (int item = 0; item < 12; ++item) {
    if (learner.state().worked_on.reason == ReasonCode::WorkedExample)
      worked.push_back(static_cast<std::size_t>(std::count_if(learner.item().steps.begin(), learner.item().steps.end(),
                                                              [](const engage::Step& step) { return step.worked; })));
    fail_problem(learner);
    learner.go_on();
  }
  EXPECT_EQ(worked, (std::vector<std::size_t>{2, 1}));
  const std::vector<measure::ExampleShown> shown = events_of<measure::ExampleShown>(learner);
  ASSERT_EQ(shown.size(), 4u) << "each shown and read";
  for (const measure::ExampleShown& each : shown) EXPECT_EQ(each.kind, ExampleKind::OwnSteps);
  EXPECT_EQ(shown[1].act, ExampleAct::Read);
  EXPECT_EQ(shown[1].steps, 2u);
}

// Right at once for a while, then wrong at first every other time and ever slower, until a rest is offered.
bool tire(test::OneLearner& learner) {
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 80; ++item) {
    const bool fresh = item < 15 || item % 2 == 0;
    if (!fresh) learner.wait(4000 + 1500 * item);
    learner.answer(fresh);
    while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(true);
    learner.wait(2500);
    learner.intend(GoOn{});
    if (std::holds_alternative<Resting>(learner.state().place)) return true;
    if (std::holds_alternative<AtHome>(learner.state().place)) learner.intend(ChooseOption{1});  // enough, yet goes on
    if (std::holds_alternative<ReadingExample>(learner.state().place)) learner.intend(GoOn{});
  }
  return false;
}

TEST(SessionRest, IsOfferedWhereFatigueIsSeen_AndTaken) {
  test::OneLearner learner;
  ASSERT_TRUE(tire(learner));
  EXPECT_FALSE(std::get<Resting>(learner.state().place).since) << "nobody is made to rest";
  learner.wait(4000);
  learner.intend(TakeBreak{});
  ASSERT_TRUE(std::get<Resting>(learner.state().place).since);
  learner.wait(45'000);
  learner.intend(GoOn{});
  EXPECT_TRUE(std::holds_alternative<Working>(learner.state().place));
  ASSERT_EQ(events_of<measure::BreakTaken>(learner).size(), 1u);
  EXPECT_EQ(events_of<measure::BreakTaken>(learner).front(),
            (measure::BreakTaken{measure::BreakKind::Breathing, adapt::rest_ms, 45'000}));
  EXPECT_FALSE(
      interpret::detect::alarm_of(learner.state().learner.detectors, interpret::detect::Detector::Fatigue).is_on());
  for (int item = 0; item < 4; ++item) {
    learner.answer(false);
    while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(true);
    learner.intend(GoOn{});
    EXPECT_FALSE(std::holds_alternative<Resting>(learner.state().place)) << "not again right after";
    if (std::holds_alternative<ReadingExample>(learner.state().place)) learner.intend(GoOn{});
  }
}

TEST(SessionRest, ThatIsLeft_IsNotOfferedAgainForAWhile) {
  test::OneLearner learner;
  ASSERT_TRUE(tire(learner));
  learner.intend(GoOn{});
  EXPECT_EQ(events_of<measure::BreakTaken>(learner).at(0).taken_ms, 0u);
  for (std::uint32_t answers = 0; answers < adapt::rest_again_answers - 3; answers += 2) {
    learner.wait(60'000);
    learner.answer(false);
    while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(true);
    learner.intend(GoOn{});
    ASSERT_FALSE(std::holds_alternative<Resting>(learner.state().place)) << answers;
    if (std::holds_alternative<ReadingExample>(learner.state().place)) learner.intend(GoOn{});
  }
}

TEST(SessionRest, MayEndAtHomeOrEndTheDay) {
  test::OneLearner home;
  ASSERT_TRUE(tire(home));
  home.intend(TakeBreak{});
  home.wait(adapt::rest_ms);
  home.intend(GoHome{});
  EXPECT_TRUE(std::holds_alternative<AtHome>(home.state().place));
  EXPECT_EQ(events_of<measure::BreakTaken>(home).at(0).taken_ms, adapt::rest_ms);
  test::OneLearner leaving;
  ASSERT_TRUE(tire(leaving));
  leaving.intend(Leave{});
  EXPECT_EQ(events_of<measure::BreakTaken>(leaving).size(), 1u);
  EXPECT_EQ(leaving.event_numbers().back(), 2);
}

SessionOpening opening_with(interpret::PlanState plan) {
  SessionOpening opening;
  opening.context = test::sample_context();
  opening.base.state.plan = std::move(plan);
  opening.time = {1'790'000'000'000, 1000};
  return opening;
}

TEST(SessionPlan, WhatTheTeacherWithholds_IsNotTaken) {
  test::OneLearner learner(opening_with({0, {false, true, false, false, true}, {}}));
  EXPECT_FALSE(may_choose(learner.state()));
  EXPECT_FALSE(may_set_goal(learner.state()));
  learner.intend(ChooseOption{1});
  learner.intend(SetGoal{0, 5});
  EXPECT_TRUE(std::holds_alternative<AtHome>(learner.state().place));
  EXPECT_FALSE(has_goal(learner.state()));
  learner.intend(ChooseOption{0});
  while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(true);
  EXPECT_FALSE(can_say_how_it_fitted(learner.state()));
  learner.intend(SayHowItFitted{measure::OverrideReason::TooEasy});
  EXPECT_TRUE(events_of<measure::OverrideMade>(learner).empty());
}

TEST(SessionPlan, MessagesThatAreWithheld_AreNotShown) {
  const auto shown = [](bool messages) {
    test::OneLearner learner(opening_with({0, {true, true, true, true, messages}, {}}));
    learner.intend(ChooseOption{0});
    for (int item = 0; item < 12; ++item) {
      learner.wait(90'000);
      learner.finish_item(true);
    }
    return events_of<measure::MessageShown>(learner).size();
  };
  EXPECT_GT(shown(true), 0u);
  EXPECT_EQ(shown(false), 0u);
}

TEST(SessionPlan, CheckThatTheTeacherAsksFor_IsOfferedWhateverIsKnown) {
  const std::vector<interpret::Cluster> clusters = interpret::clusters_of(*test::sample_curriculum(), {});
  SessionOpening opening = opening_with({0, {}, {clusters.at(0).name}});
  for (const interpret::SkillNode& skill : test::sample_curriculum()->skills)
    opening.base.state.skills[skill.key].opportunities = 3;
  test::OneLearner learner(std::move(opening));
  const auto offer = check_offered(learner.state());
  ASSERT_TRUE(offer);
  EXPECT_TRUE(offer->by_teacher);
  learner.intend(StartCheck{0});
  EXPECT_EQ(events_of<measure::CheckStarted>(learner).at(0).by, measure::DecidedBy::Teacher);
  EXPECT_TRUE(learner.state().learner.plan.checks_asked.empty());
  learner.intend(StopCheck{});
  learner.intend(GoHome{});
  EXPECT_FALSE(check_offered(learner.state()));
}

}  // namespace
}  // namespace hornbook::session
