#include <gtest/gtest.h>

#include "runtime/interpret/placement/clusters.hpp"
#include "tests/unit/runtime/interpret/event_log.hpp"

namespace hornbook::interpret {
namespace {

constexpr UnixMs monday = 1'790'000'000'000;
constexpr SkillKey first_skill = 100;

measure::ExampleShown example(measure::ExampleAct act) { return {measure::ExampleKind::Sibling, act, 1, 0, 1, 9}; }

TEST(Supports, Example_FadesBySkill_AndIsNoAttempt) {
  test::EventLog log;
  log.start(monday);
  log.practise(0, false);
  const LearnerState before = log.folded();
  log.add(example(measure::ExampleAct::Shown));
  log.add(example(measure::ExampleAct::Read));
  const LearnerState after = log.folded();
  EXPECT_EQ(after.supports.examples.at(first_skill), (ExampleSeries{1, 1}));
  EXPECT_EQ(after.skills, before.skills);
  EXPECT_EQ(after.items, before.items) << "what is only read was not presented";
  EXPECT_EQ(after.responses, before.responses);
  log.add(example(measure::ExampleAct::Shown));
  EXPECT_EQ(log.folded().supports.examples.at(first_skill).shown, sibling_examples);
  log.add(example(measure::ExampleAct::Shown));
  EXPECT_EQ(log.folded().supports.examples.at(first_skill).shown, 1u) << "a series that was over begins anew";
}

TEST(Supports, StepsThatAreShown_TellHowFarTheyHaveFaded) {
  SupportState supports;
  measure::ExampleShown shown = example(measure::ExampleAct::Shown);
  shown.kind = measure::ExampleKind::OwnSteps;
  for (const int left : {1, 2, 3}) {
    const auto steps = static_cast<std::uint8_t>(4 - left);
    shown.steps = steps;
    show_example(supports, first_skill, shown, 4, 5);
    EXPECT_EQ(supports.examples.at(first_skill), (ExampleSeries{static_cast<std::uint8_t>(left), 5}));
  }
}

TEST(Supports, RestThatWasTaken_BeginsTheSittingAnew) {
  test::EventLog log;
  log.start(monday);
  for (std::uint32_t i = 0; i < 12; ++i) log.practise(i, i % 3 != 0);
  EXPECT_GT(log.folded().detectors.fatigue.items, 0u);
  log.add(measure::BreakTaken{measure::BreakKind::Breathing, 60'000, 0});
  EXPECT_GT(log.folded().detectors.fatigue.items, 0u) << "it was left";
  EXPECT_EQ(log.folded().supports.rest, (RestMemory{1, 12}));
  log.add(measure::BreakTaken{measure::BreakKind::Breathing, 60'000, 45'000});
  EXPECT_EQ(log.folded().detectors.fatigue.items, 0u);
  EXPECT_FALSE(detect::alarm_of(log.folded().detectors, detect::Detector::Fatigue).is_on());
}

TEST(Supports, PlanOfTheSchool_IsTakenWithoutASession_AndReplacesTheOneBefore) {
  test::EventLog log;
  log.add(measure::PlanSet{20'900, {false, true, true, false, false}});
  const LearnerState state = log.folded();
  EXPECT_EQ(state.plan.term_end_day, 20'900u);
  EXPECT_FALSE(state.plan.allowed.own_choice);
  EXPECT_TRUE(state.plan.allowed.checks_later);
  EXPECT_EQ(state.sessions, 0u);
  EXPECT_EQ(state.last_event_ms, 0) << "what a teacher does is no work of the learner";
  log.add(measure::PlanSet{});
  EXPECT_EQ(log.folded().plan, PlanState{});
}

TEST(Supports, CheckThatIsAsked_WaitsUntilItBegins) {
  const SkillKey cluster = clusters_of(*test::sample_curriculum(), {}).at(0).name;
  test::EventLog log;
  log.add(measure::CheckAsked{cluster, false});
  log.add(measure::CheckAsked{77, false});
  log.add(measure::CheckAsked{77, true});
  EXPECT_EQ(log.folded().plan.checks_asked, std::set<SkillKey>{cluster});
  log.start(monday);
  log.add(measure::CheckStarted{0, 0, measure::DecidedBy::Teacher});
  EXPECT_TRUE(log.folded().plan.checks_asked.empty());
}

TEST(Supports, EarlierVersions_PassThemOver) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::PlanSet{20'900, {false, false, false, false, false}});
  log.add(measure::CheckAsked{first_skill, false});
  log.add(example(measure::ExampleAct::Shown));
  log.add(measure::BreakTaken{measure::BreakKind::Breathing, 60'000, 0});
  const LearnerState state = log.folded(shipped_parameters().at(2));
  EXPECT_EQ(state.plan, PlanState{});
  EXPECT_EQ(state.supports, SupportState{});
}

TEST(Supports, PlanAndSupports_SurviveTheCodec_InOneForm) {
  LearnerState state;
  state.plan = {20'900, {true, false, true, false, true}, {3, 9, ~SkillKey{0}}};
  state.supports.examples[first_skill] = {2, 7};
  state.supports.rest = {7, 40};
  const Bytes bytes = encode(state);
  EXPECT_EQ(decode_state(bytes).value(), state);
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(decode_state(ByteView(bytes).first(size)));
  state.plan.checks_asked = {3};
  EXPECT_EQ(decode_state(encode(state)).value(), state);
}

}  // namespace
}  // namespace hornbook::interpret
