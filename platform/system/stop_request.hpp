// SIGTERM, SIGINT and SIGHUP ask a program to finish in order: seal, close, exit 0.
#pragma once

#include <atomic>

namespace hornbook::platform {

// Installs the handlers. Call once, from the main thread, before others start.
void listen_for_stop_requests();
[[nodiscard]] bool stop_requested();
// The same, for whoever watches it from other threads.
[[nodiscard]] const std::atomic<bool>& stop_request();

}  // namespace hornbook::platform
