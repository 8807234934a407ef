// A visit to a relay: a hub that keeps bundles for schools that have no link now, and can read none of them. How it
// works, and what a relay sees: sync/relay/README.md.
#pragma once

#include "sync/bundle/card.hpp"
#include "sync/client/exchange.hpp"

namespace hornbook::device {

struct RelayVisit {
  SyncReport sync;                     // packs are not brought by relays
  std::size_t bundles_left = 0;        // a relay's word for it, which counts for nothing
  std::size_t replies = 0;             // of the school, taken
  std::optional<Error> first_failure;  // of a reply that is damaged or not the school's; the others were taken
};

// Takes the school's answers to what was left here earlier, then leaves what is still not acknowledged; both on one
// connection. The device forgets nothing but what the school's own signature acknowledges. `options.server_url` is not
// used. NoLink when the relay does not answer in time, NotAllowed when its key is another's or it does not carry for
// this school, BadInput when it answers in no way that this device knows.
[[nodiscard]] Result<RelayVisit> visit_relay(DeviceFolder& folder, const bundle::Card& relay,
                                             const SyncOptions& options);

}  // namespace hornbook::device
