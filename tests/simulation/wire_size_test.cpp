// What a class's events cost as a sealed segment: real sessions, one learner after the other at one station, with times
// in milliseconds. The dictionary has seen neither this course nor these days.
#include <gtest/gtest.h>

#include <cstdio>

#include "runtime/journal/open_sealed.hpp"
#include "runtime/journal/sealing.hpp"
#include "tests/support/exchange_cost.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::test {
namespace {

double bytes_an_event(const std::vector<measure::Event>& events) {
  const SecretKey epoch_key = SecretKey::generate();
  const DeviceId device;
  journal::Segment blank;
  blank.epoch = 1;
  const journal::Segment segment =
      journal::seal_segment(journal::segment_key(epoch_key), device, blank, events).value();
  EXPECT_EQ(journal::open_segment(segment, device, epoch_key).value(), events);
  return static_cast<double>(segment.sealed.size()) / static_cast<double>(events.size());
}

TEST(WireSize, ClassBatches_StaySmall) {
  for (const auto& [count, bytes_max] : {std::pair{10, 17.5}, std::pair{100, 6.5}, std::pair{1000, 4.8}}) {
    const double each = bytes_an_event(ClassDay(1).take(static_cast<std::size_t>(count)));
    std::printf("%d events: %.2f bytes each, sealed\n", count, each);
    EXPECT_LE(each, bytes_max);
  }
}

TEST(WireSize, AnExchangeOfAHundredEvents_CostsAtMost1200BytesEachWay) {
  ExchangeBed bed(ClassDay(1).take(150));
  static_cast<void>(bed.send(50));  // opens the epoch: its header travels once
  const ExchangeCost cost = bed.send(100);
  EXPECT_EQ(cost.report.events_acknowledged, 100u);
  EXPECT_EQ(cost.report.exchanges, 1u);
  const link::Traffic& traffic = cost.report.traffic;
  std::printf("100 events: %llu bytes up, %llu down, %u round trips, TCP, TLS and HTTP included\n",
              static_cast<unsigned long long>(traffic.sent_bytes),
              static_cast<unsigned long long>(traffic.received_bytes), traffic.round_trips);
  EXPECT_LE(traffic.sent_bytes, 1200u);
  EXPECT_LE(traffic.received_bytes, 1200u);
}

}  // namespace
}  // namespace hornbook::test
