// What a device takes from its school, whichever way it came.
#pragma once

#include "sync/client/device_folder.hpp"

namespace hornbook::device {

// Checks seal and signatures, then: the ingest key, acceptance, the school's rules, acknowledgement (which alone lets
// the journal delete), leases, badges, bases (parked until their learner signs in), parameters, the list of packs.
// Taking the same bundle twice changes nothing. NotAllowed when it is not this device's school's, BadInput or Corrupt
// when it is damaged; nothing has changed then.
[[nodiscard]] Done take_in(DeviceFolder& folder, ByteView bundle);

}  // namespace hornbook::device
