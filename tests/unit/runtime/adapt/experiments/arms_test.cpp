#include "runtime/adapt/experiments/arms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "runtime/adapt/experiments/exposures.hpp"
#include "runtime/adapt/experiments/treatment.hpp"

namespace hornbook::adapt {
namespace {

using interpret::RunningExperiment;

constexpr UnixMs now = 1'790'000'000'000;
constexpr UnixMs later = now + 1000;

LearnerId learner(std::uint32_t number) {
  LearnerId id;
  for (std::size_t byte = 0; byte < 4; ++byte) id.bytes[byte] = static_cast<std::uint8_t>(number >> (8 * byte));
  return id;
}

RunningExperiment declared_by_pack() {
  RunningExperiment experiment;
  experiment.id = interpret::experiment_id("org.example.pack", "pictures");
  experiment.seed = 7;
  experiment.ends_ms = later;
  return experiment;
}

RunningExperiment of_school(const char* id, const interpret::ArmRules& second) {
  RunningExperiment experiment = declared_by_pack();
  experiment.id = interpret::experiment_id("school:1", id);
  experiment.rules[1] = second;
  return experiment;
}

interpret::Parameters running(std::vector<RunningExperiment> experiments) {
  interpret::Parameters parameters = interpret::default_parameters();
  parameters.experiments = std::move(experiments);
  return parameters;
}

// One skill: two items that everybody has, one of the first arm, one of the second.
const interpret::Curriculum& curriculum() {
  static const interpret::Curriculum made = [] {
    interpret::Curriculum curriculum;
    curriculum.skills = {{1, {}}};
    for (ItemKey key = 10; key < 14; ++key) {
      curriculum.items.push_back({key, {0}, 0, true});
      curriculum.items.back().kind = 1;
    }
    curriculum.items[2].experiment = curriculum.items[3].experiment = 1;
    curriculum.items[3].arm = 1;
    curriculum.experiments = {interpret::experiment_id("org.example.pack", "pictures")};
    return curriculum;
  }();
  return made;
}
std::vector<PackInPlay> packs() { return {{0, &curriculum()}}; }

// Right so many times in a row, a minute ago.
interpret::SkillState practised(std::uint32_t right_in_row) {
  interpret::SkillState skill;
  skill.opportunities = skill.correct = skill.unaided_correct = skill.unaided_in_row = right_in_row;
  skill.recent = 0.6;
  skill.first_seen_ms = skill.last_seen_ms = now - 60'000;
  skill.belief.answers = right_in_row;
  skill.belief.ability = {0, 1};
  skill.belief.memory = {3, 5};
  skill.belief.mastery = 0.3;
  return skill;
}

// Every item that the decision offers or weighs, over many learners and moments.
std::set<std::uint32_t> offered(const interpret::Parameters& parameters, std::optional<std::uint8_t> arm) {
  std::set<std::uint32_t> items;
  for (std::uint32_t number = 0; number < 40; ++number) {
    interpret::LearnerState state;
    if (arm) state.experiments.arms[curriculum().experiments.front()] = *arm;
    for (std::uint32_t decision = 0; decision < 10; ++decision) {
      const auto made = choose_next(state, learner(number), packs(), now, decision, parameters).value();
      items.insert(made.chosen.item_index);
      for (const measure::Candidate& each : made.alternatives) items.insert(each.item_index);
    }
  }
  return items;
}

TEST(Experiments, WithoutOneThatRuns_EverybodyHasTheFirstArmsItems) {
  EXPECT_EQ(offered(interpret::default_parameters(), std::nullopt), (std::set<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(offered(interpret::default_parameters(), 1), (std::set<std::uint32_t>{0, 1, 2}))
      << "an arm that was assigned once counts for nothing when the school runs nothing";
}

TEST(Experiments, WhileItRuns_EachArmHasItsItemsAndNotThoseOfTheOther) {
  const interpret::Parameters parameters = running({declared_by_pack()});
  EXPECT_EQ(offered(parameters, 0), (std::set<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(offered(parameters, 1), (std::set<std::uint32_t>{0, 1, 3}));
}

TEST(Experiments, Draw_FollowsTheShareAndIsTheSameEachTime) {
  for (const std::uint16_t share : std::array<std::uint16_t, 3>{100, 500, 900}) {
    RunningExperiment experiment = declared_by_pack();
    experiment.second_permille = share;
    int second = 0;
    for (std::uint32_t number = 0; number < 4000; ++number) {
      second += draw_arm(experiment, learner(number));
      ASSERT_EQ(draw_arm(experiment, learner(number)), draw_arm(experiment, learner(number)));
    }
    EXPECT_NEAR(second, 4 * share, 100) << "three standard deviations are at most 95";
  }
}

TEST(Experiments, Draw_DiffersBetweenExperimentsAndSeeds) {
  RunningExperiment other_seed = declared_by_pack();
  other_seed.seed = 8;
  const RunningExperiment other = of_school("a", {});
  int same_seed = 0;
  int same_experiment = 0;
  for (std::uint32_t number = 0; number < 4000; ++number) {
    same_seed += draw_arm(declared_by_pack(), learner(number)) == draw_arm(other_seed, learner(number));
    same_experiment += draw_arm(declared_by_pack(), learner(number)) == draw_arm(other, learner(number));
  }
  EXPECT_NEAR(same_seed, 2000, 100);
  EXPECT_NEAR(same_experiment, 2000, 100);
}

TEST(Experiments, GreaterShare_MovesLearnersFromTheFirstArmToTheSecondAlone) {
  RunningExperiment more = declared_by_pack();
  more.second_permille = 700;
  for (std::uint32_t number = 0; number < 1000; ++number)
    EXPECT_LE(draw_arm(declared_by_pack(), learner(number)), draw_arm(more, learner(number)));
}

TEST(Experiments, AssignedArm_StaysWhateverTheShareIs) {
  RunningExperiment experiment = declared_by_pack();
  experiment.second_permille = 999;
  const interpret::Parameters parameters = running({experiment});
  interpret::LearnerState state;
  state.experiments.arms[experiment.id] = 0;
  for (std::uint32_t number = 0; number < 100; ++number) {
    const auto arms = arms_in_force(state, learner(number), packs(), now, parameters);
    ASSERT_EQ(arms.size(), 1u);
    EXPECT_EQ(arms.front().arm, 0);
    EXPECT_TRUE(assignments_due(arms).empty());
  }
}

TEST(Experiments, NewLearner_IsToBeAssigned_WithTheChanceOfTheirArm) {
  RunningExperiment experiment = declared_by_pack();
  experiment.second_permille = 300;
  const interpret::Parameters parameters = running({experiment});
  std::set<std::uint16_t> chances;
  for (std::uint32_t number = 0; number < 100; ++number) {
    const auto due = assignments_due(arms_in_force({}, learner(number), packs(), now, parameters));
    ASSERT_EQ(due.size(), 1u);
    EXPECT_EQ(due.front().experiment, experiment.id);
    EXPECT_EQ(due.front().probability_permille, due.front().arm == 1 ? 300 : 700);
    chances.insert(due.front().probability_permille);
  }
  EXPECT_EQ(chances.size(), 2u);
}

TEST(Experiments, WhatEndedOrIsOfAnotherPackOrVersion_IsNotInForce) {
  const RunningExperiment experiment = declared_by_pack();
  EXPECT_EQ(arms_in_force({}, learner(1), packs(), later - 1, running({experiment})).size(), 1u);
  EXPECT_TRUE(arms_in_force({}, learner(1), packs(), later, running({experiment})).empty());
  EXPECT_TRUE(arms_in_force({}, learner(1), {}, now, running({experiment})).empty());
  interpret::Parameters older = running({experiment});
  older.version = interpret::experiments_since - 1;
  EXPECT_TRUE(arms_in_force({}, learner(1), packs(), now, older).empty());
}

TEST(Experiments, WhoWithdrew_IsInNoArm_AndOnlyTheListedAre_WhereOnlyTheyTakePart) {
  RunningExperiment experiment = declared_by_pack();
  experiment.listed = {interpret::participant_key(experiment.id, learner(1))};
  const auto is_in = [&](std::uint32_t number) {
    return !arms_in_force({}, learner(number), packs(), now, running({experiment})).empty();
  };
  EXPECT_FALSE(is_in(1));
  EXPECT_TRUE(is_in(2));
  experiment.participation = interpret::Participation::ListedOnly;
  EXPECT_TRUE(is_in(1));
  EXPECT_FALSE(is_in(2));
}

TEST(Experiments, RulesOfArms_AddUpWithinBounds) {
  const RunningExperiment easier = of_school("a", {100, 0, true});
  const RunningExperiment easier_yet = of_school("b", {100, 5, true});
  const RunningExperiment quiet = of_school("c", {0, 0, false});
  const std::vector<ArmInForce> arms{{&easier, 1, true}, {&easier_yet, 1, true}, {&quiet, 0, true}};
  const Treatment treatment(arms);
  EXPECT_DOUBLE_EQ(treatment.easier(), 0.15);
  EXPECT_EQ(treatment.rests_after(2), 5u);
  EXPECT_TRUE(treatment.has_messages());
  EXPECT_FALSE(Treatment(std::vector<ArmInForce>{{&quiet, 1, true}}).has_messages());
  EXPECT_EQ(Treatment().rests_after(2), 2u);
  EXPECT_EQ(Treatment().easier(), 0);
}

TEST(Experiments, EasierBand_ChoosesWhatSucceedsMoreOften) {
  interpret::Curriculum wide;
  wide.skills = {{1, {}}};
  for (std::int32_t at = 0; at < 25; ++at) wide.items.push_back({static_cast<ItemKey>(at), {0}, 3000 - at * 250, true});
  const std::vector<PackInPlay> in_play{{0, &wide}};
  interpret::LearnerState state;
  state.skills[1] = practised(1);
  state.skills[1].known = 0.9;
  state.skills[1].belief.ability = {1.5, 0.5};
  const auto mean_success = [&](std::int16_t easier) {
    const interpret::Parameters parameters = running({of_school("a", {easier, 0, true})});
    double sum = 0;
    state.experiments.arms[parameters.experiments.front().id] = 1;
    for (std::uint32_t number = 0; number < 50; ++number)
      sum += choose_next(state, learner(number), in_play, now, 0, parameters).value().chosen.success_permille;
    return sum / 50;
  };
  EXPECT_LT(mean_success(-150), mean_success(0) - 50);
  EXPECT_GT(mean_success(150), mean_success(0) + 20);
}

TEST(Experiments, ArmsThatRestLater_GoOnWithWhatOthersPutAside) {
  interpret::LearnerState state;
  state.skills[1] = practised(2);
  const interpret::Parameters parameters = running({of_school("a", {0, 4, true})});
  const ExperimentId id = parameters.experiments.front().id;
  const auto reason = [&](std::uint8_t arm) {
    state.experiments.arms[id] = arm;
    return choose_next(state, learner(1), packs(), now, 0, parameters).value().chosen.reason;
  };
  EXPECT_EQ(reason(0), measure::ReasonCode::Rest) << "right twice: it rests until another day";
  EXPECT_NE(reason(1), measure::ReasonCode::Rest);
}

std::vector<measure::ExperimentExposed> exposures(const interpret::Parameters& parameters, std::uint32_t number,
                                                  std::uint32_t decision_number) {
  const auto arms = arms_in_force({}, learner(number), packs(), now, parameters);
  const auto decision = choose_next({}, learner(number), packs(), now, decision_number, parameters).value();
  return exposures_to(decision, arms, {}, learner(number), packs(), now, parameters);
}

TEST(Experiments, Exposure_IsADecisionThatWouldHaveBeenAnother) {
  const interpret::Parameters parameters = running({declared_by_pack()});
  std::set<bool> is_exposed;
  for (std::uint32_t number = 0; number < 60; ++number) {
    const auto arms = arms_in_force({}, learner(number), packs(), now, parameters);
    const auto found = exposures(parameters, number, 5);
    is_exposed.insert(!found.empty());
    for (const measure::ExperimentExposed& each : found) {
      EXPECT_EQ(each.experiment, parameters.experiments.front().id);
      EXPECT_EQ(each.arm, arms.front().arm);
      EXPECT_EQ(each.decision_number, 5u);
    }
    // What the arm alone has was chosen or offered: under the other it could not have been.
    const auto decision = choose_next({}, learner(number), packs(), now, 5, parameters).value();
    const auto of_arm = [](const measure::Candidate& each) { return each.item_index >= 2; };
    if (of_arm(decision.chosen) || std::any_of(decision.alternatives.begin(), decision.alternatives.end(), of_arm)) {
      EXPECT_FALSE(found.empty());
    }
  }
  EXPECT_EQ(is_exposed.count(true), 1u);
}

TEST(Experiments, RuleThatMakesNoDifferenceHere_IsNoExposure) {
  const interpret::Parameters parameters = running({of_school("a", {0, 4, true}), of_school("c", {0, 0, false})});
  EXPECT_TRUE(exposures(parameters, 1, 0).empty()) << "nothing was right yet, so nothing rests";
}

TEST(Experiments, MessageThatHasItsTurn_IsSaidInOneArmAlone_AndBothAreExposed) {
  const RunningExperiment quiet = of_school("c", {0, 0, false});
  const RunningExperiment other = of_school("a", {50, 0, true});
  for (const std::uint8_t arm : std::array<std::uint8_t, 2>{0, 1}) {
    const MessageUnderArms message = message_under(std::vector<ArmInForce>{{&other, 1, true}, {&quiet, arm, true}}, 3);
    EXPECT_EQ(message.is_said, arm == 0);
    EXPECT_EQ(message.exposures, (std::vector<measure::ExperimentExposed>{{quiet.id, arm, 3}}));
  }
  EXPECT_TRUE(message_under({}, 3).is_said);
  EXPECT_TRUE(message_under({}, 3).exposures.empty());
}

}  // namespace
}  // namespace hornbook::adapt
