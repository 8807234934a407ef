// A clock that moves only when a test tells it to.
#pragma once

#include "runtime/core/time.hpp"

namespace hornbook::test {

class SimulatedClock final : public Clock {
 public:
  explicit SimulatedClock(UnixMs start = 1'790'000'000'000) : start_(start) {}
  [[nodiscard]] MonotonicMs monotonic_ms() const override { return elapsed_; }
  [[nodiscard]] TimeEstimate now() const override { return {start_ + elapsed_, uncertainty_}; }
  void advance(std::int64_t ms) { elapsed_ += ms; }
  void set_uncertainty(std::int64_t ms) { uncertainty_ = ms; }

 private:
  UnixMs start_;
  MonotonicMs elapsed_ = 0;
  std::int64_t uncertainty_ = 1000;
};

}  // namespace hornbook::test
