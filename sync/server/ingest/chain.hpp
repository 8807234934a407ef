// Whether what came is what the device chained. A row's chain value stands for all rows before it; a segment carries
// the value of its last row under its seal. The school, which can seal the rows again, computes the values from the
// epoch's header on and compares. So rows that somebody with the device's key replaced by skips, or a segment that was
// put in another's place, show: as a fault of the device, once for each break.
#pragma once

#include "sync/server/ingest/arrivals.hpp"

namespace hornbook::server {

// Follows the chain of each epoch that the bundle spoke of as far as nothing is missing; values above a gap wait in the
// store until it closes. Compares the end of each with what the next header names. Must run inside the ingest's
// transaction, before the new events are placed.
[[nodiscard]] Done follow_chains(School& school, const Device& device, Arrivals& arrivals, const IngestKeys& keys,
                                 UnixMs now_ms);

}  // namespace hornbook::server
