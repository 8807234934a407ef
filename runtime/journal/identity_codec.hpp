// The bytes of the identity file, apart from the file itself, so that its parser can be tried without a disk.
#pragma once

#include "runtime/journal/device_identity.hpp"

namespace hornbook::journal {

// Holds D's seed: the caller wipes it.
[[nodiscard]] Bytes encode(const DeviceIdentity& identity);
// BadInput when it is no identity or malformed, Corrupt when its checksum fails.
[[nodiscard]] Result<DeviceIdentity> decode_identity(ByteView bytes);

}  // namespace hornbook::journal
