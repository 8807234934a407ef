// For a device that seals to a key which the school does not have (any more): its present ingest key, in a bundle like
// any other answer. Over a link the device asks for it; to one without a link `hornbook-server keys tell` brings it.
#pragma once

#include "sync/server/school/devices.hpp"

namespace hornbook::server {

// Signed by the school, sealed to the device; changes nothing here. NotAllowed when the device has not enrolled or was
// revoked.
[[nodiscard]] Result<Bytes> key_reply(School& school, const Device& device, UnixMs now_ms);

}  // namespace hornbook::server
