// Another passphrase for a family's device, changed on the device itself.
#pragma once

#include <string_view>

#include "sync/client/device_folder.hpp"

namespace hornbook::device {

// Wraps the class key anew; nothing else changes, and a station that runs beside takes it from its next opening on.
// What the school sends later keeps it, until the school gives the family a passphrase of its own. NotAllowed when the
// device is no family's or the old passphrase opens nothing, BadInput when the new one has fewer than 8 characters or
// looks like a badge.
[[nodiscard]] Done change_passphrase(DeviceFolder& folder, std::string_view old_passphrase,
                                     std::string_view new_passphrase);

}  // namespace hornbook::device
