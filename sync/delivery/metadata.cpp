#include "sync/delivery/metadata.hpp"

#include <algorithm>
#include <set>

#include "runtime/core/ids.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/pack/json_fields.hpp"
#include "sync/delivery/canonical_json.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "sync/delivery/utc_time.hpp"

namespace hornbook::delivery {
namespace {

using namespace pack;  // Fields, Located, Read: reading JSON field by field

constexpr const char* place = "TUF metadata";
constexpr std::int64_t number_max = INT64_MAX - 1;  // one more is still a number
constexpr std::size_t word_bytes_max = limits::identifier_bytes_max;

// A text that may be empty.
Read<std::string> any_text(const Located& value, std::size_t bytes_max) {
  const auto* text = value.value->as<std::string>();
  if (text == nullptr || text->size() > bytes_max) return bad_field(value.pointer, "a short text is needed here");
  return *text;
}

Read<Fields> fields_at(Fields& fields, std::string_view name) {
  TRY_ASSIGN(const Located value, fields.required(name));
  return Fields::of(value);
}

Read<std::int64_t> number_at(Fields& fields, std::string_view name, std::int64_t least) {
  TRY_ASSIGN(const Located value, fields.required(name));
  return value.whole(least, number_max);
}

Read<std::string> lower_hex(const Located& value, std::size_t bytes_max) {
  TRY_ASSIGN(std::string text, value.text(bytes_max));
  for (char& c : text) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
      return bad_field(value.pointer, "hexadecimal digits are needed here");
  }
  return text;
}

Read<Hashes> hashes_of(const Located& value) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  Hashes hashes;
  for (const std::string& algorithm : fields.names()) {
    TRY_ASSIGN(const Located digest, fields.required(algorithm));
    TRY_ASSIGN(hashes[algorithm], lower_hex(digest, word_bytes_max));
  }
  if (hashes.empty()) return bad_field(value.pointer, "at least one hash is needed here");
  return hashes;
}

Read<PublicKey> key_of(const Located& value) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  TRY_ASSIGN(const std::string type, fields.text("keytype", word_bytes_max));
  TRY_ASSIGN(const std::string scheme, fields.text("scheme", word_bytes_max));
  TRY_ASSIGN(Fields keyval, fields_at(fields, "keyval"));
  const auto key = keyval.optional("public");  // types that are not known here may call it otherwise
  const auto* text = key ? key->value->as<std::string>() : nullptr;
  if (text == nullptr || text->size() > limits::tuf_key_bytes_max) return PublicKey{};
  return read_public_key(type, scheme, *text);
}

using Keys = std::map<std::string, PublicKey, std::less<>>;

Read<Keys> keys_of(const Located& value) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  Keys keys;
  for (const std::string& id : fields.names()) {
    TRY_ASSIGN(const Located key, fields.required(id));
    TRY_ASSIGN(keys[id], key_of(key));
  }
  return keys;
}

Read<Role> role_of(Fields& fields, const Keys& keys) {
  Role role;
  TRY_ASSIGN(role.threshold, number_at(fields, "threshold", 1));
  TRY_ASSIGN(const Located list, fields.required("keyids"));
  TRY_ASSIGN(const auto ids, list.entries(0, limits::tuf_role_keys_max));
  for (const Located& each : ids) {
    TRY_ASSIGN(const std::string id, each.text(word_bytes_max));
    const auto key = keys.find(id);
    if (!role.keys.emplace(id, key == keys.end() ? PublicKey{} : key->second).second)
      return bad_field(each.pointer, "the same key is named twice");
  }
  return role;
}

Read<Role> role_at(Fields& roles, std::string_view name, const Keys& keys) {
  TRY_ASSIGN(Fields fields, fields_at(roles, name));
  return role_of(fields, keys);
}

Read<MetaFile> meta_file_of(const Located& value) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  MetaFile file;
  TRY_ASSIGN(file.version, number_at(fields, "version", 1));
  if (const auto length = fields.optional("length")) {
    TRY_ASSIGN(file.length, length->whole(0, number_max));
  }
  if (const auto hashes = fields.optional("hashes")) {
    TRY_ASSIGN(file.hashes, hashes_of(*hashes));
  }
  return file;
}

