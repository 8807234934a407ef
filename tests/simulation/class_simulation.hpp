// One learner at several devices, a server that commits what reaches it, and bases that come back late or never.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "runtime/core/seeded_random.hpp"
#include "runtime/session/session.hpp"

namespace hornbook::test {

// Commits events in the order in which they arrive; that order is the canonical one.
class SimulatedServer {
 public:
  void commit(const measure::EventRecord& record);
  [[nodiscard]] const interpret::Base& base() const { return base_; }
  [[nodiscard]] const std::vector<measure::EventRecord>& committed() const { return committed_; }

 private:
  interpret::Base base_;
  std::vector<measure::EventRecord> committed_;
};

class SimulatedDevice {
 public:
  SimulatedDevice(std::uint8_t number, const interpret::CurriculumSet& curricula);
  SimulatedDevice(const DeviceId& device, const LearnerId& learner, const interpret::CurriculumSet& curricula);

  void sign_in(MonotonicMs now, TimeEstimate time);
  // One random act of the learner.
  void act(SeededRandom& random, MonotonicMs now);
  void sign_out(MonotonicMs now);
  void lose_power();  // the session ends without an event
  // Sends up to `count` of the oldest events that the server has not got.
  void deliver(std::size_t count, SimulatedServer& server);
  void park_base(const interpret::Base& base);

  [[nodiscard]] bool is_signed_in() const { return session_.has_value(); }
  [[nodiscard]] bool has_undelivered() const { return delivered_ < log_.size(); }
  [[nodiscard]] const interpret::LearnerState& learner() const { return session_->learner; }
  // Folds the base in use and what the device recorded after it, from scratch.
  [[nodiscard]] interpret::LearnerState refolded() const;
  [[nodiscard]] const std::vector<measure::EventRecord>& log() const { return log_; }

 private:
  void keep(session::SessionStep step);

  DeviceId device_;
  LearnerId learner_;
  interpret::CurriculumSet curricula_;
  std::uint64_t epoch_ = 0;
  std::uint32_t sessions_ = 0;
  interpret::Base base_;
  std::optional<Bytes> parked_;
  std::vector<measure::EventRecord> log_;
  std::size_t delivered_ = 0;
  std::optional<session::SessionState> session_;
};

}  // namespace hornbook::test
