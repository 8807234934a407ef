// TUF metadata as values (TUF 1.0.33, section 4). Reading it checks its shape alone; whether it may be believed is
// decided by signatures.hpp and client.hpp. Fields that nobody here knows are kept in what was signed and passed over.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "runtime/core/time.hpp"
#include "sync/delivery/public_key.hpp"

namespace hornbook::delivery {

// The names of the four roles that every repository has; no delegation may take one of them.
inline constexpr const char* root_role = "root";
inline constexpr const char* timestamp_role = "timestamp";
inline constexpr const char* snapshot_role = "snapshot";
inline constexpr const char* targets_role = "targets";

// Who signs for a role: keys by their ids, and how many of them must. The threshold may be out of reach.
struct Role {
  std::map<std::string, PublicKey, std::less<>> keys;
  std::int64_t threshold = 1;
};

// By algorithm ("sha256"), in lower-case hexadecimal.
using Hashes = std::map<std::string, std::string, std::less<>>;

struct MetaFile {
  std::int64_t version = 1;
  std::optional<std::int64_t> length;  // bytes
  Hashes hashes;
};

struct TargetFile {
  std::int64_t length = 0;  // bytes
  Hashes hashes;            // at least one
};

struct Root {
  std::int64_t version = 1;
  UnixMs expires = 0;
  bool consistent_snapshot = false;
  Role root, timestamp, snapshot, targets;
};

struct Timestamp {
  std::int64_t version = 1;
  UnixMs expires = 0;
  MetaFile snapshot;
};

struct Snapshot {
  std::int64_t version = 1;
  UnixMs expires = 0;
  std::map<std::string, MetaFile, std::less<>> files;  // by their names: "targets.json"
};

// Either patterns of paths, or the first digits of a path's SHA-256.
struct Delegation {
  std::string name;
  Role role;
  bool terminating = false;
  std::vector<std::string> paths;
  std::vector<std::string> path_hash_prefixes;
};

struct Targets {
  std::int64_t version = 1;
  UnixMs expires = 0;
  std::map<std::string, TargetFile, std::less<>> files;  // by path
  std::vector<Delegation> delegations;                   // in the order of their rank
};

struct NamedSignature {
  std::string key_id;
  Bytes bytes;  // none: it was not hexadecimal
};

// What the signatures are over, and they themselves; no key id stands there twice.
struct Signed {
  std::string message;  // canonical JSON
  std::vector<NamedSignature> signatures;
};

template <class Content>
struct Metadata {
  Content content;
  Signed proof;
};

// BadInput, naming the field, when it is malformed, of another type, of another major version of the specification, or
// names a key id twice; LimitExceeded beyond delivery_limits.hpp.
template <class Content>
[[nodiscard]] Result<Metadata<Content>> parse_metadata(ByteView bytes);
template <>
[[nodiscard]] Result<Metadata<Root>> parse_metadata(ByteView bytes);
template <>
[[nodiscard]] Result<Metadata<Timestamp>> parse_metadata(ByteView bytes);
template <>
[[nodiscard]] Result<Metadata<Snapshot>> parse_metadata(ByteView bytes);
template <>
[[nodiscard]] Result<Metadata<Targets>> parse_metadata(ByteView bytes);

}  // namespace hornbook::delivery
