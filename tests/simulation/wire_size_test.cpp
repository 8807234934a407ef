// What a class's events cost as a sealed segment: real sessions, one learner after the other at one station, with times
// in milliseconds. The dictionary has seen neither this course nor these days.
#include <gtest/gtest.h>

#include <cstdio>

#include "runtime/journal/open_sealed.hpp"
#include "runtime/journal/sealing.hpp"
#include "tests/support/class_day.hpp"
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
  for (const auto& [count, bytes_max] : {std::pair{10, 14.0}, std::pair{100, 6.2}, std::pair{1000, 4.8}}) {
    const double each = bytes_an_event(ClassDay(1).take(static_cast<std::size_t>(count)));
    std::printf("%d events: %.2f bytes each, sealed\n", count, each);
    EXPECT_LE(each, bytes_max);
  }
}

}  // namespace
}  // namespace hornbook::test
