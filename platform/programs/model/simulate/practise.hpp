// The school year of one learner under one policy: short sessions on school days.
#pragma once

#include <functional>

#include "platform/programs/model/simulate/policy.hpp"

namespace hornbook::simulate {

struct Schedule {
  UnixMs first_monday_ms = 1'767'603'600'000;           // 2026-01-05T09:00:00Z
  std::int64_t latest_start_ms = 4LL * 60 * 60 * 1000;  // a station's turn comes at some time of the day
  std::int64_t session_ms = 15LL * 60 * 1000;
  double days_share = 1;  // of school days on which the class uses the stations
  std::size_t school_days_max = 180;
  std::size_t items_max = 1000;
};

// After each item; `true` ends it all.
using AfterItem = std::function<bool(std::size_t item, const Performance& performance, UnixMs shown_at)>;

// Ends when `after_item` says so or the schedule is over; when the policy has no item to give, the session does.
void practise(Student& student, Policy& policy, const Schedule& schedule, std::uint64_t seed,
              const AfterItem& after_item);

}  // namespace hornbook::simulate
