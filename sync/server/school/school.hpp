// An open school: its data folder, its keys, its store. Everything of the server works on one of these.
// Thread rule: one thread at a time; the web server holds a lock around it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "runtime/core/crypto.hpp"
#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"
#include "runtime/pack/pack.hpp"
#include "sync/link/http_server.hpp"
#include "sync/server/store/database.hpp"
#include "sync/server/store/vault.hpp"

namespace hornbook::server {

struct SchoolOpening {
  std::filesystem::path data_directory;
  std::optional<std::filesystem::path> key_file;  // none: where `create` put it
};

// Names for School::setting().
inline constexpr std::string_view backup_setting = "backup";    // none, or mirrored: the storage keeps a second copy
inline constexpr std::string_view address_setting = "address";  // URL where the server last listened

inline constexpr std::uint64_t default_grace_ms = 30ull * 24 * 60 * 60'000;

// Where the master key of the school in this folder lies: where it was asked for, else where `create` put it.
[[nodiscard]] Result<std::filesystem::path> key_file_of_school(const SchoolOpening& opening);

class School {
 public:
  // Makes the folder, the master key, the school's keys and its TLS identity. BadInput when a school is there already.
  [[nodiscard]] static Result<School> create(const SchoolOpening& opening, std::string_view name, UnixMs now_ms);
  // NotFound when there is no school, Corrupt when the master key is not the one of this school.
  [[nodiscard]] static Result<School> open(const SchoolOpening& opening);
  // Nothing when the school in this folder was made with this master key. NotFound when there is no school, NotAllowed
  // when it was not.
  [[nodiscard]] static Done is_of(const SchoolOpening& opening, const SecretKey& master);

  [[nodiscard]] Database& database() { return database_; }
  [[nodiscard]] const Vault& vault() const { return vault_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const SigningKey& signing_key() const { return signing_; }
  [[nodiscard]] const BoxKey& ingest_key() const { return ingest_; }
  [[nodiscard]] const link::TlsIdentity& tls() const { return tls_; }
  // Grows with each restore from a backup, so that devices send again what the backup lacks: the time of the making in
  // milliseconds, and 16 random bits.
  [[nodiscard]] std::uint64_t generation() const { return generation_; }
  // For a data folder that was put back from a copy: a generation greater than the copy's, and than all that came after
  // it unless the clock went back.
  [[nodiscard]] Done begin_generation(UnixMs now_ms);
  [[nodiscard]] std::filesystem::path packs_directory() const { return data_directory_ / "packs"; }
  [[nodiscard]] std::filesystem::path delivery_directory() const { return data_directory_ / "delivery"; }
  [[nodiscard]] const std::filesystem::path& data_directory() const { return data_directory_; }

  [[nodiscard]] Result<std::optional<std::string>> setting(std::string_view name);
  [[nodiscard]] Done put_setting(std::string_view name, std::string_view value);
  // The publishers whose packs the school accepts, and its devices with it.
  [[nodiscard]] Result<pack::Trust> pack_trust();
  // How long a device keeps what is stored here and not backed up; default_grace_ms when never set, 0: for ever.
  [[nodiscard]] Result<std::uint64_t> deletion_grace_ms();
  // Both are told to every device; a change gives the rules a new version.
  [[nodiscard]] Done put_pack_trust(const pack::Trust& trust);
  [[nodiscard]] Done put_deletion_grace_ms(std::uint64_t grace_ms);
  [[nodiscard]] Result<std::uint64_t> rules_version();

 private:
  [[nodiscard]] Done count_change_of_rules();
  School(std::filesystem::path data_directory, Database database, Vault vault, SigningKey signing, BoxKey ingest);
  [[nodiscard]] static Result<School> load(const std::filesystem::path& data_directory, Database database, Vault vault);

  std::filesystem::path data_directory_;
  Database database_;
  Vault vault_;
  SigningKey signing_;
  BoxKey ingest_;
  link::TlsIdentity tls_;
  std::string name_;
  std::uint64_t generation_ = 0;
};

}  // namespace hornbook::server
