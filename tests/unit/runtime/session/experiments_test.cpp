// What a session records of the experiments that run.
#include <array>

#include "runtime/session/replay.hpp"
#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::session {
namespace {

constexpr UnixMs ends_ms = 1'900'000'000'000;

template <class Body>
std::vector<Body> all(const test::OneLearner& learner) {
  std::vector<Body> found;
  for (const measure::Event& event : learner.events())
    if (const auto* each = std::get_if<Body>(&event.body)) found.push_back(*each);
  return found;
}

// The last item of each skill in the one arm, the last but one in the other.
std::shared_ptr<SessionContext> with_experiment(const interpret::ArmRules& second = {}, std::uint16_t share = 500) {
  auto context = test::sample_context();
  auto curriculum = std::make_shared<interpret::Curriculum>(*test::sample_curriculum());
  interpret::RunningExperiment experiment;
  experiment.id = interpret::experiment_id("org.example.course", "last");
  experiment.seed = 3;
  experiment.second_permille = share;
  experiment.ends_ms = ends_ms;
  experiment.rules[1] = second;
  curriculum->experiments = {experiment.id};
  for (std::size_t item = 0; item < curriculum->items.size(); ++item) {
    const std::size_t place = item % test::items_per_skill;
    if (item / test::items_per_skill == test::reading_skill || place + 2 < test::items_per_skill) continue;
    curriculum->items[item].experiment = 1;
    curriculum->items[item].arm = place + 1 == test::items_per_skill ? 1 : 0;
  }
  context->curricula = {{curriculum->pack_hash, curriculum}};
  context->packs = {{0, curriculum.get()}};
  context->parameters.experiments = {experiment};
  return context;
}

test::OneLearner a_lesson(const std::shared_ptr<SessionContext>& context, int items = 24) {
  test::OneLearner learner(context);
  learner.intend(ChooseOption{0});
  for (int item = 0; item < items; ++item) learner.finish_item(item % 5 != 4);
  return learner;
}

TEST(SessionExperiments, WithoutOneThatRuns_NothingIsRecorded_AndTheSecondArmsItemsStayAway) {
  const auto context = with_experiment();
  context->parameters.experiments.clear();
  const test::OneLearner learner = a_lesson(context);
  EXPECT_TRUE(all<measure::ExperimentAssigned>(learner).empty());
  EXPECT_TRUE(all<measure::ExperimentExposed>(learner).empty());
  for (const auto& shown : all<measure::ItemPresented>(learner))
    EXPECT_EQ(context->packs.front().curriculum->items[shown.item_index].arm, 0);
}

TEST(SessionExperiments, Assignment_IsRecordedOnceBeforeTheFirstDecision) {
  const test::OneLearner learner = a_lesson(with_experiment());
  ASSERT_EQ(all<measure::ExperimentAssigned>(learner).size(), 1u);
  ASSERT_GE(learner.events().size(), 3u);
  EXPECT_TRUE(std::holds_alternative<measure::SessionStart>(learner.events()[0].body));
  EXPECT_TRUE(std::holds_alternative<measure::ExperimentAssigned>(learner.events()[1].body));
  EXPECT_TRUE(std::holds_alternative<measure::Decision>(learner.events()[2].body));
}

TEST(SessionExperiments, AnotherSession_IsNotAssignedAgain) {
  const auto context = with_experiment();
  SessionOpening opening;
  opening.context = context;
  opening.base.state = a_lesson(context).state().learner;
  opening.time = {1'790'000'000'000, 1000};
  const test::OneLearner learner(std::move(opening));
  EXPECT_TRUE(all<measure::ExperimentAssigned>(learner).empty());
}

TEST(SessionExperiments, EachArm_SeesItsItemsAlone_AndEachExposureFollowsItsDecision) {
  for (const std::uint16_t share : std::array<std::uint16_t, 2>{0, 1000}) {
    const auto context = with_experiment({}, share);
    const test::OneLearner learner = a_lesson(context);
    const std::uint8_t arm = share == 0 ? 0 : 1;
    EXPECT_EQ(all<measure::ExperimentAssigned>(learner).front().arm, arm);
    std::size_t of_arm = 0;
    for (const auto& shown : all<measure::ItemPresented>(learner)) {
      const interpret::ItemNode& item = context->packs.front().curriculum->items[shown.item_index];
      if (item.experiment == 0) continue;
      EXPECT_EQ(item.arm, arm);
      ++of_arm;
    }
    EXPECT_GT(of_arm, 0u);
    const auto exposures = all<measure::ExperimentExposed>(learner);
    EXPECT_GE(exposures.size(), of_arm);
    const measure::Decision* last = nullptr;
    for (const measure::Event& event : learner.events()) {
      if (const auto* decision = std::get_if<measure::Decision>(&event.body)) last = decision;
      const auto* exposed = std::get_if<measure::ExperimentExposed>(&event.body);
      if (exposed == nullptr) continue;
      ASSERT_NE(last, nullptr);
      EXPECT_EQ(exposed->decision_number, last->number);
      EXPECT_EQ(exposed->arm, arm);
    }
  }
}

TEST(SessionExperiments, ArmWithoutMessages_HearsNone_AndIsSeenToBeExposed) {
  const interpret::ArmRules quiet{0, 0, false};
  const test::OneLearner first = a_lesson(with_experiment(quiet, 0), 40);
  const test::OneLearner second = a_lesson(with_experiment(quiet, 1000), 40);
  EXPECT_FALSE(all<measure::MessageShown>(first).empty());
  EXPECT_TRUE(all<measure::MessageShown>(second).empty());
  EXPECT_FALSE(second.state().message);
  EXPECT_FALSE(all<measure::ExperimentExposed>(second).empty());
}

TEST(SessionExperiments, Decisions_AreReplayedBitForBit) {
  const auto context = with_experiment({50, 3, false});
  const test::OneLearner learner = a_lesson(context);
  std::vector<measure::EventRecord> committed;
  for (const measure::Event& event : learner.events()) committed.push_back({context->device, context->epoch, event});
  const auto find = [&](std::uint32_t, const Hash& name) -> std::optional<interpret::Parameters> {
    EXPECT_EQ(name, interpret::hash_of(context->parameters));
    return interpret::decode_parameters(interpret::encode(context->parameters)).value();
  };
  const auto replayed = replay(committed, {context->curricula, find, {}});
  EXPECT_GT(replayed.size(), 20u);
  for (const ReplayedDecision& each : replayed) EXPECT_EQ(each.outcome, ReplayOutcome::Same) << each.sequence;
  const auto without = [](std::uint32_t, const Hash&) { return std::optional(interpret::default_parameters()); };
  std::size_t different = 0;
  for (const ReplayedDecision& each : replay(committed, {context->curricula, without, {}}))
    different += each.outcome == ReplayOutcome::Different ? 1u : 0u;
  EXPECT_GT(different, 0u) << "the experiment made a difference";
}

TEST(SessionExperiments, WhoWithdraws_IsTreatedAsIfNothingRan_FromTheNextSessionOn) {
  const auto context = with_experiment({}, 1000);
  const interpret::LearnerState before = a_lesson(context).state().learner;
  interpret::RunningExperiment& experiment = context->parameters.experiments.front();
  experiment.listed = {interpret::participant_key(experiment.id, context->learner)};
  SessionOpening opening;
  opening.context = context;
  opening.base.state = before;
  opening.time = {1'790'100'000'000, 1000};
  test::OneLearner learner(std::move(opening));
  learner.intend(ChooseOption{0});
  for (int item = 0; item < 12; ++item) learner.finish_item(true);
  EXPECT_TRUE(all<measure::ExperimentExposed>(learner).empty());
  for (const auto& shown : all<measure::ItemPresented>(learner))
    EXPECT_EQ(context->packs.front().curriculum->items[shown.item_index].arm, 0);
}

}  // namespace
}  // namespace hornbook::session
