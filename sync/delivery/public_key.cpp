#include "sync/delivery/public_key.hpp"

#include "runtime/core/crypto_plain.hpp"
#include "sync/delivery/pem_key.hpp"

namespace hornbook::delivery {
namespace {

PublicKey ed25519_key(std::string_view hex) {
  const auto key = id_from_hex<VerifyKey>(hex);
  if (!key) return {};
  return {KeyKind::Ed25519, Bytes(key->bytes.begin(), key->bytes.end())};
}

bool is_ed25519_signed(const PublicKey& key, ByteView message, ByteView signature) {
  const auto verify_key = id_from_bytes<VerifyKey>(key.bytes);
  const auto given = id_from_bytes<Signature>(signature);
  return verify_key && given && verify_plain(*verify_key, message, *given);
}

}  // namespace

PublicKey read_public_key(std::string_view type, std::string_view scheme, std::string_view value) {
  if (type == "ed25519" && scheme == "ed25519") return ed25519_key(value);
  if (type == "rsa" && scheme == "rsassa-pss-sha256") return read_pem_key(KeyKind::RsaPss, value);
  if (type != "ecdsa" && type != scheme) return {};
  if (scheme == "ecdsa-sha2-nistp256") return read_pem_key(KeyKind::EcdsaP256, value);
  if (scheme == "ecdsa-sha2-nistp384") return read_pem_key(KeyKind::EcdsaP384, value);
  return {};
}

bool is_signed_by(const PublicKey& key, ByteView message, ByteView signature) {
  if (key.kind == KeyKind::Unknown) return false;
  if (key.kind == KeyKind::Ed25519) return is_ed25519_signed(key, message, signature);
  return is_signed_by_pem_key(key, message, signature);
}

}  // namespace hornbook::delivery
