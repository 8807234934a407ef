// The two clocks of a real machine: the kernel's, and one that a script moves. Nothing else in Hornbook asks for the
// time.
#pragma once

#include <string_view>

#include "runtime/core/error.hpp"
#include "runtime/core/time.hpp"

namespace hornbook::platform {

// The kernel's monotonic clock (time asleep included) and wall clock. `shift_ms` moves the wall clock alone, for a demo
// that starts at another time.
class SystemClock final : public Clock {
 public:
  explicit SystemClock(std::int64_t shift_ms = 0) : shift_ms_(shift_ms) {}
  [[nodiscard]] MonotonicMs monotonic_ms() const override;
  [[nodiscard]] TimeEstimate now() const override;

 private:
  std::int64_t shift_ms_;
};

// Stands still until it is told to move, so that a script's run is the same each time.
class ScriptedClock final : public Clock {
 public:
  explicit ScriptedClock(UnixMs start) : start_(start) {}
  [[nodiscard]] MonotonicMs monotonic_ms() const override { return elapsed_ms_; }
  [[nodiscard]] TimeEstimate now() const override;
  void advance(std::int64_t ms) { elapsed_ms_ += ms; }

 private:
  UnixMs start_;
  MonotonicMs elapsed_ms_ = 0;
};

// Microseconds of the kernel's monotonic clock: for measuring, never for what is recorded of a learner.
[[nodiscard]] std::int64_t stopwatch_us();
// Microseconds of processor time that this process has used.
[[nodiscard]] std::int64_t processor_us();
// Microseconds since this process was started by the kernel (to a hundredth of a second), or 0 when that is not known.
[[nodiscard]] std::int64_t since_process_start_us();

// Milliseconds until the next midnight of the machine's own time zone, at least 1.
[[nodiscard]] std::int64_t ms_until_midnight(UnixMs now);

// "2026-09-01T08:30:00Z" (UTC; seconds and the Z may be left out). BadInput for anything else.
[[nodiscard]] Result<UnixMs> parse_utc(std::string_view text);

}  // namespace hornbook::platform
