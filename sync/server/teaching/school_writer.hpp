// The school as a writer of learners' records: what a teacher lays down is an event like any other, placed in the
// canonical order when it is written, folded with the rest, and brought to devices inside the base. So whatever a
// station decides by it can be decided again from the same past.
#pragma once

#include <span>

#include "runtime/measure/event.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

// The row number of the school among devices: below those of all devices.
inline constexpr std::int64_t school_writer_number = 0;

// As events name it: made from the school's signing key as a device's is from its own.
[[nodiscard]] DeviceId school_writer(const School& school);

// Appends to the learner's record and folds it. The epoch is the school's generation, so that after a restore from a
// backup no sequence is used a second time. Must run inside a transaction.
[[nodiscard]] Done write_as_school(School& school, const Library& library, std::int64_t learner_number,
                                   std::span<const measure::EventBody> bodies);

}  // namespace hornbook::server
