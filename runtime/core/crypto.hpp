// The only place that calls libsodium. Each function is one documented construction of it; nothing here is invented.
// Thread rule: crypto_start() once, before any other call, from any thread; then everything is safe from any thread.
#pragma once

#include <array>
#include <memory>
#include <string_view>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"

namespace hornbook {

// OurBug when libsodium cannot start or the system has no entropy.
[[nodiscard]] Done crypto_start();

// 32 secret bytes in memory that is locked, never swapped or dumped, and wiped when freed (sodium_malloc).
class SecretKey {
 public:
  static constexpr std::size_t size = 32;
  // From the system's entropy; never from a seed.
  [[nodiscard]] static SecretKey generate();
  // BadInput when `bytes` is not 32 long. The caller wipes its copy.
  [[nodiscard]] static Result<SecretKey> from_bytes(ByteView bytes);
  [[nodiscard]] ByteView view() const;
  [[nodiscard]] SecretKey copy() const;

 private:
  struct Free {
    void operator()(std::uint8_t* bytes) const;
  };
  SecretKey();
  std::unique_ptr<std::uint8_t, Free> bytes_;
};

void wipe(std::span<std::uint8_t> bytes);
[[nodiscard]] Bytes random_bytes(std::size_t size);

// BLAKE2b-256 (crypto_generichash).
[[nodiscard]] Hash hash(ByteView bytes);
[[nodiscard]] Hash hash(std::initializer_list<ByteView> parts);
// Constant-time.
[[nodiscard]] bool equal_secret(ByteView a, ByteView b);

// crypto_kdf (BLAKE2b): a key for one purpose. `context` has exactly 8 characters, such as "event\0\0\0" padded by us.
[[nodiscard]] SecretKey derive_key(const SecretKey& key, std::string_view context, std::uint64_t number = 0);

// Argon2id (crypto_pwhash). memory_bytes and operations are stored beside the salt by the caller.
struct PassphraseCost {
  std::uint64_t operations = 3;
  std::uint64_t memory_bytes = 64u << 20;
  std::array<std::uint8_t, 16> salt{};
};
// StorageFailure when the memory is not to be had, BadInput when the cost is outside libsodium's range or above 1 GiB.
[[nodiscard]] Result<SecretKey> key_from_passphrase(std::string_view passphrase, const PassphraseCost& cost);

// ChaCha20-Poly1305 (RFC 8439) with a 96-bit nonce that holds `number`, little-endian, in its first 8 bytes.
// A (key, number) pair must never be used twice.
[[nodiscard]] Bytes seal_numbered(const SecretKey& key, std::uint64_t number, ByteView associated, ByteView plain);
// Corrupt when the tag does not fit.
[[nodiscard]] Result<Bytes> open_numbered(const SecretKey& key, std::uint64_t number, ByteView associated,
                                          ByteView sealed);

// XChaCha20-Poly1305 with a random 192-bit nonce, stored in front.
[[nodiscard]] Bytes seal_random(const SecretKey& key, ByteView associated, ByteView plain);
[[nodiscard]] Result<Bytes> open_random(const SecretKey& key, ByteView associated, ByteView sealed);

// Ed25519.
using VerifyKey = OpaqueId<struct VerifyKeyTag, 32>;
using Signature = OpaqueId<struct SignatureTag, 64>;
class SigningKey {
 public:
  [[nodiscard]] static SigningKey generate();
  // From the 32-byte seed, as seed() gave it.
  [[nodiscard]] static SigningKey from_seed(const SecretKey& seed);
  [[nodiscard]] const SecretKey& seed() const { return seed_; }
  [[nodiscard]] const VerifyKey& verify_key() const { return verify_key_; }
  // `purpose` separates the uses of one key: it is hashed in front of the message.
  [[nodiscard]] Signature sign(std::string_view purpose, ByteView message) const;

 private:
  SigningKey(SecretKey seed, VerifyKey verify_key) : seed_(std::move(seed)), verify_key_(verify_key) {}
  SecretKey seed_;
  VerifyKey verify_key_;
};
[[nodiscard]] bool verify(const VerifyKey& key, std::string_view purpose, ByteView message, const Signature& signature);

// X25519 sealed boxes (crypto_box_seal): anyone can seal to the public key, only the secret key opens.
using BoxPublicKey = OpaqueId<struct BoxPublicKeyTag, 32>;
class BoxKey {
 public:
  [[nodiscard]] static BoxKey generate();
  [[nodiscard]] static BoxKey from_secret(const SecretKey& secret);
  // The X25519 key that belongs to an Ed25519 key (crypto_sign_ed25519_sk_to_curve25519).
  [[nodiscard]] static BoxKey from_signing_key(const SigningKey& key);
  [[nodiscard]] const SecretKey& secret() const { return secret_; }
  [[nodiscard]] const BoxPublicKey& public_key() const { return public_key_; }
  // Corrupt when it was not sealed to this key or was changed.
  [[nodiscard]] Result<Bytes> open(ByteView sealed) const;

 private:
  BoxKey(SecretKey secret, BoxPublicKey public_key) : secret_(std::move(secret)), public_key_(public_key) {}
  SecretKey secret_;
  BoxPublicKey public_key_;
};
// BadInput when the Ed25519 key is no valid point.
[[nodiscard]] Result<BoxPublicKey> box_key_of(const VerifyKey& key);
inline constexpr std::size_t sealed_box_overhead = 48;
[[nodiscard]] Bytes seal_to(const BoxPublicKey& key, ByteView plain);

[[nodiscard]] DeviceId device_id_of(const VerifyKey& key);
[[nodiscard]] SchoolId school_id_of(const VerifyKey& key);

}  // namespace hornbook
