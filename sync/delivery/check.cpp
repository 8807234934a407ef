#include "sync/delivery/check.hpp"

#include <set>

#include "runtime/core/crypto_plain.hpp"

namespace hornbook::delivery {
namespace {

// Nothing: the algorithm is not known here.
std::optional<std::string> digest_of(ByteView bytes, std::string_view algorithm) {
  if (algorithm == "sha256") return to_hex(sha256(bytes));
  if (algorithm == "sha512") return to_hex(sha512(bytes));
  return std::nullopt;
}

}  // namespace

Done check_signatures(const Signed& proof, const Role& role, std::string_view name) {
  std::set<PublicKey> signers;
  for (const NamedSignature& signature : proof.signatures) {
    const auto key = role.keys.find(signature.key_id);
    if (key == role.keys.end() || signers.contains(key->second)) continue;
    if (is_signed_by(key->second, as_bytes(proof.message), signature.bytes)) signers.insert(key->second);
  }
  if (static_cast<std::int64_t>(signers.size()) >= role.threshold) return {};
  return fail(ErrorCode::NotAllowed, "TUF signatures",
              std::string(name) + " has " + std::to_string(signers.size()) + " valid signatures and needs " +
                  std::to_string(role.threshold) + "; nothing of it was taken, tell whoever publishes the packs");
}

Done check_bytes(ByteView bytes, std::optional<std::int64_t> length, const Hashes& hashes, std::string_view name) {
  const auto differs = [&](const char* what) {
    return fail(ErrorCode::Corrupt, "TUF file",
                std::string(name) + " has another " + what + " than was signed; it was not taken, try again later");
  };
  if (length && static_cast<std::int64_t>(bytes.size()) != *length) return differs("length");
  std::size_t known = 0;
  for (const auto& [algorithm, wanted] : hashes) {
    const auto digest = digest_of(bytes, algorithm);
    if (!digest) continue;
    if (*digest != wanted) return differs("hash");
    ++known;
  }
  if (known == 0 && !hashes.empty())
    return fail(ErrorCode::BadInput, "TUF file", std::string(name) + " has no hash by sha256 or sha512");
  return {};
}

}  // namespace hornbook::delivery
