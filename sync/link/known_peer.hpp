// What a device and its school know of each other before they talk, so that a connection needs no certificate: TLS's
// pre-shared key (RFC 4279, with ephemeral Diffie-Hellman: RFC 5489, RFC 7905), agreed from the device's key D and the
// school's ingest key S. Nothing is stored for it, and any process that has the school's keys can answer.
//
// TLS 1.2 shows the identity of a key to onlookers. Here it is 8 random bytes and 8 that only holders of the key can
// make or recognise: two connections of one device do not look alike.
#pragma once

#include <functional>
#include <optional>

#include "runtime/core/crypto.hpp"

namespace hornbook::link {

struct KnownPeer {
  SecretKey key;     // of TLS
  SecretKey naming;  // recognises identities

  [[nodiscard]] KnownPeer copy() const { return {key.copy(), naming.copy()}; }
};

// The device's side and the school's: the same keys. BadInput when the other's key is not usable.
[[nodiscard]] Result<KnownPeer> known_school(const SigningKey& device, const BoxPublicKey& ingest);
[[nodiscard]] Result<KnownPeer> known_device(const BoxKey& ingest, const VerifyKey& device);

inline constexpr std::size_t peer_identity_size = 16;
// A new one for each connection.
[[nodiscard]] Bytes identity_of(const KnownPeer& peer);
[[nodiscard]] bool is_identity_of(ByteView identity, const KnownPeer& peer);

// Whose identity this is; nothing when it is nobody's. Called by the threads of connections, several at a time.
using FindPeer = std::function<std::optional<KnownPeer>(ByteView identity)>;

}  // namespace hornbook::link
