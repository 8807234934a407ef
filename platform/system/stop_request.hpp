// SIGTERM, SIGINT and SIGHUP ask a program to finish in order: seal, close, exit 0.
#pragma once

namespace hornbook::platform {

// Installs the handlers. Call once, from the main thread, before others start.
void listen_for_stop_requests();
[[nodiscard]] bool stop_requested();

}  // namespace hornbook::platform