Read<void> fill(Root& root, Fields& fields) {
  TRY_ASSIGN(root.consistent_snapshot, fields.truth("consistent_snapshot", false));
  TRY_ASSIGN(const Located keys_field, fields.required("keys"));
  TRY_ASSIGN(const Keys keys, keys_of(keys_field));
  TRY_ASSIGN(Fields roles, fields_at(fields, "roles"));
  TRY_ASSIGN(root.root, role_at(roles, root_role, keys));
  TRY_ASSIGN(root.timestamp, role_at(roles, timestamp_role, keys));
  TRY_ASSIGN(root.snapshot, role_at(roles, snapshot_role, keys));
  TRY_ASSIGN(root.targets, role_at(roles, targets_role, keys));
  return {};
}

Read<void> fill(Timestamp& timestamp, Fields& fields) {
  TRY_ASSIGN(Fields meta, fields_at(fields, "meta"));
  TRY_ASSIGN(const Located file, meta.required("snapshot.json"));
  TRY_ASSIGN(timestamp.snapshot, meta_file_of(file));
  return {};
}

Read<void> fill(Snapshot& snapshot, Fields& fields) {
  TRY_ASSIGN(Fields meta, fields_at(fields, "meta"));
  for (const std::string& name : meta.names()) {
    TRY_ASSIGN(const Located file, meta.required(name));
    TRY_ASSIGN(snapshot.files[name], meta_file_of(file));
  }
  return {};
}

Read<std::vector<std::string>> texts_at(Fields& fields, std::string_view name) {
  std::vector<std::string> texts;
  const auto list = fields.optional(name);
  if (!list) return texts;
  TRY_ASSIGN(const auto entries, list->entries(0, limits::tuf_role_paths_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(std::string text, any_text(entry, limits::tuf_path_bytes_max));
    texts.push_back(std::move(text));
  }
  return texts;
}

Read<Delegation> delegation_of(const Located& value, const Keys& keys) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  Delegation delegation;
  TRY_ASSIGN(delegation.name, fields.text("name", limits::tuf_role_name_bytes_max));
  for (const char* taken : {root_role, timestamp_role, snapshot_role, targets_role})
    if (delegation.name == taken) return bad_field(value.pointer + "/name", "a delegated role may not be called so");
  TRY_ASSIGN(delegation.role, role_of(fields, keys));
  TRY_ASSIGN(delegation.terminating, fields.truth("terminating", false));
  if (fields.optional("paths").has_value() == fields.optional("path_hash_prefixes").has_value())
    return bad_field(value.pointer, "either \"paths\" or \"path_hash_prefixes\" is needed here");
  TRY_ASSIGN(delegation.paths, texts_at(fields, "paths"));
  TRY_ASSIGN(delegation.path_hash_prefixes, texts_at(fields, "path_hash_prefixes"));
  return delegation;
}

Read<void> fill_delegations(Targets& targets, const Located& value) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  TRY_ASSIGN(const Located keys_field, fields.required("keys"));
  TRY_ASSIGN(const Keys keys, keys_of(keys_field));
  TRY_ASSIGN(const Located list, fields.required("roles"));
  TRY_ASSIGN(const auto roles, list.entries(0, limits::tuf_delegations_max));
  std::set<std::string> names;
  for (const Located& each : roles) {
    TRY_ASSIGN(Delegation delegation, delegation_of(each, keys));
    if (!names.insert(delegation.name).second) return bad_field(each.pointer, "the same role is named twice");
    targets.delegations.push_back(std::move(delegation));
  }
  return {};
}

