// What a bundle brought, opened: events by epoch and sequence, each once, and the epochs they belong to.
#pragma once

#include <map>
#include <set>
#include <utility>

#include "runtime/measure/event.hpp"
#include "sync/bundle/bundle.hpp"
#include "sync/server/ingest/epochs.hpp"
#include "sync/server/keys/ingest_keys.hpp"

namespace hornbook::server {

using EventPlace = std::pair<std::uint64_t, std::uint64_t>;  // epoch, sequence

struct Arrivals {
  KnownEpochs epochs;
  std::set<std::uint64_t> touched;              // epochs that the bundle spoke of
  std::set<std::uint64_t> cloned;               // epochs whose header is another card's
  std::set<std::uint64_t> unreadable;           // epochs sealed to a key that is not here, of which something came
  std::map<EventPlace, measure::Event> events;  // new ones alone
  std::map<EventPlace, Hash> chain_claims;      // of segments' ends and rows: what the device chained up to there
  std::size_t known_already = 0;
};

// Opens headers, segments and rows, each with the ingest key that its epoch is sealed to. A part that is damaged or has
// no header becomes a fault of the device and is left out, the others are taken. Must run inside the ingest's
// transaction.
[[nodiscard]] Result<Arrivals> open_arrivals(School& school, const Device& device, const bundle::UpBundle& bundle,
                                             const IngestKeys& keys, UnixMs now_ms);

}  // namespace hornbook::server
