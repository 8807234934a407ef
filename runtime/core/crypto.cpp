#include "runtime/core/crypto.hpp"

#include <sodium.h>

#include <algorithm>
#include <new>

#include "runtime/core/limits.hpp"

namespace hornbook {
namespace {

static_assert(SecretKey::size == crypto_aead_chacha20poly1305_IETF_KEYBYTES);
static_assert(SecretKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(SecretKey::size == crypto_kdf_KEYBYTES);
static_assert(SecretKey::size == crypto_sign_SEEDBYTES);
static_assert(SecretKey::size == crypto_box_SECRETKEYBYTES);
static_assert(Hash::size == crypto_generichash_BYTES);
static_assert(VerifyKey::size == crypto_sign_PUBLICKEYBYTES);
static_assert(Signature::size == crypto_sign_BYTES);
static_assert(BoxPublicKey::size == crypto_box_PUBLICKEYBYTES);
static_assert(sealed_box_overhead == crypto_box_SEALBYTES);

constexpr std::uint64_t passphrase_memory_bytes_max = 1u << 30;

tl::unexpected<Error> does_not_open(const char* place) {
  return fail(ErrorCode::Corrupt, place, "it was sealed under another key, or its bytes were changed");
}

// One of libsodium's 64-byte Ed25519 secret keys, expanded from its seed for one call and wiped after it.
class ExpandedSigningKey {
 public:
  explicit ExpandedSigningKey(const SecretKey& seed) {
    crypto_sign_seed_keypair(verify_key_.bytes.data(), bytes_.data(), seed.view().data());
  }
  ~ExpandedSigningKey() { sodium_memzero(bytes_.data(), bytes_.size()); }
  ExpandedSigningKey(const ExpandedSigningKey&) = delete;
  ExpandedSigningKey& operator=(const ExpandedSigningKey&) = delete;

  [[nodiscard]] const std::uint8_t* data() const { return bytes_.data(); }
  [[nodiscard]] const VerifyKey& verify_key() const { return verify_key_; }

 private:
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> bytes_{};
  VerifyKey verify_key_;
};

std::array<std::uint8_t, crypto_aead_chacha20poly1305_IETF_NPUBBYTES> numbered_nonce(std::uint64_t number) {
  std::array<std::uint8_t, crypto_aead_chacha20poly1305_IETF_NPUBBYTES> nonce{};
  for (std::size_t i = 0; i < sizeof number; ++i) nonce[i] = static_cast<std::uint8_t>(number >> (8 * i));
  return nonce;
}

// The length in front keeps ("ab", "c") apart from ("a", "bc").
Bytes with_purpose(std::string_view purpose, ByteView message) {
  ByteWriter writer;
  writer.text(purpose);
  writer.raw(message);
  return writer.take();
}

// A secret key from a function that fills 32 bytes; the bytes on the stack are wiped before this returns.
template <class Fill>
SecretKey filled_key(Fill fill) {
  std::array<std::uint8_t, SecretKey::size> bytes{};
  fill(bytes.data());
  auto key = SecretKey::from_bytes(bytes);
  wipe(bytes);
  return std::move(*key);
}

template <class Id>
Id first_bytes_of_hash(const VerifyKey& key) {
  const Hash digest = hash(key.view());
  Id id;
  std::copy_n(digest.bytes.begin(), Id::size, id.bytes.begin());
  return id;
}

}  // namespace

Done crypto_start() {
  if (sodium_init() < 0) return fail(ErrorCode::OurBug, "cryptography", "libsodium cannot start on this system");
  return {};
}

// libsodium asks for the memory to be locked and left out of core dumps. A refused lock (RLIMIT_MEMLOCK) is no failure
// there: the key stays usable and out of dumps, and a system with no swap loses nothing.
SecretKey::SecretKey() : bytes_(static_cast<std::uint8_t*>(sodium_malloc(size))) {
  if (!bytes_) throw std::bad_alloc();
}

void SecretKey::Free::operator()(std::uint8_t* bytes) const { sodium_free(bytes); }

SecretKey SecretKey::generate() {
  SecretKey key;
  randombytes_buf(key.bytes_.get(), size);
  return key;
}

Result<SecretKey> SecretKey::from_bytes(ByteView bytes) {
  if (bytes.size() != size) return fail(ErrorCode::BadInput, "secret key", "it is not 32 bytes long");
  SecretKey key;
  std::copy(bytes.begin(), bytes.end(), key.bytes_.get());
  return key;
}

ByteView SecretKey::view() const { return {bytes_.get(), size}; }

SecretKey SecretKey::copy() const {
  SecretKey key;
  std::copy_n(bytes_.get(), size, key.bytes_.get());
  return key;
}

void wipe(std::span<std::uint8_t> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

Bytes random_bytes(std::size_t size) {
  Bytes bytes(size);
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

Hash hash(ByteView bytes) { return hash({bytes}); }

Hash hash(std::initializer_list<ByteView> parts) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, Hash::size);
  for (const ByteView part : parts) crypto_generichash_update(&state, part.data(), part.size());
  Hash digest;
  crypto_generichash_final(&state, digest.bytes.data(), digest.bytes.size());
  return digest;
}

bool equal_secret(ByteView a, ByteView b) {
  return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

SecretKey derive_key(const SecretKey& key, std::string_view context, std::uint64_t number) {
  std::array<char, crypto_kdf_CONTEXTBYTES> padded{};
  std::copy_n(context.begin(), std::min(context.size(), padded.size()), padded.begin());
  return filled_key([&](std::uint8_t* bytes) {
    crypto_kdf_derive_from_key(bytes, SecretKey::size, number, padded.data(), key.view().data());
  });
}

Result<SecretKey> key_from_passphrase(std::string_view passphrase, const PassphraseCost& cost) {
  static_assert(std::tuple_size_v<decltype(cost.salt)> == crypto_pwhash_SALTBYTES);
  static_assert(passphrase_memory_bytes_max <= SIZE_MAX);
  constexpr auto place = "passphrase";
  if (passphrase.size() > limits::passphrase_bytes_max) {
    return fail(ErrorCode::LimitExceeded, place, "it is longer than 1024 bytes");
  }
  if (cost.operations < crypto_pwhash_argon2id_OPSLIMIT_MIN || cost.operations > crypto_pwhash_argon2id_OPSLIMIT_MAX ||
      cost.memory_bytes < crypto_pwhash_argon2id_MEMLIMIT_MIN || cost.memory_bytes > passphrase_memory_bytes_max) {
    return fail(ErrorCode::BadInput, place, "the cost stored beside it is outside the allowed range");
  }
  bool enough_memory = true;
  SecretKey key = filled_key([&](std::uint8_t* bytes) {
    enough_memory =
        crypto_pwhash(bytes, SecretKey::size, passphrase.data(), passphrase.size(), cost.salt.data(), cost.operations,
                      static_cast<std::size_t>(cost.memory_bytes), crypto_pwhash_ALG_ARGON2ID13) == 0;
  });
  if (!enough_memory) return fail(ErrorCode::StorageFailure, place, "there is not enough memory to check it");
  return key;
}

Bytes seal_numbered(const SecretKey& key, std::uint64_t number, ByteView associated, ByteView plain) {
  Bytes sealed(plain.size() + crypto_aead_chacha20poly1305_IETF_ABYTES);
  crypto_aead_chacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(), associated.data(),
                                            associated.size(), nullptr, numbered_nonce(number).data(),
                                            key.view().data());
  return sealed;
}

Result<Bytes> open_numbered(const SecretKey& key, std::uint64_t number, ByteView associated, ByteView sealed) {
  constexpr std::size_t tag_size = crypto_aead_chacha20poly1305_IETF_ABYTES;
  if (sealed.size() < tag_size) return does_not_open("sealed data");
  Bytes plain(sealed.size() - tag_size);
  if (crypto_aead_chacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data(), sealed.size(),
                                                associated.data(), associated.size(), numbered_nonce(number).data(),
                                                key.view().data()) != 0) {
    return does_not_open("sealed data");
  }
  return plain;
}

Bytes seal_random(const SecretKey& key, ByteView associated, ByteView plain) {
  constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  Bytes sealed(nonce_size + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
  randombytes_buf(sealed.data(), nonce_size);
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonce_size, nullptr, plain.data(), plain.size(),
                                             associated.data(), associated.size(), nullptr, sealed.data(),
                                             key.view().data());
  return sealed;
}

Result<Bytes> open_random(const SecretKey& key, ByteView associated, ByteView sealed) {
  constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  constexpr std::size_t overhead = nonce_size + crypto_aead_xchacha20poly1305_ietf_ABYTES;
  if (sealed.size() < overhead) return does_not_open("sealed data");
  Bytes plain(sealed.size() - overhead);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data() + nonce_size,
                                                 sealed.size() - nonce_size, associated.data(), associated.size(),
                                                 sealed.data(), key.view().data()) != 0) {
    return does_not_open("sealed data");
  }
  return plain;
}

