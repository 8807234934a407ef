#include "runtime/interpret/experiments/running_experiment.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/interpret/learner_state.hpp"

namespace hornbook::interpret {
namespace {

Parameters with_experiments() {
  Parameters parameters = default_parameters();
  for (const char* id : {"a", "b"}) {
    RunningExperiment experiment;
    experiment.id = experiment_id("org.example.pack", id);
    experiment.seed = 0x0123'4567'89ab'cdef;
    experiment.second_permille = 250;
    experiment.ends_ms = 1'800'000'000'000;
    experiment.listed = {1, 5, ~std::uint64_t{0}};
    experiment.rules[1] = {-50, 3, false};
    parameters.experiments.push_back(experiment);
  }
  std::ranges::sort(parameters.experiments, {}, &RunningExperiment::id);
  return parameters;
}

TEST(RunningExperiment, Parameters_SurviveAndAreNamedByThem) {
  const Parameters parameters = with_experiments();
  const auto back = decode_parameters(encode(parameters));
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(*back, parameters);
  EXPECT_NE(hash_of(parameters), hash_of(default_parameters()));
  Parameters another_share = parameters;
  another_share.experiments.front().second_permille = 251;
  EXPECT_NE(hash_of(another_share), hash_of(parameters));
}

TEST(RunningExperiment, CalibrationBesideThem_Survives) {
  Parameters parameters = with_experiments();
  parameters.calibration.items = {{3, -700}};
  EXPECT_EQ(decode_parameters(encode(parameters)).value(), parameters);
}

TEST(RunningExperiment, ParametersWithoutOne_KeepTheirBytes) {
  EXPECT_EQ(encode(default_parameters()).front(), 1);
  EXPECT_EQ(encode(with_experiments()).front(), 3);
  Bytes none = encode(default_parameters());
  none.front() = 3;
  none.insert(none.end(), {0, 0, 0});  // no item, no skill, no experiment
  EXPECT_FALSE(decode_parameters(none)) << "the format without experiments is 1";
}

TEST(RunningExperiment, EveryTruncation_IsAnError) {
  const Bytes bytes = encode(with_experiments());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode_parameters(ByteView(bytes).first(size))) << size;
}

TEST(RunningExperiment, WhatIsOutOfOrderOrRange_IsRefused) {
  const auto is_refused = [](auto change) {
    Parameters parameters = with_experiments();
    change(parameters.experiments);
    return !decode_parameters(encode(parameters)).has_value();
  };
  using List = std::vector<RunningExperiment>;
  EXPECT_TRUE(is_refused([](List& list) { std::swap(list[0], list[1]); })) << "their ids do not rise";
  EXPECT_TRUE(is_refused([](List& list) { list[1] = list[0]; })) << "one stands there twice";
  EXPECT_TRUE(is_refused([](List& list) { list[0].second_permille = 1001; }));
  EXPECT_TRUE(is_refused([](List& list) { list[0].listed = {5, 5}; }));
  EXPECT_TRUE(is_refused([](List& list) { list[0].listed = {5, 1}; }));
  EXPECT_TRUE(is_refused([](List& list) { list[0].rules[0].easier_permille = arm_easier_permille_max + 1; }));
  EXPECT_TRUE(is_refused([](List& list) { list[0].rules[0].rests_after = arm_rests_after_max + 1; }));
  EXPECT_TRUE(is_refused([](List& list) { list[0].participation = static_cast<Participation>(2); }));
  EXPECT_TRUE(is_refused([](List& list) {
    RunningExperiment each = list[0];
    list.clear();
    for (std::uint8_t number = 0; number <= limits::experiments_running_max; ++number) {
      each.id.bytes.fill(number);
      list.push_back(each);
    }
  })) << "more than can run";
}

TEST(RunningExperiment, Ids_AreTheSameForEver) {
  EXPECT_EQ(to_hex(experiment_id("org.example.pack", "pictures").view()), "1f7c90ea01afd18bb1d752e46900612f");
  EXPECT_NE(experiment_id("org.example.pack", "pictures"), experiment_id("org.example.other", "pictures"));
}

measure::EventRecord assigned(std::uint64_t sequence, std::uint8_t arm) {
  measure::EventRecord record;
  record.event.sequence = sequence;
  record.event.body = measure::ExperimentAssigned{experiment_id("p", "a"), arm, 500};
  return record;
}

TEST(ExperimentState, FirstAssignment_Stands_AndNoOtherArmIsKnown) {
  LearnerState state;
  fold(state, assigned(1, 2), {}, default_parameters());
  EXPECT_TRUE(state.experiments.arms.empty()) << "there is no third arm";
  fold(state, assigned(2, 1), {}, default_parameters());
  fold(state, assigned(3, 0), {}, default_parameters());
  EXPECT_EQ(state.experiments.arms, (std::map<ExperimentId, std::uint8_t>{{experiment_id("p", "a"), 1}}));
}

TEST(ExperimentState, State_SurvivesWithItsArms_AndUnknownArmsAreRefused) {
  LearnerState state;
  fold(state, assigned(1, 1), {}, default_parameters());
  Bytes bytes = encode(state);
  EXPECT_EQ(decode_state(bytes).value(), state);
  const ExperimentId id = experiment_id("p", "a");
  const auto place = std::search(bytes.begin(), bytes.end(), id.bytes.begin(), id.bytes.end());
  ASSERT_NE(place, bytes.end());
  *(place + ExperimentId::size) = 2;
  EXPECT_FALSE(decode_state(bytes));
}

TEST(ExperimentState, OlderRules_KnowNoExperiments) {
  LearnerState state;
  fold(state, assigned(1, 1), {}, shipped_parameters().at(2));
  EXPECT_TRUE(state.experiments.arms.empty());
}

TEST(ExperimentState, MoreAssignmentsThanAStateHolds_AreTheFirstOnes) {
  LearnerState state;
  measure::EventRecord record = assigned(1, 1);
  for (std::size_t number = 0; number < limits::state_experiments_max + 5; ++number) {
    std::get<measure::ExperimentAssigned>(record.event.body).experiment = experiment_id("p", std::to_string(number));
    fold(state, record, {}, default_parameters());
  }
  EXPECT_EQ(state.experiments.arms.size(), limits::state_experiments_max);
  EXPECT_TRUE(decode_state(encode(state)));
}

}  // namespace
}  // namespace hornbook::interpret
