// What a device sends.
#pragma once

#include <cstdint>

#include "runtime/core/limits.hpp"
#include "sync/bundle/bundle.hpp"
#include "sync/client/device_folder.hpp"

namespace hornbook::device {

struct Outbox {
  Bytes bundle;                 // encoded, sealed to the school
  bool more = false;            // there is more than the budget allowed
  bool names_cursor = false;    // the cursor by its name alone, as the school expects it
  journal::OutgoingPlace next;  // where it goes on then
};

struct Collecting {
  std::uint64_t event_bytes_max = limits::exchange_event_bytes_max;
  journal::OutgoingPlace from;                // leaves out what stands before it
  std::optional<bundle::ReplyBox> reply_box;  // for a carrier that must find the answer without knowing for whom it is
};

// The oldest events first, at most `event_bytes_max` bytes of them (but at least one piece when any waits), with the
// cursor and, until the school has accepted the device, its enrolment request. Changes nothing on the device.
[[nodiscard]] Result<Outbox> collect(const DeviceFolder& folder, const Collecting& wanted);
[[nodiscard]] inline Result<Outbox> collect(const DeviceFolder& folder, std::uint64_t event_bytes_max) {
  return collect(folder, Collecting{event_bytes_max, {}, {}});
}

}  // namespace hornbook::device
