// Who this device is and whom it trusts: made at enrolment, kept in DIR/identity (see FORMAT.md). D's secret is on
// disk: it authenticates bundles and decrypts nothing of a learner's.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "runtime/core/crypto.hpp"
#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"
#include "runtime/pack/pack.hpp"

namespace hornbook::journal {

enum class Profile : std::uint8_t { Demo = 0, Station = 1, Home = 2, Hub = 3 };
[[nodiscard]] std::string_view name_of(Profile profile);
[[nodiscard]] Result<Profile> profile_from(std::string_view name);

struct SchoolTrust {
  std::string name;
  VerifyKey signing;       // verifies acknowledgements and replies
  BoxPublicKey ingest;     // S: epochs and bundles are sealed to it
  Hash tls_pin;            // BLAKE2b of the server's SubjectPublicKeyInfo (DER)
  std::string server_url;  // "https://host:port"
  pack::Trust packs;
};

struct DeviceIdentity {
  std::string device_name;
  Profile profile = Profile::Station;
  SigningKey key;  // D
  SchoolTrust school;
  Bytes enrolment_token;  // kept until the school has accepted the device, then empty
  bool accepted = false;

  [[nodiscard]] DeviceId id() const { return device_id_of(key.verify_key()); }
};

// Atomic (write, fdatasync, rename); the file is readable by its owner alone.
[[nodiscard]] Done save(const DeviceIdentity& identity, const std::filesystem::path& data_directory);
// With the ingest key that the school told last (told_ingest_key.hpp). NotFound when the device is not enrolled.
[[nodiscard]] Result<DeviceIdentity> load_identity(const std::filesystem::path& data_directory);

}  // namespace hornbook::journal
