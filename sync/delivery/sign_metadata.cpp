#include "sync/delivery/sign_metadata.hpp"

#include "runtime/core/crypto_plain.hpp"
#include "sync/delivery/canonical_json.hpp"

namespace hornbook::delivery {

using Json = nlohmann::json;

Json key_json(const VerifyKey& key) {
  return {{"keytype", "ed25519"}, {"scheme", "ed25519"}, {"keyval", {{"public", to_hex(key.view())}}}};
}

std::string key_id_of(const VerifyKey& key) {
  const std::string canonical = canonical_json(key_json(key)).value_or(std::string());
  return to_hex(sha256(as_bytes(canonical)));
}

Json file_json(ByteView bytes) { return {{"length", bytes.size()}, {"hashes", {{"sha256", to_hex(sha256(bytes))}}}}; }

Result<Bytes> sign_document(const Json& content, const std::vector<const SigningKey*>& keys) {
  TRY_ASSIGN(const std::string message, canonical_json(content));
  Json signatures = Json::array();
  for (const SigningKey* key : keys)
    signatures.push_back(
        {{"keyid", key_id_of(key->verify_key())}, {"sig", to_hex(sign_plain(*key, as_bytes(message)).view())}});
  const std::string text = Json{{"signatures", signatures}, {"signed", content}}.dump(1) + "\n";
  return Bytes(text.begin(), text.end());
}

}  // namespace hornbook::delivery