Read<void> fill(Targets& targets, Fields& fields) {
  TRY_ASSIGN(Fields files, fields_at(fields, "targets"));
  for (const std::string& path : files.names()) {
    TRY_ASSIGN(Fields entry, fields_at(files, path));
    TargetFile file;
    TRY_ASSIGN(file.length, number_at(entry, "length", 0));
    TRY_ASSIGN(const Located hashes, entry.required("hashes"));
    TRY_ASSIGN(file.hashes, hashes_of(hashes));
    targets.files.emplace(path, std::move(file));
  }
  if (const auto delegations = fields.optional("delegations")) return fill_delegations(targets, *delegations);
  return {};
}

Read<UnixMs> expires_of(Fields& fields) {
  TRY_ASSIGN(const std::string text, fields.text("expires", word_bytes_max));
  const auto time = parse_utc_time(text);
  if (!time) return bad_field(fields.pointer() + "/expires", time.error().sentence);
  return *time;
}

template <class Content>
Read<Content> content_of(Fields& fields, std::string_view type) {
  TRY_ASSIGN(const std::string given, fields.text("_type", word_bytes_max));
  if (given != type) return bad_field(fields.pointer() + "/_type", "it must be " + std::string(type));
  TRY_ASSIGN(const std::string specification, fields.text("spec_version", word_bytes_max));
  if (!specification.starts_with("1."))
    return bad_field(fields.pointer() + "/spec_version", "only version 1 of TUF is known here");
  Content content;
  TRY_ASSIGN(content.version, number_at(fields, "version", 1));
  TRY_ASSIGN(content.expires, expires_of(fields));
  if (auto filled = fill(content, fields); !filled) return tl::unexpected(filled.error());
  return content;
}

Read<std::vector<NamedSignature>> signatures_of(Fields& document) {
  TRY_ASSIGN(const Located list, document.required("signatures"));
  TRY_ASSIGN(const auto entries, list.entries(0, limits::tuf_role_keys_max));
  std::vector<NamedSignature> signatures;
  std::set<std::string> ids;
  for (const Located& entry : entries) {
    TRY_ASSIGN(Fields fields, Fields::of(entry));
    NamedSignature signature;
    TRY_ASSIGN(signature.key_id, fields.text("keyid", word_bytes_max));
    if (!ids.insert(signature.key_id).second) return bad_field(entry.pointer, "the same key signs twice");
    TRY_ASSIGN(const Located hex, fields.required("sig"));
    TRY_ASSIGN(const std::string digits, any_text(hex, 2 * limits::tuf_signature_bytes_max));
    signature.bytes = bytes_from_hex(digits).value_or(Bytes{});
    signatures.push_back(std::move(signature));
  }
  return signatures;
}

template <class Content>
Read<Metadata<Content>> metadata_of(const SourceValue& value, std::string_view type) {
  TRY_ASSIGN(Fields document, Fields::of(Located{&value, ""}));
  TRY_ASSIGN(Fields fields, fields_at(document, "signed"));
  Metadata<Content> metadata;
  TRY_ASSIGN(metadata.content, content_of<Content>(fields, type));
  TRY_ASSIGN(metadata.proof.signatures, signatures_of(document));
  return metadata;
}

template <class Content>
Result<Metadata<Content>> parse_as(ByteView bytes, std::string_view type) {
  TRY_ASSIGN(const Json json, parse_json(bytes, place));
  const SourceValue value = source_value(json);
  auto metadata = metadata_of<Content>(value, type);
  if (!metadata) return tl::unexpected(to_error(metadata.error(), place));
  TRY_ASSIGN(metadata->proof.message, canonical_json(json["signed"]));
  return std::move(*metadata);
}

}  // namespace

template <>
Result<Metadata<Root>> parse_metadata(ByteView bytes) {
  return parse_as<Root>(bytes, root_role);
}
template <>
Result<Metadata<Timestamp>> parse_metadata(ByteView bytes) {
  return parse_as<Timestamp>(bytes, timestamp_role);
}
template <>
Result<Metadata<Snapshot>> parse_metadata(ByteView bytes) {
  return parse_as<Snapshot>(bytes, snapshot_role);
}
template <>
Result<Metadata<Targets>> parse_metadata(ByteView bytes) {
  return parse_as<Targets>(bytes, targets_role);
}

}  // namespace hornbook::delivery
