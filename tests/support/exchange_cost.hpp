// What one exchange of a class's events costs on the wire: a device's journal, TLS and HTTP as they are, over loopback.
#pragma once

#include "runtime/journal/writer.hpp"
#include "sync/client/exchange.hpp"
#include "sync/client/outbox.hpp"
#include "sync/device/enrol.hpp"
#include "tests/support/class_day.hpp"
#include "tests/support/need.hpp"
#include "tests/support/sample_school_server.hpp"
#include "tests/support/simulated_clock.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::test {

struct ExchangeCost {
  std::size_t segments = 0;  // sealed columns
  std::size_t bundle = 0;    // with cursor, headers, keys, signature, padding
  device::SyncReport report;
};

// Events of one day at one station, in the order in which it sends them.
class ExchangeBed {
 public:
  explicit ExchangeBed(std::vector<measure::Event> day) : day_(std::move(day)) {
    static_cast<void>(need(device::enrol(folder_.path(), bundle::to_json(school_.enrolment()))));
    auto enrolled = need(device::open_device_folder(folder_.path()));
    static_cast<void>(need(device::synchronise(enrolled, {})));  // the enrolment is not part of a day
    writer_.emplace(need(journal::Writer::open(folder_.path(), enrolled.identity, clock_, "boot")));
  }

  // The next `count` events, learners signing in and out as they did, sealed and sent over a new connection.
  [[nodiscard]] ExchangeCost send(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) take(day_.at(sent_ + i));
    sent_ += count;
    need(writer_->seal());
    auto device = need(device::open_device_folder(folder_.path()));
    ExchangeCost cost;
    for (const journal::Segment& segment : need(device.store.outgoing(1u << 30)).segments)
      cost.segments += segment.sealed.size();
    cost.bundle = need(device::collect(device, 1u << 30)).bundle.size();
    cost.report = need(device::synchronise(device, {}));
    return cost;
  }

 private:
  void take(const measure::Event& event) {
    if (const auto* start = std::get_if<measure::SessionStart>(&event.body)) {
      need(writer_->sign_out());
      static_cast<void>(need(writer_->sign_in(start->learner, capsule_key_)));
    }
    need(writer_->append(std::span(&event, 1)));
  }

  SampleSchoolServer school_;
  const TemporaryDirectory folder_;
  const SimulatedClock clock_;
  const std::vector<measure::Event> day_;
  const SecretKey capsule_key_ = SecretKey::generate();
  std::size_t sent_ = 0;
  std::optional<journal::Writer> writer_;
};

}  // namespace hornbook::test
