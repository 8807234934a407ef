// The school's devices as TLS meets them: who a connection's identity belongs to (sync/link/known_peer.hpp).
// Thread rule: any thread; the school is asked with its own lock held.
#pragma once

#include <mutex>
#include <vector>

#include "sync/link/known_peer.hpp"
#include "sync/server/school/school.hpp"

namespace hornbook::server {

class KnownDevices {
 public:
  // `school_mutex` guards `school`; both must outlive this.
  KnownDevices(School& school, std::mutex& school_mutex) : school_(school), school_mutex_(school_mutex) {}

  // Nothing when no device that has enrolled has this identity. A device that enrolled a moment ago, also by another
  // process, is found, and each by every ingest key that the school keeps.
  [[nodiscard]] std::optional<link::KnownPeer> find(ByteView identity);

 private:
  [[nodiscard]] std::optional<link::KnownPeer> find_among_known(ByteView identity) const;
  [[nodiscard]] Done read_devices();

  School& school_;
  std::mutex& school_mutex_;
  std::mutex mutex_;
  std::vector<link::KnownPeer> known_;
};

}  // namespace hornbook::server
