#include "sync/delivery/repository.hpp"

#include <algorithm>
#include <set>

#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/json_fields.hpp"
#include "sync/delivery/check.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "sync/delivery/names.hpp"
#include "sync/delivery/sign_metadata.hpp"
#include "sync/delivery/utc_time.hpp"

namespace hornbook::delivery {
namespace {

namespace fs = std::filesystem;
using pack::Json;
using Signers = std::vector<const SigningKey*>;

constexpr const char* place = "TUF repository";

Done make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) return {};
  return fail(ErrorCode::StorageFailure, place, folder.string() + ": " + error.message() + "; check the permissions");
}

// Each key once.
Signers signers_of(std::initializer_list<std::span<const SigningKey>> groups) {
  Signers signers;
  std::set<VerifyKey> seen;
  for (const auto& group : groups)
    for (const SigningKey& key : group)
      if (seen.insert(key.verify_key()).second) signers.push_back(&key);
  return signers;
}

Json new_content(const char* type, std::int64_t version, UnixMs expires) {
  return {{"_type", type}, {"spec_version", "1.0.33"}, {"version", version}, {"expires", to_utc_time(expires)}};
}

Done set_role(Json& root, const char* role, const KeyGroup& group) {
  const Signers signers = signers_of({group.keys});
  if (group.threshold < 1 || group.threshold > signers.size())
    return fail(ErrorCode::BadInput, place,
                "the threshold of " + std::string(role) + " must be from 1 to the number of its different keys");
  Json ids = Json::array();
  for (const SigningKey* key : signers) {
    const std::string id = key_id_of(key->verify_key());
    root["keys"][id] = key_json(key->verify_key());
    ids.push_back(id);
  }
  root["roles"][role] = {{"keyids", ids}, {"threshold", group.threshold}};
  return {};
}

Done set_publishers(Json& root, const KeyGroup& publishers) {
  for (const char* role : {targets_role, snapshot_role, timestamp_role}) TRY_DONE(set_role(root, role, publishers));
  return {};
}

void drop_unused_keys(Json& root) {
  std::set<std::string> used;
  for (const auto& [name, role] : root["roles"].items())
    for (const Json& id : role["keyids"]) used.insert(id.get<std::string>());
  Json keys = Json::object();
  for (const auto& [id, key] : root["keys"].items())
    if (used.contains(id)) keys[id] = key;
  root["keys"] = std::move(keys);
}

// A document of ours as JSON ("signed" alone) and as what it means.
template <class Content>
struct Kept {
  Json json;
  Content content;
};

template <class Content>
Result<Kept<Content>> read_kept(const fs::path& file, std::size_t bytes_max) {
  TRY_ASSIGN(const Bytes bytes, pack::read_file(file, bytes_max));
  TRY_ASSIGN(Metadata<Content> metadata, parse_metadata<Content>(bytes));
  TRY_ASSIGN(Json json, pack::parse_json(bytes, place));
  return Kept<Content>{std::move(json["signed"]), std::move(metadata.content)};
}

Result<Kept<Root>> newest_root(const fs::path& metadata) {
  const auto file_of = [&](std::int64_t version) { return metadata / metadata_address(root_role, version); };
  std::int64_t version = 1;
  std::error_code ignored;
  while (fs::exists(file_of(version + 1), ignored)) ++version;
  return read_kept<Root>(file_of(version), limits::tuf_root_bytes_max);
}

// Signed, and checked with the role that devices check it with.
template <class Content>
Result<Bytes> made(const Json& content, const Signers& signers, const Role& role, const char* name) {
  TRY_ASSIGN(Bytes document, sign_document(content, signers));
  TRY_ASSIGN(const Metadata<Content> metadata, parse_metadata<Content>(document));
  if (!check_signatures(metadata.proof, role, name))
    return fail(
        ErrorCode::NotAllowed, place,
        "these keys may not sign " + std::string(name) + ", or they are too few; give the keys that root names");
  return document;
}

// The three documents of one publication.
struct Publication {
  std::int64_t targets_version = 1, snapshot_version = 1;
  std::size_t target_count = 0;
  Bytes targets, snapshot, timestamp;
};

// Where the last publication stands; zeros before the first.
struct Versions {
  std::int64_t targets = 0, snapshot = 0, timestamp = 0;
};

