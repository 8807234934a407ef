// What each command of hornbook-server does with its options. All print on stdout; errors come back as values.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sync/server/school/school.hpp"

namespace hornbook::platform {

struct SchoolPlace {
  std::filesystem::path data_directory;
  std::filesystem::path key_file;  // empty: where the school keeps it
};
[[nodiscard]] server::SchoolOpening opening_of(const SchoolPlace& place);

struct InitOptions {
  std::string school;
  std::string administrator;
  std::filesystem::path password_file;
  std::string backup = "none";  // or "mirrored"
  std::optional<std::int64_t> grace_days;
};
[[nodiscard]] Done run_init(const InitOptions& options, const SchoolPlace& place);

struct ServeOptions {
  std::string listen;
  bool plain = false;
};
[[nodiscard]] Done run_serve(const ServeOptions& options, const SchoolPlace& place);

struct BackupOptions {
  std::string copy;  // empty: as it is
  std::optional<std::int64_t> grace_days;
};
[[nodiscard]] Done run_backup(const BackupOptions& options, const SchoolPlace& place, bool json);

struct KeyBackupOptions {
  std::filesystem::path file;  // restoring: empty when the key came back with the data, or as a kit
  std::string kit;             // restoring: a file of typed shares, or "-" for what is typed now
  std::filesystem::path passphrase_file;
};
[[nodiscard]] Done run_keys_backup(const KeyBackupOptions& options, const SchoolPlace& place);
[[nodiscard]] Done run_keys_restore(const KeyBackupOptions& options, const SchoolPlace& place);
struct RecoveryKitOptions {
  std::filesystem::path out;  // a folder
  std::size_t shares = 3;
  std::size_t threshold = 2;
};
[[nodiscard]] Done run_recovery_kit(const RecoveryKitOptions& options, const SchoolPlace& place);
// The master key from a person's shares, in a file or typed ("-").
[[nodiscard]] Result<SecretKey> read_recovery_kit(const std::string& source);
[[nodiscard]] Done run_keys_rotate(const SchoolPlace& place);
[[nodiscard]] Done run_keys_list(const SchoolPlace& place, bool json);
[[nodiscard]] Done run_keys_retire(const SchoolPlace& place, std::uint64_t number, bool all_the_same);
// A bundle for a device without a link that has a key which the school does not have.
[[nodiscard]] Done run_keys_tell(const SchoolPlace& place, const std::string& device, const std::filesystem::path& out);
[[nodiscard]] Done run_device_list(const SchoolPlace& place, bool json);
[[nodiscard]] Done run_device_revoke(const SchoolPlace& place, const std::string& name);

struct EnrolOptions {
  std::string device;
  std::string profile;
  std::string url;  // empty: where the server last listened
  std::int64_t valid_hours = 72;
  std::vector<std::string> classes;
  std::filesystem::path out;
  std::filesystem::path qr;  // a PNG of the file's text as a QR code; empty: none
};
[[nodiscard]] Done run_enrol(const EnrolOptions& options, const SchoolPlace& place);

struct BundleImportOptions {
  std::vector<std::filesystem::path> files;
  std::filesystem::path reply;
  std::filesystem::path reply_to;  // a folder: answers for the devices of a stick
};
[[nodiscard]] Done run_bundle_import(const BundleImportOptions& options, const SchoolPlace& place);

struct PackAddOptions {
  std::filesystem::path file;
  std::filesystem::path root;
};
[[nodiscard]] Done run_packs_add(const PackAddOptions& options, const SchoolPlace& place);
[[nodiscard]] Done run_calibrate(const SchoolPlace& place, bool json);
[[nodiscard]] Done run_packs_list(const SchoolPlace& place, bool json);
[[nodiscard]] Done run_packs_revoke(const SchoolPlace& place, const std::string& hash);

[[nodiscard]] Done run_roster_import(const SchoolPlace& place, const std::filesystem::path& source, bool json);
[[nodiscard]] Done run_roster_list(const SchoolPlace& place, bool json);
[[nodiscard]] Done run_class_lease(const SchoolPlace& place, const std::string& title,
                                   const std::filesystem::path& passphrase_file);
[[nodiscard]] Done run_class_assign(const SchoolPlace& place, const std::string& title, const std::string& device);
[[nodiscard]] Done run_teacher_add(const SchoolPlace& place, const std::string& user,
                                   const std::filesystem::path& password_file, const std::vector<std::string>& classes);

// Learners by the roster's id. The sheet is a secret until it is cut.
[[nodiscard]] Done run_badge_sheet(const SchoolPlace& place, const std::string& title,
                                   const std::filesystem::path& out);
[[nodiscard]] Done run_badge_renew(const SchoolPlace& place, const std::string& source,
                                   const std::filesystem::path& out);
[[nodiscard]] Done run_badge_revoke(const SchoolPlace& place, const std::string& source);

struct FamilyOptions {
  std::string name;
  std::vector<std::string> learners;  // the roster's ids
  std::filesystem::path passphrase_file;
  std::string device;          // of revoke: empty for all of them
  bool small_devices = false;  // with less than 1 GiB of memory
};
[[nodiscard]] Done run_family_make(const SchoolPlace& place, const FamilyOptions& options);
[[nodiscard]] Done run_family_assign(const SchoolPlace& place, const FamilyOptions& options);
[[nodiscard]] Done run_family_passphrase(const SchoolPlace& place, const FamilyOptions& options);
[[nodiscard]] Done run_family_revoke(const SchoolPlace& place, const FamilyOptions& options);
[[nodiscard]] Done run_family_list(const SchoolPlace& place);

[[nodiscard]] Done run_experiment_declare(const SchoolPlace& place, const std::filesystem::path& file);
struct ExperimentStartOptions {
  std::string experiment;
  std::string by, basis, until;
  std::optional<std::uint16_t> second_permille;
  bool everyone = false;
  std::filesystem::path consented;  // a list of learners; empty with `everyone`
};
[[nodiscard]] Done run_experiment_start(const SchoolPlace& place, const ExperimentStartOptions& options);
[[nodiscard]] Done run_experiment_stop(const SchoolPlace& place, const std::string& experiment, const std::string& by);
struct ExperimentConsentOptions {
  std::string experiment;
  std::string by;
  std::filesystem::path learners;
  bool withdrawn = false;
};
[[nodiscard]] Done run_experiment_consent(const SchoolPlace& place, const ExperimentConsentOptions& options);
[[nodiscard]] Done run_experiment_list(const SchoolPlace& place, bool json);
// Of the school's learners as a whole, never of one.
[[nodiscard]] Done run_experiment_show(const SchoolPlace& place, const std::string& experiment, bool json);

struct RelayOptions {
  std::filesystem::path data_directory;
  std::string listen;
  std::vector<std::string> schools;  // URLs; empty: every school whose card is here
  std::vector<std::filesystem::path> cards;
  bool show = false;  // only print the relay's own card
  std::string url;    // of the relay, on its card; empty: where it listens
  std::uint64_t days = 30;
  std::uint64_t space_mib = 1024;
  std::int64_t forward_seconds = 60;
};
[[nodiscard]] Done run_relay(const RelayOptions& options);
[[nodiscard]] Done run_card(const SchoolPlace& place, const std::string& url, const std::filesystem::path& out);

}  // namespace hornbook::platform
