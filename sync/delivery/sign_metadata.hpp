// Making signed TUF metadata: keys, roles, files and documents as JSON (TUF 1.0.33, section 4). Ed25519 alone signs.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <vector>

#include "runtime/core/crypto.hpp"

namespace hornbook::delivery {

[[nodiscard]] nlohmann::json key_json(const VerifyKey& key);
// The SHA-256 of the canonical form of key_json.
[[nodiscard]] std::string key_id_of(const VerifyKey& key);
// {"length", "hashes"} of a file.
[[nodiscard]] nlohmann::json file_json(ByteView bytes);

// `content` ("signed") with one signature of each key. BadInput when it cannot be signed: canonical_json.hpp.
[[nodiscard]] Result<Bytes> sign_document(const nlohmann::json& content, const std::vector<const SigningKey*>& keys);

}  // namespace hornbook::delivery
