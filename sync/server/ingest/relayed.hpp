// What a relay brings of several devices at once, and what it takes back for them.
#pragma once

#include "sync/server/ingest/exchange.hpp"

namespace hornbook::server {

struct Relayed {
  Bytes answer;  // bundle::BatchAnswer, encoded
  std::size_t bundles_taken = 0;
  std::size_t bundles_refused = 0;
  std::size_t events_new = 0;
};

// `batch`: bundle::Batch, encoded. Each bundle is an exchange of its own. One that the school will never take is
// handled, too, without a reply; at StorageFailure or Busy the rest is left to the relay.
// BadInput when it is no batch, StorageFailure or Busy when not even the first could be handled.
[[nodiscard]] Result<Relayed> exchange_batch(School& school, Library& library, ByteView batch, UnixMs now_ms);

}  // namespace hornbook::server
