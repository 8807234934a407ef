#include "runtime/session/clock_correction.hpp"

#include <algorithm>

namespace hornbook::session {

TimeEstimate believable(const TimeEstimate& system, UnixMs latest_signed_ms) {
  if (system.unix_ms + std::max<std::int64_t>(system.uncertainty_ms, 0) >= latest_signed_ms) return system;
  return {latest_signed_ms, -1};
}

std::optional<CorrectClock> correction_of(const SessionState& state, MonotonicMs now, const TimeEstimate& estimate) {
  const auto session = state.learner.open_sessions.find(state.context->device);
  if (session == state.learner.open_sessions.end()) return std::nullopt;
  const bool was_known = session->second.time.uncertainty_ms >= 0;
  const bool is_known = estimate.uncertainty_ms >= 0;
  const std::int64_t difference_ms = estimate.unix_ms - wall_time(state, now);
  const bool is_off = difference_ms > clock_tolerance_ms || difference_ms < -clock_tolerance_ms;
  if (was_known == is_known && (!is_known || !is_off)) return std::nullopt;
  return CorrectClock{estimate};
}

}  // namespace hornbook::session
