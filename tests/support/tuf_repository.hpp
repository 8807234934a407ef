// A repository of The Update Framework in memory, signed with Ed25519, of which a test can bend every part.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "runtime/core/crypto.hpp"
#include "runtime/core/time.hpp"
#include "sync/delivery/ports.hpp"

namespace hornbook::test {

// Trusted metadata in memory.
class TrustedMemory final : public delivery::TrustedMetadata {
 public:
  Result<std::optional<Bytes>> read(std::string_view role, std::size_t bytes_max) override;
  Done write(std::string_view role, ByteView bytes) override;
  Done remove(std::string_view role) override;
  // 0: nothing is kept.
  [[nodiscard]] std::int64_t version(const std::string& role) const;
  [[nodiscard]] std::set<std::string> roles() const;

  std::map<std::string, Bytes, std::less<>> kept;
  std::optional<std::string> refuses;  // to keep this role
};

class TufRepository final : public delivery::FileSource {
 public:
  using Json = nlohmann::json;
  static constexpr UnixMs now = 1'800'000'000'000;  // 2027-01-15T08:00:00Z
  static constexpr const char* future = "2030-01-01T00:00:00Z";
  static constexpr const char* past = "2027-01-15T08:00:00Z";  // this very moment is too late

  // Version 1 of each of the four roles, each with one key and a threshold of 1.
  TufRepository();

  // "signed" of a role as it will be published next.
  [[nodiscard]] Json& of(const std::string& role) { return roles_.at(role).content; }
  // The keys that will sign it, by number; key(n) makes them, the same each time.
  [[nodiscard]] std::vector<int>& signers(const std::string& role) { return roles_.at(role).signers; }
  [[nodiscard]] static SigningKey key(int number);
  [[nodiscard]] static std::string key_id(int number);
  [[nodiscard]] static Json key_json(int number);

  // Who may sign one of the four roles: in root, and as its signers. Root is published by the test.
  void assign(const std::string& role, const std::vector<int>& keys, int threshold);
  // Gives `delegator` one more delegation. `fields`: "paths" or "path_hash_prefixes", "terminating".
  void delegate(const std::string& delegator, const std::string& role, int signer, Json fields);
  // A target and its bytes, listed by `role`.
  void add_target(const std::string& role, const std::string& path, std::string_view bytes);

  // Publishes one role: the next version, listed in the snapshot or timestamp as it will be published next.
  void publish(const std::string& role);
  void publish_all(const std::vector<std::string>& roles);
  void republish();  // targets, snapshot, timestamp
  // The document of a role as it would be published, without publishing it.
  [[nodiscard]] Bytes signed_document(const std::string& role) const;

  Result<Bytes> fetch(std::string_view address, std::size_t bytes_max) override;

  std::map<std::string, Bytes, std::less<>> files;               // by address
  std::vector<std::string> asked;                                // addresses in order
  std::size_t largest_read = 0;                                  // of all answers, in bytes
  std::function<std::optional<Bytes>(std::string_view)> mirror;  // answers in place of the files

 private:
  struct RoleState {
    Json content;
    std::vector<int> signers;
  };
  std::map<std::string, RoleState> roles_;
};

[[nodiscard]] Bytes bytes_of(std::string_view text);

}  // namespace hornbook::test
