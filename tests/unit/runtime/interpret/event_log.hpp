// A learner's events written by hand, for tests of the fold.
#pragma once

#include <vector>

#include "runtime/core/seeded_random.hpp"
#include "runtime/interpret/learner_state.hpp"
#include "tests/support/sample_course.hpp"

namespace hornbook::test {

class EventLog {
 public:
  explicit EventLog(std::uint8_t device = 1) { device_.bytes.fill(device); }

  void start(UnixMs at_ms, std::int64_t uncertainty_ms = 1000) {
    ++epoch_;
    sequence_ = 0;
    elapsed_ms_ = 0;
    measure::SessionStart start;
    start.learner.bytes.fill(7);
    start.packs = {{0, sample_curriculum()->pack_hash}};
    start.time = {at_ms, uncertainty_ms};
    add(start);
  }
  void end() { add(measure::SessionEnd{}); }
  void present(std::uint32_t item_index) { add(measure::ItemPresented{0, item_index, 1}); }
  void answer(bool correct, std::uint8_t hints = 0, std::uint8_t attempt = 1, std::uint32_t response_ms = 5000) {
    elapsed_ms_ += response_ms;
    measure::Response response;
    response.correct = correct;
    response.credit_permille = correct ? 1000 : 0;
    response.attempt = attempt;
    response.hints_used = hints;
    response.response_ms = response_ms;
    add(response);
  }
  void practise(std::uint32_t item_index, bool correct, std::uint8_t hints = 0) {
    present(item_index);
    answer(correct, hints);
  }
  void wait(std::int64_t ms) { elapsed_ms_ += ms; }
  void add(measure::EventBody body) {
    records_.push_back({device_, epoch_, {++sequence_, 1, elapsed_ms_, std::move(body)}});
  }

  [[nodiscard]] const std::vector<measure::EventRecord>& records() const { return records_; }
  [[nodiscard]] interpret::LearnerState folded(
      const interpret::Parameters& parameters = interpret::default_parameters()) const {
    interpret::LearnerState state;
    const interpret::CurriculumSet curricula{{sample_curriculum()->pack_hash, sample_curriculum()}};
    for (const measure::EventRecord& record : records_) {
      interpret::fold(state, record, curricula, parameters);
    }
    return state;
  }

 private:
  DeviceId device_;
  std::uint64_t epoch_ = 0;
  std::uint64_t sequence_ = 0;
  std::int64_t elapsed_ms_ = 0;
  std::vector<measure::EventRecord> records_;
};

// Five sessions over nine days, right and wrong by the seed.
inline EventLog long_log(std::uint64_t seed) {
  EventLog log;
  SeededRandom random(seed);
  for (int session = 0; session < 5; ++session) {
    log.start(1'790'000'000'000 + session * 200'000'000LL);
    for (int i = 0; i < 40; ++i) {
      const auto item = static_cast<std::uint32_t>(random.below(6 * items_per_skill));
      const bool correct = random.below(4) != 0;
      const auto hints = static_cast<std::uint8_t>(random.below(8) == 0 ? 1 : 0);
      log.practise(item, correct, hints);
      log.wait(static_cast<std::int64_t>(random.below(60'000)));
    }
    log.end();
  }
  return log;
}

}  // namespace hornbook::test
