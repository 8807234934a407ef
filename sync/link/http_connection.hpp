// One connection of the server: reads requests, asks the handler, answers, until an end, an error or a deadline.
#pragma once

#include <atomic>

#include "sync/link/channel.hpp"
#include "sync/link/http.hpp"
#include "sync/link/http_server.hpp"
#include "sync/link/tls_stream.hpp"

namespace hornbook::link {

// `tls` null: plain. Returns when the connection is over; nothing of what goes wrong with one peer concerns the server.
void serve_connection(Channel& channel, const TlsSettings* tls, const Handler& handler, const HttpTimeouts& timeouts,
                      const std::atomic<bool>& stopping);

}  // namespace hornbook::link
