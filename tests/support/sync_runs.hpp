// Whole syncs by the real programs, measured: for benchmarks, and smaller as tests.
#pragma once

#include <cstdint>

#include "runtime/core/error.hpp"
#include "tests/support/thin_network.hpp"

namespace hornbook::test {

struct DeviceRun {
  bool synced = false;  // the program said so, and nothing waits on the device
  double seconds = 0;
  std::uint64_t peak_memory_kb = 0;  // resident
};

struct ServerRun {
  std::uint64_t events_stored = 0;
  double cpu_seconds = 0;
  std::uint64_t peak_memory_kb = 0;
};

struct SyncRun {
  std::vector<DeviceRun> devices;
  ServerRun server;
  double seconds = 0;   // until the last device was done
  ThinLinkCounts link;  // of run_over_thin_link alone
};

// Devices of a class, each with so many events, that sync at the same moment over loopback.
[[nodiscard]] Result<SyncRun> run_devices_at_once(std::size_t devices, std::size_t events_each);

// One station with so many events of a class of 30 and one sync that may take `window_seconds`.
// NotAllowed where network namespaces are not allowed.
[[nodiscard]] Result<SyncRun> run_over_thin_link(const ThinLink& link, std::size_t events, int window_seconds);

}  // namespace hornbook::test
