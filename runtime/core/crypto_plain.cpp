#include "runtime/core/crypto_plain.hpp"

#include <sodium.h>

namespace hornbook {

Signature sign_plain(const SigningKey& key, ByteView message) {
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> expanded{};
  VerifyKey verify_key;
  crypto_sign_seed_keypair(verify_key.bytes.data(), expanded.data(), key.seed().view().data());
  Signature signature;
  crypto_sign_detached(signature.bytes.data(), nullptr, message.data(), message.size(), expanded.data());
  wipe(expanded);
  return signature;
}

bool verify_plain(const VerifyKey& key, ByteView message, const Signature& signature) {
  return crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(), key.bytes.data()) == 0;
}

std::array<std::uint8_t, 32> sha256(ByteView bytes) {
  std::array<std::uint8_t, 32> digest{};
  static_assert(digest.size() == crypto_hash_sha256_BYTES);
  crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
  return digest;
}

std::array<std::uint8_t, 64> sha512(ByteView bytes) {
  std::array<std::uint8_t, 64> digest{};
  static_assert(digest.size() == crypto_hash_sha512_BYTES);
  crypto_hash_sha512(digest.data(), bytes.data(), bytes.size());
  return digest;
}

}  // namespace hornbook
