// For a device whose school cannot open its bundles: the school was restored from a copy that is older than the key, or
// has dropped the key since.
#pragma once

#include "sync/client/device_folder.hpp"
#include "sync/link/http_client.hpp"

namespace hornbook::device {

// What the school answers to a bundle that is sealed to none of its keys.
inline constexpr unsigned key_unknown_status = 404;

// Says who it is, and takes the answer, which the school signed and sealed to this device, as any other. NotAllowed
// when the school does not know the device or tells no other key, NoLink and the like of the connection.
[[nodiscard]] Done ask_for_ingest_key(DeviceFolder& folder, link::HttpClient& client);

}  // namespace hornbook::device
