// Whole syncs by the programs themselves: a class's day over a thin link, thirty devices in the last minutes of class,
// and a backlog of 100,000 events. HORNBOOK_THIN_LINK_RUNS: how many seeds of the thin link (dev soak).
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>

#include "tests/support/sync_runs.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook {
namespace {

constexpr std::size_t day_events = 9'000;
constexpr int window_seconds = 180;

std::uint64_t runs_wanted() {
  const char* wanted = std::getenv("HORNBOOK_THIN_LINK_RUNS");
  return wanted == nullptr ? 1 : std::strtoull(wanted, nullptr, 10);
}

void thin_link(std::uint64_t seed) {
  test::ThinLink link;
  link.seed = seed;
  const auto run = test::run_over_thin_link(link, day_events, window_seconds);
  if (!run) {
    fmt::print("over a thin link: {}\n", describe(run.error()));
    return;
  }
  fmt::print(
      "over 9.6 kbit/s, 2 s round trip, 20 % loss each way (seed {}): {} of {} events in {:.0f} s of a window of {} s; "
      "{} kB up, {} kB down of IP, {} packets, {} lost, {} dropped by a full queue\n",
      seed, run->server.events_stored, day_events, run->seconds, window_seconds, run->link.bytes_up / 1000,
      run->link.bytes_down / 1000, run->link.packets, run->link.lost, run->link.dropped);
}

void print_at_once(const char* what, std::size_t devices, std::size_t events_each) {
  const auto run = test::run_devices_at_once(devices, events_each);
  if (!run) {
    fmt::print("{}: {}\n", what, describe(run.error()));
    return;
  }
  double slowest = 0;
  std::uint64_t memory_kb = 0;
  std::size_t synced = 0;
  for (const test::DeviceRun& each : run->devices) {
    slowest = std::max(slowest, each.seconds);
    memory_kb = std::max(memory_kb, each.peak_memory_kb);
    synced += each.synced ? 1u : 0u;
  }
  fmt::print(
      "{}: {} of {} devices synced, {} of {} events stored, all in {:.1f} s, the slowest device {:.1f} s; a device's "
      "memory at most {:.1f} MB, the server's {:.1f} MB and {:.1f} s of CPU\n",
      what, synced, devices, run->server.events_stored, devices * events_each, run->seconds, slowest,
      static_cast<double>(memory_kb) / 1024, static_cast<double>(run->server.peak_memory_kb) / 1024,
      run->server.cpu_seconds);
}

}  // namespace
}  // namespace hornbook

// usage: sync_bench [SEED]: with a seed the thin link alone, from this seed on.
int main(int count, char** words) {
  if (count == 1) {
    hornbook::print_at_once("30 devices at once, 300 events each", 30, 300);
    hornbook::print_at_once("a backlog of 100,000 events", 1, 100'000);
  }
  const std::uint64_t first = count == 1 ? 1 : std::strtoull(words[1], nullptr, 10);
  for (std::uint64_t seed = first; seed < first + hornbook::runs_wanted(); ++seed) hornbook::thin_link(seed);
  return 0;
}
