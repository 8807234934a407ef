#include "runtime/core/crypto_agreement.hpp"

#include <sodium.h>

#include <array>

namespace hornbook {
namespace {

// crypto_kx makes a key for each direction; the one from the caller to the called is the one that counts.
class SessionKey {
 public:
  SessionKey() = default;
  ~SessionKey() { sodium_memzero(bytes.data(), bytes.size()); }
  SessionKey(const SessionKey&) = delete;
  SessionKey& operator=(const SessionKey&) = delete;
  std::array<std::uint8_t, crypto_kx_SESSIONKEYBYTES> bytes{};
};
static_assert(crypto_kx_SESSIONKEYBYTES == SecretKey::size);

}  // namespace

Result<SecretKey> agreed_key_of_caller(const BoxKey& own, const BoxPublicKey& called) {
  SessionKey key;
  if (crypto_kx_client_session_keys(nullptr, key.bytes.data(), own.public_key().bytes.data(),
                                    own.secret().view().data(), called.bytes.data()) != 0)
    return fail(ErrorCode::BadInput, "key agreement", "the other's key is not usable");
  return SecretKey::from_bytes(key.bytes);
}

Result<SecretKey> agreed_key_of_called(const BoxKey& own, const BoxPublicKey& caller) {
  SessionKey key;
  if (crypto_kx_server_session_keys(key.bytes.data(), nullptr, own.public_key().bytes.data(),
                                    own.secret().view().data(), caller.bytes.data()) != 0)
    return fail(ErrorCode::BadInput, "key agreement", "the other's key is not usable");
  return SecretKey::from_bytes(key.bytes);
}

}  // namespace hornbook
