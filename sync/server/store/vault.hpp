// What stands between the disk and the children's data: a master key from a key file, and under it one data key for
// each learner. What this protects, and what it does not: sync/server/STORE.md.
// Thread rule: immutable after construction, safe from any thread.
#pragma once

#include <filesystem>
#include <string_view>

#include "runtime/core/crypto.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::server {

// The master key's file. Reading: NotFound when there is none, BadInput when it is none of ours. Writing: BadInput when
// one is there already.
[[nodiscard]] Result<SecretKey> read_key_file(const std::filesystem::path& file);
[[nodiscard]] Done write_key_file(const std::filesystem::path& file, const SecretKey& master);

class Vault {
 public:
  // Makes a new master key and writes it, readable by its owner alone. BadInput when the file exists already: a key
  // that is overwritten takes the school's data with it.
  [[nodiscard]] static Result<Vault> create(const std::filesystem::path& key_file);
  // NotFound when there is no key file, BadInput when it is none of ours.
  [[nodiscard]] static Result<Vault> open(const std::filesystem::path& key_file);
  [[nodiscard]] static Vault of(const SecretKey& master) { return Vault(master); }

  // For the school's own secrets and for what belongs to no learner. `place` names the table and row, so that a sealed
  // value cannot be moved to another.
  [[nodiscard]] Bytes seal(std::string_view place, ByteView plain) const;
  [[nodiscard]] Result<Bytes> open_sealed(std::string_view place, ByteView sealed) const;

  // A learner's data key, wrapped; without it what is stored of the learner is noise.
  [[nodiscard]] Bytes wrap(const LearnerId& learner, const SecretKey& data_key) const;
  [[nodiscard]] Result<SecretKey> unwrap(const LearnerId& learner, ByteView wrapped) const;

  // For events of a station itself, which concern no learner.
  [[nodiscard]] SecretKey station_key() const { return derive_key(values_, "srvstatn"); }

  // Finds a row by an outside identifier without storing it: BLAKE2b under a key of the vault.
  [[nodiscard]] Hash fingerprint(std::string_view purpose, std::string_view text) const;

 private:
  explicit Vault(const SecretKey& master);
  SecretKey values_;
  SecretKey learners_;
  SecretKey fingerprints_;
};

}  // namespace hornbook::server
