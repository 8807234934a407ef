// A school that serves over TLS as hornbook-server does, and devices that synchronise with it. Real sockets of
// loopback. What the test does to the school, it does beside the running server, as a command would.
#pragma once

#include "sync/client/exchange.hpp"
#include "sync/client/inbox.hpp"
#include "sync/client/outbox.hpp"
#include "sync/server/web/site.hpp"
#include "tests/support/carrier_bed.hpp"
#include "tests/support/running_server.hpp"

namespace hornbook::test {

class ServedSchoolBed : public CarrierBed {
 protected:
  static constexpr std::int64_t deadline_ms = 20'000;

  void SetUp() override {
    add_sample_pack();
    tls_ = school_->tls();
    start_serving();
  }
  void start_serving() {
    site_ = std::make_unique<server::Site>(server::School::open(opening()).value(), clock_, true);
    server_ = std::make_unique<RunningServer>(
        [this](const link::HttpRequest& request) { return site_->answer(request); }, &tls_, link::HttpTimeouts{},
        [this](ByteView identity) { return site_->known_device(identity); });
  }
  void stop_serving() {
    server_.reset();
    site_.reset();
  }

  [[nodiscard]] Result<device::SyncReport> synchronise(const std::string& device) {
    clock_.advance(1000);
    device::SyncOptions options;
    options.server_url = server_->url();
    options.deadline_ms = deadline_ms;
    auto folder = open(device);
    return device::synchronise(folder, options);
  }
  // The answer to what the device would send, which it does not take.
  [[nodiscard]] Bytes answer_to(const std::string& device) {
    clock_.advance(1000);
    const device::Outbox outbox = device::collect(open(device), limits::exchange_event_bytes_max).value();
    return server::exchange(*school_, library_, outbox.bundle, clock_.now().unix_ms).value().reply;
  }
  [[nodiscard]] Done take_in(const std::string& device, ByteView reply) const {
    auto folder = open(device);
    return device::take_in(folder, reply);
  }

  link::TlsIdentity tls_;
  std::unique_ptr<server::Site> site_;
  std::unique_ptr<RunningServer> server_;
};

}  // namespace hornbook::test
