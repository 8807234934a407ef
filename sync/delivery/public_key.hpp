// The public keys that sign TUF metadata, and whether one of them made a signature (TUF 1.0.33, section 4.2).
#pragma once

#include <string_view>

#include "runtime/core/bytes.hpp"

namespace hornbook::delivery {

// Unknown: of a type, scheme or shape that is not known here. It never verifies anything, so it never counts.
enum class KeyKind : std::uint8_t { Unknown, Ed25519, EcdsaP256, EcdsaP384, RsaPss };

// `bytes`: 32 of an Ed25519 key; else the DER of the SubjectPublicKeyInfo, so that one key has one form.
struct PublicKey {
  KeyKind kind = KeyKind::Unknown;
  Bytes bytes;
  auto operator<=>(const PublicKey&) const = default;
};

// "ed25519" with hexadecimal digits; "ecdsa" (or the scheme's name) on P-256 or P-384, and "rsa" with at least 2,048
// bits, in PEM. Anything else is Unknown.
[[nodiscard]] PublicKey read_public_key(std::string_view type, std::string_view scheme, std::string_view value);

[[nodiscard]] bool is_signed_by(const PublicKey& key, ByteView message, ByteView signature);

}  // namespace hornbook::delivery
