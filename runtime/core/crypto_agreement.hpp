// A key that the holders of two box keys share without sending anything: libsodium's crypto_kx (X25519, then BLAKE2b of
// the shared point and both public keys). Both sides get the same bytes.
#pragma once

#include "runtime/core/crypto.hpp"

namespace hornbook {

// BadInput when the other's key is no point that X25519 takes.
[[nodiscard]] Result<SecretKey> agreed_key_of_caller(const BoxKey& own, const BoxPublicKey& called);
[[nodiscard]] Result<SecretKey> agreed_key_of_called(const BoxKey& own, const BoxPublicKey& caller);

}  // namespace hornbook
