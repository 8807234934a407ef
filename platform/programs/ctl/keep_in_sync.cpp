#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

#include "platform/programs/ctl/commands.hpp"
#include "platform/system/stop_request.hpp"
#include "runtime/core/crypto.hpp"
#include "sync/client/back_off.hpp"

namespace hornbook::platform {
namespace {

std::uint64_t seed_from_entropy() {
  const Bytes bytes = random_bytes(sizeof(std::uint64_t));
  ByteReader reader(bytes);
  return reader.u64().value_or(0);
}

// Or until somebody asks the program to stop.
void wait(std::int64_t ms) {
  constexpr std::int64_t look_again_ms = 200;
  for (; ms > 0 && !stop_requested(); ms -= look_again_ms)
    std::this_thread::sleep_for(std::chrono::milliseconds(std::min(ms, look_again_ms)));
}

}  // namespace

// The folder is opened each time, so that between syncs nothing of it is held.
Done command_keep_in_sync(const std::filesystem::path& data, const device::SyncOptions& options,
                          std::int64_t every_seconds, Report form) {
  listen_for_stop_requests();
  device::BackOff back_off(every_seconds * 1000, seed_from_entropy());
  while (!stop_requested()) {
    const Done synced = command_sync(data, options, form);
    if (!synced) std::fprintf(stderr, "%s\n", describe(synced.error()).c_str());
    const std::int64_t wait_ms = synced ? back_off.after_success() : back_off.after_failure();
    if (form == Report::Text) fmt::print("next in {} s\n", (wait_ms + 999) / 1000);
    std::fflush(stdout);
    wait(wait_ms);
  }
  return {};
}

}  // namespace hornbook::platform
