// When a session's reckoning of the wall clock is given up for a better one. Corrections are events
// (measure::ClockCorrected), so that the fold and every replay reckon with the same times.
#pragma once

#include "runtime/session/session.hpp"

namespace hornbook::session {

// Differences up to this are left alone: clocks wander, and no rule of the model looks closer than minutes.
inline constexpr std::int64_t clock_tolerance_ms = 2 * 60 * 1000;

// What can be believed of the system's clock: a time before the latest that the school has signed cannot be right, and
// how far off it is nobody knows. 0: the school has signed none yet.
[[nodiscard]] TimeEstimate believable(const TimeEstimate& system, UnixMs latest_signed_ms);

// The correction that `estimate` calls for: one of the two is known and the other is not, or they differ by more than
// the tolerance.
[[nodiscard]] std::optional<CorrectClock> correction_of(const SessionState& state, MonotonicMs now,
                                                        const TimeEstimate& estimate);

}  // namespace hornbook::session