SigningKey SigningKey::generate() { return from_seed(SecretKey::generate()); }

SigningKey SigningKey::from_seed(const SecretKey& seed) {
  const ExpandedSigningKey expanded(seed);
  return {seed.copy(), expanded.verify_key()};
}

Signature SigningKey::sign(std::string_view purpose, ByteView message) const {
  const ExpandedSigningKey expanded(seed_);
  const Bytes whole = with_purpose(purpose, message);
  Signature signature;
  crypto_sign_detached(signature.bytes.data(), nullptr, whole.data(), whole.size(), expanded.data());
  return signature;
}

bool verify(const VerifyKey& key, std::string_view purpose, ByteView message, const Signature& signature) {
  const Bytes whole = with_purpose(purpose, message);
  return crypto_sign_verify_detached(signature.bytes.data(), whole.data(), whole.size(), key.bytes.data()) == 0;
}

BoxKey BoxKey::generate() { return from_secret(SecretKey::generate()); }

BoxKey BoxKey::from_secret(const SecretKey& secret) {
  BoxPublicKey public_key;
  crypto_scalarmult_base(public_key.bytes.data(), secret.view().data());
  return {secret.copy(), public_key};
}

BoxKey BoxKey::from_signing_key(const SigningKey& key) {
  const ExpandedSigningKey expanded(key.seed());
  return from_secret(
      filled_key([&](std::uint8_t* bytes) { crypto_sign_ed25519_sk_to_curve25519(bytes, expanded.data()); }));
}

