// What a class's events cost once they are in columns and compressed: real sessions, one learner after the other at one
// station, with times in milliseconds.
#include <gtest/gtest.h>
#include <zstd.h>

#include <cstdio>

#include "runtime/measure/event_codec.hpp"
#include "tests/support/class_day.hpp"

namespace hornbook::test {
namespace {

double bytes_an_event(const std::vector<measure::Event>& events) {
  const Bytes columns = measure::encode_columns(events).value();
  EXPECT_EQ(measure::decode_columns(columns).value(), events);
  Bytes compressed(ZSTD_compressBound(columns.size()));
  const std::size_t size = ZSTD_compress(compressed.data(), compressed.size(), columns.data(), columns.size(), 19);
  return static_cast<double>(size) / static_cast<double>(events.size());
}

TEST(WireSize, ClassBatches_StaySmall) {
  for (const auto& [count, bytes_max] : {std::pair{100, 8.0}, std::pair{1000, 5.0}}) {
    const double each = bytes_an_event(ClassDay(1).take(static_cast<std::size_t>(count)));
    std::printf("%d events: %.2f bytes each, compressed\n", count, each);
    EXPECT_LE(each, bytes_max);
  }
}

}  // namespace
}  // namespace hornbook::test
