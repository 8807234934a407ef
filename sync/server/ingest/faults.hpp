// What went wrong with a device's data, for the device's list on the page. Never what was in it.
#pragma once

#include <vector>

#include "sync/server/school/school.hpp"

namespace hornbook::server {

enum class FaultKind : std::uint8_t {
  DamagedSegment = 1,  // its seal or its columns do not hold; the rest of the bundle was taken
  DamagedRow = 2,
  UnknownEpoch = 3,    // the epoch's header is missing or is not signed by the device
  ClonedCard = 4,      // a second header with the same predecessor: two copies of one card have written
  ForeignLearner = 5,  // a session for a learner of no class of this device; kept, not counted
  IndexReused = 6,     // a learner index was bound to two learners
  BrokenChain = 7,     // the events up to here are not those that the device chained: some were put in another's place
  BeyondTheEnd = 8,    // events of an epoch past the end that the device's next header names
  NotTheDevices = 9,   // a plan, a check or a teacher's goal: the school alone writes those; kept, not counted
};

struct Fault {
  FaultKind kind{};
  std::uint64_t epoch = 0;
  std::uint64_t sequence = 0;  // the first of the part concerned
  std::uint64_t times = 1;
  UnixMs at_ms = 0;  // of the latest
};

// A fault that is known already counts once more.
[[nodiscard]] Done record_fault(School& school, std::int64_t device_number, const Fault& fault);
// The newest first, at most `count_max`.
[[nodiscard]] Result<std::vector<Fault>> faults_of(School& school, std::int64_t device_number, std::size_t count_max);

}  // namespace hornbook::server
