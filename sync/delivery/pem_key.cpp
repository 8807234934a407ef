#include "sync/delivery/pem_key.hpp"

#include <mbedtls/md.h>

#include <string>

#include "sync/delivery/delivery_limits.hpp"
#include "sync/link/tls_owned.hpp"

namespace hornbook::delivery {
namespace {

using link::TlsKey;
constexpr std::size_t rsa_bits_min = 2048;

bool is_of_kind(TlsKey& key, KeyKind kind) {
  if (kind == KeyKind::RsaPss)
    return mbedtls_pk_get_type(key.get()) == MBEDTLS_PK_RSA && mbedtls_pk_get_bitlen(key.get()) >= rsa_bits_min;
  if (mbedtls_pk_get_type(key.get()) != MBEDTLS_PK_ECKEY) return false;
  const auto curve = kind == KeyKind::EcdsaP256 ? MBEDTLS_ECP_DP_SECP256R1 : MBEDTLS_ECP_DP_SECP384R1;
  return mbedtls_pk_ec(*key.get())->grp.id == curve;
}

// mbedTLS writes from the buffer's end.
Bytes der_of(TlsKey& key) {
  Bytes buffer(limits::tuf_key_bytes_max);
  const int size = mbedtls_pk_write_pubkey_der(key.get(), buffer.data(), buffer.size());
  if (size <= 0) return {};
  return {buffer.end() - size, buffer.end()};
}

}  // namespace

PublicKey read_pem_key(KeyKind kind, std::string_view pem) {
  const std::string ended(pem);  // mbedTLS counts the final NUL
  TlsKey key;
  const auto* bytes = reinterpret_cast<const unsigned char*>(ended.c_str());
  if (!pem.starts_with("-----BEGIN") || mbedtls_pk_parse_public_key(key.get(), bytes, ended.size() + 1) != 0) return {};
  if (!is_of_kind(key, kind)) return {};
  Bytes der = der_of(key);
  if (der.empty()) return {};
  return {kind, std::move(der)};
}

bool is_signed_by_pem_key(const PublicKey& key, ByteView message, ByteView signature) {
  TlsKey parsed;
  if (mbedtls_pk_parse_public_key(parsed.get(), key.bytes.data(), key.bytes.size()) != 0) return false;
  const auto digest_type = key.kind == KeyKind::EcdsaP384 ? MBEDTLS_MD_SHA384 : MBEDTLS_MD_SHA256;
  const mbedtls_md_info_t* algorithm = mbedtls_md_info_from_type(digest_type);
  std::array<unsigned char, MBEDTLS_MD_MAX_SIZE> digest{};
  if (algorithm == nullptr || mbedtls_md(algorithm, message.data(), message.size(), digest.data()) != 0) return false;
  const std::size_t size = mbedtls_md_get_size(algorithm);
  if (key.kind != KeyKind::RsaPss)
    return mbedtls_pk_verify(parsed.get(), digest_type, digest.data(), size, signature.data(), signature.size()) == 0;
  const mbedtls_pk_rsassa_pss_options pss{digest_type, MBEDTLS_RSA_SALT_LEN_ANY};
  return mbedtls_pk_verify_ext(MBEDTLS_PK_RSASSA_PSS, &pss, parsed.get(), digest_type, digest.data(), size,
                               signature.data(), signature.size()) == 0;
}

}  // namespace hornbook::delivery
