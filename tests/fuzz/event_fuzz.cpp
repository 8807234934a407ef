// Whatever the bytes, both readers of events end with an error or with events that are written and read back the same.
#include <cstdint>
#include <cstdlib>

#include "runtime/measure/event_codec.hpp"

namespace measure = hornbook::measure;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const hornbook::ByteView bytes(data, size);
  if (const auto event = measure::decode_event(bytes)) {
    const auto again = measure::encode_event(*event);
    if (!again || !(measure::decode_event(*again).value() == *event)) std::abort();
  }
  if (const auto events = measure::decode_columns(bytes)) {
    const auto again = measure::encode_columns(*events);
    if (!again || measure::decode_columns(*again).value() != *events) std::abort();
  }
  return 0;
}