Result<Bytes> BoxKey::open(ByteView sealed) const {
  if (sealed.size() < sealed_box_overhead) return does_not_open("sealed box");
  Bytes plain(sealed.size() - sealed_box_overhead);
  if (crypto_box_seal_open(plain.data(), sealed.data(), sealed.size(), public_key_.bytes.data(),
                           secret_.view().data()) != 0) {
    return does_not_open("sealed box");
  }
  return plain;
}

Result<BoxPublicKey> box_key_of(const VerifyKey& key) {
  BoxPublicKey public_key;
  if (crypto_sign_ed25519_pk_to_curve25519(public_key.bytes.data(), key.bytes.data()) != 0) {
    return fail(ErrorCode::BadInput, "verify key", "it is not a point of the curve");
  }
  return public_key;
}

Bytes seal_to(const BoxPublicKey& key, ByteView plain) {
  Bytes sealed(plain.size() + sealed_box_overhead);
  crypto_box_seal(sealed.data(), plain.data(), plain.size(), key.bytes.data());
  return sealed;
}

DeviceId device_id_of(const VerifyKey& key) { return first_bytes_of_hash<DeviceId>(key); }
SchoolId school_id_of(const VerifyKey& key) { return first_bytes_of_hash<SchoolId>(key); }

}  // namespace hornbook
