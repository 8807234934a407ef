// A school that serves over TLS, a relay that serves over TLS with a key of its own, and devices. Real sockets of
// loopback.
#pragma once

#include "sync/device/visit_relay.hpp"
#include "sync/relay/relay.hpp"
#include "sync/server/web/site.hpp"
#include "tests/support/carrier_bed.hpp"
#include "tests/support/running_server.hpp"

namespace hornbook::test {

class RelayBed : public CarrierBed {
 protected:
  static constexpr std::int64_t deadline_ms = 20'000;

  void SetUp() override {
    add_sample_pack();
    site_ = std::make_unique<server::Site>(server::School::open(opening()).value(), clock_, true);
    tls_ = school_->tls();
    school_server_ = std::make_unique<RunningServer>(
        [this](const link::HttpRequest& request) { return answer_of_school(request); }, &*tls_);
    start_relay();
  }

  [[nodiscard]] bundle::Card school_card() const {
    return {school_server_->url(), link::tls_pin(*tls_).value(), school_->ingest_key().public_key()};
  }
  [[nodiscard]] bundle::Card relay_card() const {
    return {relay_server_->url(), link::tls_pin(relay_tls_).value(), std::nullopt};
  }
  [[nodiscard]] std::filesystem::path hub() const { return folder_.path() / "hub"; }
  void start_relay() {
    relay_server_.reset();
    relay_.emplace(relay::Relay::open(hub(), {school_card()}, {}, clock_).value());
    relay_server_ = std::make_unique<RunningServer>(
        [this](const link::HttpRequest& request) { return answer_of_relay(request); }, &relay_tls_);
  }
  // For a test whose school or relay misbehaves.
  virtual link::HttpResponse answer_of_school(const link::HttpRequest& request) { return site_->answer(request); }
  virtual link::HttpResponse answer_of_relay(const link::HttpRequest& request) { return relay_->answer(request); }

  [[nodiscard]] Result<device::RelayVisit> visit(const std::string& device) {
    clock_.advance(1000);
    device::SyncOptions options;
    options.deadline_ms = deadline_ms;
    auto folder = open(device);
    return device::visit_relay(folder, relay_card(), options);
  }
  [[nodiscard]] relay::Forwarded forward() {
    clock_.advance(1000);
    return relay_->forward(deadline_ms);
  }

  std::unique_ptr<server::Site> site_;
  std::optional<link::TlsIdentity> tls_;
  link::TlsIdentity relay_tls_ = link::make_tls_identity("Hornbook relay").value();
  std::optional<relay::Relay> relay_;
  std::unique_ptr<RunningServer> school_server_;
  std::unique_ptr<RunningServer> relay_server_;
};

}  // namespace hornbook::test
