// One sync over HTTPS: the bundle up, the school's bundle down, then the packs that are missing.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "sync/client/fetch_packs.hpp"

namespace hornbook::device {

// After each exchange: what a person is told while it goes on.
struct SyncProgress {
  std::uint64_t events_arrived = 0;  // acknowledged by the school's signature in this sync
  std::uint64_t events_waiting = 0;  // still
  std::uint64_t traffic_bytes = 0;   // both ways, TLS included
};

struct SyncOptions {
  std::string server_url;                        // empty: as enrolled
  std::uint64_t traffic_bytes_max = UINT64_MAX;  // both ways, TLS included; exceeded by one piece at most
  std::int64_t deadline_ms = 120'000;            // for everything
  std::function<void(const SyncProgress&)> progress = {};
  link::Dialer* dialer = nullptr;  // null: TCP
};

struct SyncReport {
  link::Traffic traffic;
  std::uint32_t exchanges = 0;            // of bundles: one in the steady state
  std::uint64_t events_acknowledged = 0;  // newly
  std::uint64_t events_unsent = 0;        // still
  bool accepted = false;                  // the school knows this device
  PackFetch packs;
};

// Sends what waits and takes what the school has, in pieces that suit the link (piece_size.hpp): one over a good link,
// two under way at a time over one that is slow to answer. Goes on while more waits and each exchange gets something
// acknowledged. Whatever is interrupted can be repeated. NoLink when the server does not answer in time, NotAllowed
// when its key or signature is another's or it refuses this device, BadInput or LimitExceeded when it refuses the
// bundle.
[[nodiscard]] Result<SyncReport> synchronise(DeviceFolder& folder, const SyncOptions& options);

}  // namespace hornbook::device
