// Which segments are worth being sealed anew together with what follows them: a station seals at each sign-out, and
// many small segments take twice the bytes of one.
#pragma once

#include <vector>

#include "runtime/core/crypto.hpp"
#include "runtime/journal/database.hpp"
#include "runtime/journal/epoch.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::journal {

struct JoinableSegments {
  std::vector<Segment> segments;       // the newest of the epoch, oldest first; none that the school has
  std::vector<measure::Event> events;  // what they hold
  std::size_t sealed_bytes = 0;        // of all of them
};

// Those before `new_events` events that come next, as long as all together are at most limits::seal_after_events, or
// each holds at most twice what would follow it in the new segment: so an event of a long segment is sealed anew
// O(log n) times only, as in a log-structured merge tree (O'Neil and others, 1996). All together at most
// limits::joined_events_max events and limits::joined_bytes_max sealed bytes. One that does not open, or is urgent,
// is left alone, with those before it. `key` is segment_key().
[[nodiscard]] Result<JoinableSegments> find_joinable(const Database& database, const SecretKey& key,
                                                     const DeviceId& device, std::uint64_t epoch,
                                                     std::size_t new_events);

}  // namespace hornbook::journal
