// Time. No clock is trusted: what is recorded is monotonic time within an epoch, and an estimate of the wall clock with
// its uncertainty. All times are whole milliseconds.
#pragma once

#include <cstdint>

namespace hornbook {

// Milliseconds since an arbitrary start that does not change while the machine runs.
using MonotonicMs = std::int64_t;
// Milliseconds since 1970-01-01T00:00:00Z.
using UnixMs = std::int64_t;

// The true time lies within unix_ms ± uncertainty_ms; uncertainty_ms < 0 means that nothing is known.
struct TimeEstimate {
  UnixMs unix_ms = 0;
  std::int64_t uncertainty_ms = -1;
  bool operator==(const TimeEstimate&) const = default;
};

// Port. Implemented by platform/system for a real machine and by tests/support for tests. Single-threaded use.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual MonotonicMs monotonic_ms() const = 0;
  [[nodiscard]] virtual TimeEstimate now() const = 0;
};

}  // namespace hornbook
