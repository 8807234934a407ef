#include "runtime/pack/trust.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/pack/json_fields.hpp"

namespace hornbook::pack {
namespace {

constexpr const char* place = "root.json";

Read<VerifyKey> key_called(Fields& keys, const Located& id) {
  TRY_ASSIGN(const std::string name, id.text(limits::identifier_bytes_max));
  TRY_ASSIGN(const Located entry, keys.required(name));
  TRY_ASSIGN(Fields key, Fields::of(entry));
  TRY_ASSIGN(const std::string type, key.text("keytype", limits::identifier_bytes_max));
  TRY_ASSIGN(const std::string scheme, key.text("scheme", limits::identifier_bytes_max));
  if (type != "ed25519" || scheme != "ed25519") return bad_field(entry.pointer, "the key is not of type ed25519");
  TRY_ASSIGN(const Located value, key.required("keyval"));
  TRY_ASSIGN(Fields inner, Fields::of(value));
  TRY_ASSIGN(const std::string hex, inner.text("public", limits::identifier_bytes_max));
  const auto bytes = id_from_hex<VerifyKey>(hex);
  if (!bytes) return bad_field(value.pointer + "/public", "a public key has 64 hexadecimal digits");
  return *bytes;
}

Read<Trust> trust_of(const Json& json) {
  const SourceValue value = source_value(json);
  TRY_ASSIGN(Fields document, Fields::of(Located{&value, ""}));
  TRY_ASSIGN(const Located signed_part, document.required("signed"));
  TRY_ASSIGN(Fields root, Fields::of(signed_part));
  TRY_ASSIGN(const std::string type, root.text("_type", limits::identifier_bytes_max));
  if (type != "root") return bad_field("/signed/_type", "it is not a root");
  TRY_ASSIGN(const Located keys_field, root.required("keys"));
  TRY_ASSIGN(Fields keys, Fields::of(keys_field));
  TRY_ASSIGN(const Located roles_field, root.required("roles"));
  TRY_ASSIGN(Fields roles, Fields::of(roles_field));
  TRY_ASSIGN(const Located targets_field, roles.required("targets"));
  TRY_ASSIGN(Fields targets, Fields::of(targets_field));
  TRY_ASSIGN(const Located ids_field, targets.required("keyids"));
  TRY_ASSIGN(const auto ids, ids_field.entries(1, limits::pack_signatures_max));
  Trust trust;
  for (const Located& id : ids) {
    TRY_ASSIGN(const VerifyKey key, key_called(keys, id));
    if (std::find(trust.publishers.begin(), trust.publishers.end(), key) != trust.publishers.end())
      return bad_field(id.pointer, "the same key is named twice");
    trust.publishers.push_back(key);
  }
  TRY_ASSIGN(const Located threshold, targets.required("threshold"));
  TRY_ASSIGN(const std::int64_t needed, threshold.whole(1, static_cast<std::int64_t>(trust.publishers.size())));
  trust.threshold = static_cast<std::size_t>(needed);
  return trust;
}

}  // namespace

std::string key_id_of(const VerifyKey& key) { return to_hex(hash(key.view()).view()); }

Result<Trust> parse_root(std::string_view json) {
  if (json.size() > limits::root_bytes_max) return fail(ErrorCode::LimitExceeded, place, "it is too long");
  TRY_ASSIGN(const Json document, parse_json(as_bytes(json), place));
  auto trust = trust_of(document);
  if (!trust) return tl::unexpected(to_error(trust.error(), place));
  return std::move(*trust);
}

std::string to_root_json(const Trust& trust, std::string_view expires) {
  Json keys = Json::object();
  Json ids = Json::array();
  for (const VerifyKey& key : trust.publishers) {
    const std::string id = key_id_of(key);
    keys[id] = {{"keytype", "ed25519"}, {"scheme", "ed25519"}, {"keyval", {{"public", to_hex(key.view())}}}};
    ids.push_back(id);
  }
  const Json role = {{"keyids", ids}, {"threshold", trust.threshold}};
  const Json root = {{"_type", "root"},
                     {"spec_version", "1.0.31"},
                     {"version", 1},
                     {"consistent_snapshot", true},
                     {"expires", expires},
                     {"keys", keys},
                     {"roles", {{"root", role}, {"targets", role}, {"snapshot", role}, {"timestamp", role}}}};
  return Json{{"signatures", Json::array()}, {"signed", root}}.dump(2) + "\n";
}

}  // namespace hornbook::pack
