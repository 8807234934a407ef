// A real HTTP server on a free port of loopback, served by a thread of its own until the test ends.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <thread>

#include "runtime/core/crypto.hpp"
#include "sync/link/http_server.hpp"

namespace hornbook::test {

class RunningServer {
 public:
  // Without TLS when `identity` is null. Ends the test program when it cannot listen.
  RunningServer(link::Handler handler, const link::TlsIdentity* identity, const link::HttpTimeouts& timeouts = {},
                link::FindPeer find_peer = {})
      : secure_(identity != nullptr),
        server_(link::HttpServer::listen({"127.0.0.1", 0}, identity, std::move(handler), timeouts, std::move(find_peer))
                    .value()) {
    thread_ = std::thread([this] { static_cast<void>(server_.run(stopping_)); });
  }
  ~RunningServer() { stop(); }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  void stop() {
    stopping_ = true;
    if (thread_.joinable()) thread_.join();
  }
  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  [[nodiscard]] std::string url() const {
    return (secure_ ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(server_.port());
  }

 private:
  bool secure_;
  std::atomic<bool> stopping_ = false;
  link::HttpServer server_;
  std::thread thread_;
};

}  // namespace hornbook::test
