#include "sync/server/school/known_devices.hpp"

#include <algorithm>

#include "sync/server/keys/ingest_keys.hpp"
#include "sync/server/school/devices.hpp"

namespace hornbook::server {

std::optional<link::KnownPeer> KnownDevices::find(ByteView identity) {
  if (identity.size() != link::peer_identity_size) return std::nullopt;
  const std::scoped_lock lock(mutex_);
  if (auto known = find_among_known(identity)) return known;
  if (!read_devices()) return std::nullopt;
  return find_among_known(identity);
}

std::optional<link::KnownPeer> KnownDevices::find_among_known(ByteView identity) const {
  const auto found = std::find_if(known_.begin(), known_.end(),
                                  [&](const link::KnownPeer& peer) { return link::is_identity_of(identity, peer); });
  return found == known_.end() ? std::nullopt : std::optional(found->copy());
}

Done KnownDevices::read_devices() {
  const std::scoped_lock lock(school_mutex_);
  TRY_ASSIGN(const std::vector<Device> devices, list_devices(school_));
  TRY_ASSIGN(const IngestKeys keys, load_ingest_keys(school_));
  std::vector<link::KnownPeer> known;
  for (const Device& device : devices) {
    if (!device.key || device.revoked_ms != 0) continue;
    for (const IngestKey& ingest : keys) {
      TRY_ASSIGN(link::KnownPeer peer, link::known_device(ingest.key, *device.key));
      known.push_back(std::move(peer));
    }
  }
  known_ = std::move(known);
  return {};
}

}  // namespace hornbook::server
