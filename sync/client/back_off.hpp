// When a device that syncs by itself tries again. After a failure exponential back-off with full jitter (M. Brooker
// 2015, "Exponential backoff and jitter", AWS Architecture Blog): thirty devices whose server was away do not come back
// at one moment.
#pragma once

#include <cstdint>

#include "runtime/core/seeded_random.hpp"

namespace hornbook::device {

class BackOff {
 public:
  // `every_ms`: the time between syncs while all goes well, and the longest wait after failures. `seed`: another on
  // each device, from the system's entropy.
  BackOff(std::int64_t every_ms, std::uint64_t seed) : every_ms_(every_ms), random_(seed) {}

  // Milliseconds to wait: of every_ms the last tenth by chance, so that devices that were started together part.
  [[nodiscard]] std::int64_t after_success();
  // Anything from 0 to first_failure_ms, doubled with each failure that follows on another.
  [[nodiscard]] std::int64_t after_failure();

  static constexpr std::int64_t first_failure_ms = 10'000;

 private:
  std::int64_t every_ms_;
  SeededRandom random_;
  std::uint32_t failures_ = 0;
};

}  // namespace hornbook::device