Result<Versions> versions_of(const fs::path& metadata) {
  std::error_code ignored;
  if (!fs::exists(metadata / "timestamp.json", ignored)) return Versions{};
  TRY_ASSIGN(const auto timestamp, read_kept<Timestamp>(metadata / "timestamp.json", limits::tuf_timestamp_bytes_max));
  const std::int64_t version = timestamp.content.snapshot.version;
  TRY_ASSIGN(const auto snapshot,
             read_kept<Snapshot>(metadata / metadata_address(snapshot_role, version), limits::tuf_snapshot_bytes_max));
  const auto targets = snapshot.content.files.find("targets.json");
  if (targets == snapshot.content.files.end()) return fail(ErrorCode::Corrupt, place, "its snapshot lists no targets");
  return Versions{targets->second.version, version, timestamp.content.version};
}

// What was added since, by path: as in targets.json; null for what was removed. Nothing: no file.
Result<Json> added_targets(const fs::path& file) {
  const auto bytes = pack::read_file(file, limits::tuf_targets_bytes_max);
  if (!bytes && bytes.error().code == ErrorCode::NotFound) return Json::object();
  if (!bytes) return tl::unexpected(bytes.error());
  TRY_ASSIGN(Json json, pack::parse_json(*bytes, place));
  if (!json.is_object())
    return fail(ErrorCode::BadInput, place, file.string() + " is damaged; remove it and add again");
  return json;
}

Done write_added(const fs::path& folder, const Json& added) {
  const std::string list = added.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  return pack::write_file_durably(folder / "added.json", as_bytes(list));
}

Result<Json> targets_so_far(const fs::path& folder, std::int64_t version) {
  Json targets = Json::object();
  if (version > 0) {
    TRY_ASSIGN(auto kept, read_kept<Targets>(folder / "metadata" / metadata_address(targets_role, version),
                                             limits::tuf_targets_bytes_max));
    targets = std::move(kept.json["targets"]);
  }
  TRY_ASSIGN(const Json added, added_targets(folder / "added.json"));
  for (const auto& [path, file] : added.items()) {
    if (file.is_null())
      targets.erase(path);
    else
      targets[path] = file;
  }
  return targets;
}

Json listed(const Bytes& document, std::int64_t version) {
  Json file = file_json(document);
  file["version"] = version;
  return file;
}

Result<Publication> next_publication(const fs::path& folder, const Root& root, std::span<const SigningKey> keys,
                                     UnixMs expires, std::int64_t version_min = 1) {
  TRY_ASSIGN(const Versions before, versions_of(folder / "metadata"));
  const auto after = [&](std::int64_t version) { return std::max(version + 1, version_min); };
  const Signers signers = signers_of({keys});
  Publication next;
  next.targets_version = after(before.targets);
  next.snapshot_version = after(before.snapshot);
  Json targets = new_content(targets_role, next.targets_version, expires);
  TRY_ASSIGN(targets["targets"], targets_so_far(folder, before.targets));
  next.target_count = targets["targets"].size();
  TRY_ASSIGN(next.targets, made<Targets>(targets, signers, root.targets, targets_role));
  Json snapshot = new_content(snapshot_role, next.snapshot_version, expires);
  snapshot["meta"]["targets.json"] = listed(next.targets, next.targets_version);
  TRY_ASSIGN(next.snapshot, made<Snapshot>(snapshot, signers, root.snapshot, snapshot_role));
  Json timestamp = new_content(timestamp_role, after(before.timestamp), expires);
  timestamp["meta"]["snapshot.json"] = listed(next.snapshot, next.snapshot_version);
  TRY_ASSIGN(next.timestamp, made<Timestamp>(timestamp, signers, root.timestamp, timestamp_role));
  return next;
}

Done write_publication(const fs::path& folder, const Publication& next) {
  const fs::path metadata = folder / "metadata";
  TRY_DONE(pack::write_file_durably(metadata / metadata_address(targets_role, next.targets_version), next.targets));
  TRY_DONE(pack::write_file_durably(metadata / metadata_address(snapshot_role, next.snapshot_version), next.snapshot));
  TRY_DONE(pack::write_file_durably(metadata / metadata_address(timestamp_role, 0), next.timestamp));
  std::error_code ignored;  // adding twice does no harm
  fs::remove(folder / "added.json", ignored);
  return {};
}

Result<Root> root_meant_by(const Bytes& document) {
  TRY_ASSIGN(Metadata<Root> metadata, parse_metadata<Root>(document));
  return std::move(metadata.content);
}

Done write_root(const fs::path& folder, const Root& root, const Bytes& document) {
  return pack::write_file_durably(folder / "metadata" / metadata_address(root_role, root.version), document);
}

}  // namespace

