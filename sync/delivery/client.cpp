#include "sync/delivery/client.hpp"

#include <algorithm>
#include <set>

#include "runtime/core/crypto_plain.hpp"
#include "sync/delivery/check.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "sync/delivery/names.hpp"
#include "sync/delivery/path_pattern.hpp"

namespace hornbook::delivery {
namespace {

constexpr const char* place = "TUF client";

Done not_expired(UnixMs expires, UnixMs now, std::string_view role_name) {
  if (expires > now) return {};
  return fail(ErrorCode::NotAllowed, place,
              std::string(role_name) + " has expired; what is installed stays, nothing new is taken");
}

tl::unexpected<Error> goes_back(std::string_view what) {
  return fail(ErrorCode::NotAllowed, place,
              std::string(what) + " is older than what was seen before; it was not taken, try another source");
}

// Every file that was listed is still listed, in no earlier version (5.5.5).
Done not_behind(const Snapshot& before, const Snapshot& after) {
  for (const auto& [name, file] : before.files) {
    const auto found = after.files.find(name);
    if (found == after.files.end() || found->second.version < file.version) return goes_back(name);
  }
  return {};
}

bool is_delegated(const Delegation& delegation, std::string_view path) {
  if (std::any_of(delegation.paths.begin(), delegation.paths.end(),
                  [&](const std::string& pattern) { return matches_path_pattern(path, pattern); }))
    return true;
  if (delegation.path_hash_prefixes.empty()) return false;
  const std::string digest = to_hex(sha256(as_bytes(path)));
  return std::any_of(delegation.path_hash_prefixes.begin(), delegation.path_hash_prefixes.end(),
                     [&](const std::string& prefix) { return digest.starts_with(prefix); });
}

// A role that the search has yet to look into, with who must have signed it.
struct Candidate {
  std::string name;
  Role role;
};

// The delegations of `targets` that may have `path` go on top of the stack, the first one uppermost. A terminating one
// is the last that is looked into at all.
void push_delegations(std::vector<Candidate>& stack, Targets& targets, std::string_view path) {
  std::vector<Candidate> found;
  for (Delegation& delegation : targets.delegations) {
    if (!is_delegated(delegation, path)) continue;
    found.push_back({std::move(delegation.name), std::move(delegation.role)});
    if (!delegation.terminating) continue;
    stack.clear();
    break;
  }
  std::move(found.rbegin(), found.rend(), std::back_inserter(stack));
}

std::size_t length_bound(std::optional<std::int64_t> length, std::size_t bytes_max) {
  return length ? std::min(static_cast<std::size_t>(*length), bytes_max) : bytes_max;
}

template <class Content>
constexpr std::size_t bytes_max_of = limits::tuf_targets_bytes_max;
template <>
constexpr std::size_t bytes_max_of<Timestamp> = limits::tuf_timestamp_bytes_max;
template <>
constexpr std::size_t bytes_max_of<Snapshot> = limits::tuf_snapshot_bytes_max;

// The hash that a target's address begins with (5.7.3); empty without consistent snapshots.
std::string address_hash(const TargetFile& target, bool consistent_snapshot) {
  if (!consistent_snapshot) return {};
  const auto found = target.hashes.contains("sha256") ? target.hashes.find("sha256") : target.hashes.find("sha512");
  return found == target.hashes.end() ? std::string() : found->second;
}

}  // namespace

Result<Client> Client::update(FileSource& metadata, TrustedMetadata& trusted, UnixMs now) {
  TRY_ASSIGN(Root root, update_root(metadata, trusted, now));
  Client client(metadata, trusted, now, std::move(root));
  TRY_DONE(client.update_timestamp());
  TRY_DONE(client.update_snapshot());
  TRY_DONE(client.targets_of(targets_role, client.root_.targets));
  return client;
}

// What is kept of `role_name`, when today's keys still vouch for it: the measure for going back. It may have expired.
template <class Content>
Result<std::optional<Content>> Client::trusted_before(std::string_view role_name, const Role& role) const {
  TRY_ASSIGN(const auto bytes, trusted_->read(role_name, bytes_max_of<Content>));
  if (!bytes) return std::optional<Content>();
  auto metadata = parse_metadata<Content>(*bytes);
  if (!metadata || !check_signatures(metadata->proof, role, role_name)) return std::optional<Content>();
  return std::optional<Content>(std::move(metadata->content));
}

// Everything that makes `bytes` the file which `expected` speaks of, signed by `role` and not expired.
template <class Content>
Result<Content> Client::accept(ByteView bytes, const MetaFile& expected, std::string_view role_name,
                               const Role& role) const {
  TRY_DONE(check_bytes(bytes, expected.length, expected.hashes, role_name));
  TRY_ASSIGN(Metadata<Content> metadata, parse_metadata<Content>(bytes));
  TRY_DONE(check_signatures(metadata.proof, role, role_name));
  if (metadata.content.version != expected.version)
    return fail(ErrorCode::NotAllowed, place, std::string(role_name) + " is of another version than was announced");
  TRY_DONE(not_expired(metadata.content.expires, now_, role_name));
  return std::move(metadata.content);
}

Result<Bytes> Client::fetch_metadata(std::string_view role_name, const MetaFile& expected,
                                     std::size_t bytes_max) const {
  const std::int64_t version = root_.consistent_snapshot ? expected.version : 0;
  return source_->fetch(metadata_address(role_name, version), length_bound(expected.length, bytes_max));
}

// 5.4. The same version again says nothing new, whatever else it says: the one that is kept goes on to hold.
Done Client::update_timestamp() {
  TRY_ASSIGN(auto before, trusted_before<Timestamp>(timestamp_role, root_.timestamp));
  TRY_ASSIGN(const Bytes bytes, source_->fetch(metadata_address(timestamp_role, 0), bytes_max_of<Timestamp>));
  TRY_ASSIGN(Metadata<Timestamp> metadata, parse_metadata<Timestamp>(bytes));
  TRY_DONE(check_signatures(metadata.proof, root_.timestamp, timestamp_role));
  const bool is_same = before && metadata.content.version == before->version;
  timestamp_ = is_same ? std::move(*before) : std::move(metadata.content);
  if (before && !is_same && timestamp_.version < before->version) return goes_back(timestamp_role);
  if (before && !is_same && timestamp_.snapshot.version < before->snapshot.version) return goes_back(snapshot_role);
  TRY_DONE(not_expired(timestamp_.expires, now_, timestamp_role));
  return is_same ? Done() : trusted_->write(timestamp_role, bytes);
}

// 5.5
Done Client::update_snapshot() {
  TRY_ASSIGN(const auto kept, trusted_->read(snapshot_role, bytes_max_of<Snapshot>));
  if (kept) {
    if (auto still_good = accept<Snapshot>(*kept, timestamp_.snapshot, snapshot_role, root_.snapshot)) {
      snapshot_ = std::move(*still_good);
      return {};
    }
  }
  TRY_ASSIGN(const auto before, trusted_before<Snapshot>(snapshot_role, root_.snapshot));
  TRY_ASSIGN(const Bytes bytes, fetch_metadata(snapshot_role, timestamp_.snapshot, bytes_max_of<Snapshot>));
  TRY_ASSIGN(snapshot_, accept<Snapshot>(bytes, timestamp_.snapshot, snapshot_role, root_.snapshot));
  if (before) TRY_DONE(not_behind(*before, snapshot_));
  return trusted_->write(snapshot_role, bytes);
}

// 5.6.1 to 5.6.6, of the top-level role as of a delegated one.
Result<Targets> Client::targets_of(const std::string& role_name, const Role& role) {
  const auto expected = snapshot_.files.find(role_name + ".json");
  if (expected == snapshot_.files.end())
    return fail(ErrorCode::NotAllowed, place, "the snapshot does not list " + role_name + "; it was not taken");
  TRY_ASSIGN(const auto kept, trusted_->read(role_name, bytes_max_of<Targets>));
  if (kept) {
    if (auto still_good = accept<Targets>(*kept, expected->second, role_name, role)) return std::move(*still_good);
  }
  TRY_ASSIGN(const Bytes bytes, fetch_metadata(role_name, expected->second, bytes_max_of<Targets>));
  TRY_ASSIGN(Targets targets, accept<Targets>(bytes, expected->second, role_name, role));
  TRY_DONE(trusted_->write(role_name, bytes));
  return targets;
}

Result<TargetFile> Client::find(std::string_view path) {
  std::vector<Candidate> stack{{targets_role, root_.targets}};
  std::set<std::string> visited;
  while (!stack.empty() && visited.size() < limits::tuf_roles_visited_max) {
    const Candidate candidate = std::move(stack.back());
    stack.pop_back();
    if (!visited.insert(candidate.name).second) continue;
    TRY_ASSIGN(Targets targets, targets_of(candidate.name, candidate.role));
    if (const auto found = targets.files.find(path); found != targets.files.end()) return found->second;
    push_delegations(stack, targets, path);
  }
  return fail(ErrorCode::NotFound, place, "no trusted role has the target " + std::string(path) + "; check its name");
}

Result<Bytes> Client::fetch(FileSource& files, std::string_view path, const TargetFile& target) const {
  TRY_ASSIGN(const std::string address, target_address(path, address_hash(target, root_.consistent_snapshot)));
  if (static_cast<std::size_t>(target.length) > limits::tuf_target_bytes_max)
    return fail(ErrorCode::LimitExceeded, place, std::string(path) + " is larger than this device takes");
  TRY_ASSIGN(Bytes bytes, files.fetch(address, static_cast<std::size_t>(target.length)));
  TRY_DONE(check_bytes(bytes, target.length, target.hashes, path));
  return bytes;
}

}  // namespace hornbook::delivery
