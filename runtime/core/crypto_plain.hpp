// Ed25519 (RFC 8032), SHA-256 and SHA-512 (FIPS 180-4) bare, as the formats of others use them. What is ours signs with
// a purpose and hashes with BLAKE2b: crypto.hpp.
#pragma once

#include "runtime/core/crypto.hpp"

namespace hornbook {

[[nodiscard]] Signature sign_plain(const SigningKey& key, ByteView message);
[[nodiscard]] bool verify_plain(const VerifyKey& key, ByteView message, const Signature& signature);

[[nodiscard]] std::array<std::uint8_t, 32> sha256(ByteView bytes);
[[nodiscard]] std::array<std::uint8_t, 64> sha512(ByteView bytes);

}  // namespace hornbook