Result<Repository> Repository::create(const fs::path& folder, const KeyGroup& root, UnixMs root_expires,
                                      const KeyGroup& publishers, UnixMs expires) {
  std::error_code ignored;
  if (fs::exists(folder / "metadata", ignored))
    return fail(ErrorCode::NotAllowed, place, folder.string() + " holds a repository already; choose another folder");
  Json content = new_content(root_role, 1, root_expires);
  content["consistent_snapshot"] = true;
  TRY_DONE(set_role(content, root_role, root));
  TRY_DONE(set_publishers(content, publishers));
  TRY_ASSIGN(const Bytes document, sign_document(content, signers_of({root.keys})));
  TRY_ASSIGN(const Root meant, root_meant_by(document));
  TRY_ASSIGN(const Publication first, next_publication(folder, meant, publishers.keys, expires));
  TRY_DONE(make_folder(folder / "metadata"));
  TRY_DONE(make_folder(folder / "targets"));
  TRY_DONE(write_root(folder, meant, document));
  TRY_DONE(write_publication(folder, first));
  return Repository(folder);
}

Result<Repository> Repository::open(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(folder / "metadata" / "1.root.json", ignored))
    return fail(ErrorCode::NotFound, place, folder.string() + " holds no repository; make one with `repo init`");
  return Repository(folder);
}

Done Repository::add(std::string_view path, ByteView bytes) {
  if (bytes.size() > limits::tuf_target_bytes_max)
    return fail(ErrorCode::LimitExceeded, place, std::string(path) + " is larger than a device takes");
  const Json file = file_json(bytes);
  TRY_ASSIGN(const std::string address, target_address(path, file["hashes"]["sha256"].get<std::string>()));
  TRY_ASSIGN(Json added, added_targets(folder_ / "added.json"));
  added[std::string(path)] = file;
  const fs::path target = folder_ / "targets" / address;
  TRY_DONE(make_folder(target.parent_path()));
  TRY_DONE(pack::write_file_durably(target, bytes));
  return write_added(folder_, added);
}

Done Repository::remove(std::string_view path) {
  TRY_ASSIGN(Json added, added_targets(folder_ / "added.json"));
  added[std::string(path)] = nullptr;
  return write_added(folder_, added);
}

Result<std::vector<std::string>> Repository::paths() const {
  TRY_ASSIGN(const Versions published, versions_of(folder_ / "metadata"));
  TRY_ASSIGN(const Json targets, targets_so_far(folder_, published.targets));
  std::vector<std::string> paths;
  for (const auto& [path, file] : targets.items()) paths.push_back(path);
  return paths;
}

Result<Repository::Expiry> Repository::expiry() const {
  TRY_ASSIGN(const auto root, newest_root(folder_ / "metadata"));
  TRY_ASSIGN(const auto timestamp,
             read_kept<Timestamp>(folder_ / "metadata" / "timestamp.json", limits::tuf_timestamp_bytes_max));
  return Expiry{root.content.expires, timestamp.content.expires};
}

Result<Repository::Published> Repository::publish(std::span<const SigningKey> keys, UnixMs expires,
                                                  std::int64_t version_min) {
  TRY_ASSIGN(const auto root, newest_root(folder_ / "metadata"));
  TRY_ASSIGN(const Publication next, next_publication(folder_, root.content, keys, expires, version_min));
  TRY_DONE(write_publication(folder_, next));
  return Published{next.targets_version, next.target_count};
}

Done Repository::rotate(std::span<const SigningKey> old_root, const KeyGroup& new_root, UnixMs root_expires,
                        const KeyGroup& new_publishers, UnixMs expires) {
  TRY_ASSIGN(auto before, newest_root(folder_ / "metadata"));
  Json& content = before.json;
  content["version"] = before.content.version + 1;
  content["expires"] = to_utc_time(root_expires);
  if (!new_root.keys.empty()) TRY_DONE(set_role(content, root_role, new_root));
  if (!new_publishers.keys.empty()) TRY_DONE(set_publishers(content, new_publishers));
  drop_unused_keys(content);
  // All keys of a new root sign, so that its own threshold is met; the old one's is to be seen.
  const Signers signers = signers_of({old_root, new_root.keys});
  TRY_ASSIGN(const Bytes document, made<Root>(content, signers, before.content.root, root_role));
  TRY_ASSIGN(const Root after, root_meant_by(document));
  if (new_publishers.keys.empty()) return write_root(folder_, after, document);
  TRY_ASSIGN(const Publication next, next_publication(folder_, after, new_publishers.keys, expires));
  TRY_DONE(write_root(folder_, after, document));
  return write_publication(folder_, next);
}

}  // namespace hornbook::delivery
