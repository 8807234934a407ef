// Gives events their place in the canonical order: the order in which the school commits a learner's events.
//
// A device's events are placed in the order of the device, so that "everything of this device up to here" stays true.
// What follows a gap waits, sealed, until the gap closes; a gap that has stood for `gap_patience_bundles` bundles of
// its device is passed over, and what closes it later is placed late. Events of a learner whom the device may not write
// for wait too, without holding up others.
#pragma once

#include <set>

#include "sync/server/ingest/arrivals.hpp"

namespace hornbook::server {

inline constexpr std::uint64_t gap_patience_bundles = 8;

struct Placed {
  std::map<std::int64_t, std::int64_t> learners;  // who have new events, and their last commit number before these
  std::size_t events = 0;
  std::size_t waiting = 0;
};

// Places what can be placed of `arrivals` and of what waits from earlier, and stores the rest as waiting. Must run
// inside the ingest's transaction.
[[nodiscard]] Result<Placed> place_events(School& school, const Device& device, Arrivals& arrivals, UnixMs now_ms);

}  // namespace hornbook::server
