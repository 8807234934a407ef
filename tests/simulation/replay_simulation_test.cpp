// Random sessions over several devices, random delivery, bases issued and adopted at random times. What must hold: the
// server computes every decision again, bit for bit, and agrees with a device whenever the base covers its events.
#include <gtest/gtest.h>

#include <algorithm>

#include "runtime/session/replay.hpp"
#include "tests/simulation/class_simulation.hpp"
#include "tests/support/sample_course.hpp"

namespace hornbook::test {
namespace {

constexpr std::uint64_t runs = 40;
constexpr int steps = 600;
constexpr std::size_t device_count = 3;

interpret::CurriculumSet curricula() { return {{sample_curriculum()->pack_hash, sample_curriculum()}}; }

std::optional<interpret::Parameters> known_parameters(std::uint32_t, const Hash& hash) {
  const interpret::Parameters parameters = interpret::default_parameters();
  if (hash != interpret::hash_of(parameters)) return std::nullopt;
  return parameters;
}

class Simulation {
 public:
  explicit Simulation(std::uint64_t seed) : random_(seed) {
    for (std::size_t i = 0; i < device_count; ++i) {
      devices_.emplace_back(static_cast<std::uint8_t>(i + 1), curricula());
    }
  }

  void step() {
    now_ += static_cast<MonotonicMs>(random_.below(random_.below(20) == 0 ? 20'000'000 : 20'000));
    SimulatedDevice& device = devices_[static_cast<std::size_t>(random_.below(device_count))];
    const std::uint64_t what = random_.below(20);
    if (what == 0)
      device.deliver(static_cast<std::size_t>(1 + random_.below(30)), server);
    else if (what == 1)
      device.park_base(server.base());
    else if (!device.is_signed_in())
      device.sign_in(now_, clock());
    else if (what == 2 && random_.below(3) == 0)
      device.sign_out(now_);
    else if (what == 3 && random_.below(4) == 0)
      device.lose_power();
    else
      device.act(random_, now_);
    if (!device.is_signed_in()) return;
    EXPECT_EQ(device.learner(), device.refolded());
  }

  void deliver_everything() {
    for (SimulatedDevice& device : devices_) {
      if (device.is_signed_in()) device.sign_out(now_);
    }
    while (any_undelivered()) {
      devices_[static_cast<std::size_t>(random_.below(device_count))].deliver(
          static_cast<std::size_t>(1 + random_.below(5)), server);
    }
  }

  // Every device signs in with a base that covers everything: its state must be the server's after the same start.
  void expect_agreement() {
    for (SimulatedDevice& device : devices_) {
      device.park_base(server.base());
      device.sign_in(now_, clock());
      interpret::LearnerState state = server.base().state;
      const std::size_t recorded = 2;  // session start and first decision
      for (std::size_t i = device.log().size() - recorded; i < device.log().size(); ++i) {
        interpret::fold(state, device.log()[i], curricula(), interpret::default_parameters());
      }
      EXPECT_EQ(interpret::encode(state), interpret::encode(device.learner()));
      device.lose_power();
    }
  }

  SimulatedServer server;

 private:
  [[nodiscard]] TimeEstimate clock() {
    const bool is_known = random_.below(4) != 0;
    const auto error_ms = static_cast<std::int64_t>(random_.below(100'000));
    return {1'790'000'000'000 + now_ + error_ms, is_known ? 100'000 : -1};
  }
  [[nodiscard]] bool any_undelivered() const {
    return std::any_of(devices_.begin(), devices_.end(), [](const auto& device) { return device.has_undelivered(); });
  }

  SeededRandom random_;
  MonotonicMs now_ = 1'000'000;
  std::vector<SimulatedDevice> devices_;
};

std::size_t count_decisions(const std::vector<measure::EventRecord>& events) {
  return static_cast<std::size_t>(std::count_if(events.begin(), events.end(), [](const auto& record) {
    return std::holds_alternative<measure::Decision>(record.event.body);
  }));
}

TEST(Replay, EveryDecision_FollowsFromItsCausalPast) {
  const interpret::CurriculumSet all = curricula();
  std::size_t decisions = 0;
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Simulation simulation(seed);
    for (int i = 0; i < steps; ++i) simulation.step();
    simulation.deliver_everything();
    const auto replayed = session::replay(simulation.server.committed(), {all, known_parameters, {}});
    EXPECT_EQ(replayed.size(), count_decisions(simulation.server.committed()));
    for (const session::ReplayedDecision& decision : replayed) {
      ASSERT_EQ(decision.outcome, session::ReplayOutcome::Same)
          << "epoch " << decision.epoch << ", sequence " << decision.sequence;
    }
    decisions += replayed.size();
    simulation.expect_agreement();
    if (HasFailure()) return;
  }
  EXPECT_GT(decisions, runs * 30) << "the runs must have decisions to replay";
}

std::vector<measure::EventRecord> one_run(std::uint64_t seed) {
  Simulation simulation(seed);
  for (int i = 0; i < steps; ++i) simulation.step();
  simulation.deliver_everything();
  return simulation.server.committed();
}

std::size_t count_outcome(const std::vector<measure::EventRecord>& events, session::ReplayOutcome outcome) {
  const interpret::CurriculumSet all = curricula();
  const auto replayed = session::replay(events, {all, known_parameters, {}});
  return static_cast<std::size_t>(
      std::count_if(replayed.begin(), replayed.end(), [=](const auto& each) { return each.outcome == outcome; }));
}

// A change of these is a change of every learner's past: only a new parameter version may bring it about.
TEST(Replay, FixedRuns_EndInTheCommittedStates) {
  const auto state_after = [](std::uint64_t seed) {
    Simulation simulation(seed);
    for (int i = 0; i < steps; ++i) simulation.step();
    simulation.deliver_everything();
    return to_hex(interpret::hash_of(simulation.server.base().state).view());
  };
  EXPECT_EQ(state_after(1), "8c84f24d8434cf1ccec4a5797b9b3a8ee7da88caf51dcf7bf7220030e62faf3b");
  EXPECT_EQ(state_after(2), "50bf4a819a1c1ac7557b2eb5c53b7074ec279f810008848253d2108315f6bdf1");
  EXPECT_EQ(state_after(3), "3adafeda2ce709f41685083cf176a9f97997f66bd4bf88e3f23a0f5a5f77a187");
}

TEST(Replay, AnswerTurnedAround_IsNoticed) {
  std::vector<measure::EventRecord> events = one_run(5);
  for (measure::EventRecord& record : events) {
    if (auto* response = std::get_if<measure::Response>(&record.event.body)) {
      response->correct = !response->correct;
      break;
    }
  }
  EXPECT_GT(count_outcome(events, session::ReplayOutcome::Different) +
                count_outcome(events, session::ReplayOutcome::BaseDiffers),
            0u);
}

TEST(Replay, ForgedDecision_IsTheOnlyOneThatDiffers) {
  std::vector<measure::EventRecord> events = one_run(6);
  for (measure::EventRecord& record : events) {
    if (auto* decision = std::get_if<measure::Decision>(&record.event.body)) {
      ++decision->chosen.item_index;
      break;
    }
  }
  EXPECT_EQ(count_outcome(events, session::ReplayOutcome::Different), 1u);
}

TEST(Replay, UnknownPack_IsSaidAndNotGuessed) {
  const std::vector<measure::EventRecord> events = one_run(7);
  const interpret::CurriculumSet none;
  const auto replayed = session::replay(events, {none, known_parameters, {}});
  ASSERT_FALSE(replayed.empty());
  EXPECT_EQ(replayed.front().outcome, session::ReplayOutcome::UnknownPack);
}

}  // namespace
}  // namespace hornbook::test
