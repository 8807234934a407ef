// ECDSA and RSA by mbedTLS, which is in pem_key.cpp alone.
#pragma once

#include "sync/delivery/public_key.hpp"

namespace hornbook::delivery {

// Unknown when `pem` is no public key of this kind.
[[nodiscard]] PublicKey read_pem_key(KeyKind kind, std::string_view pem);

// ECDSA: an ASN.1 DER signature over SHA-256 (P-256) or SHA-384 (P-384). RSA: PSS (RFC 8017, section 8.1) with SHA-256
// and MGF1 with SHA-256, the salt of any length.
[[nodiscard]] bool is_signed_by_pem_key(const PublicKey& key, ByteView message, ByteView signature);

}  // namespace hornbook::delivery
