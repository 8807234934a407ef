#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "platform/programs/server/commands.hpp"
#include "platform/programs/server/serve_lock.hpp"
#include "platform/system/clock.hpp"
#include "platform/system/passphrase_file.hpp"
#include "sync/server/keys/key_backup.hpp"
#include "sync/server/school/devices.hpp"
#include "sync/server/store/files.hpp"

namespace hornbook::platform {
namespace {

UnixMs now_ms() { return SystemClock().now().unix_ms; }

std::string_view standing_of(const server::Device& device) {
  if (device.revoked_ms != 0) return "revoked";
  if (device.cloned) return "cloned: two copies of its card have written";
  return device.id ? "enrolled" : "waits for its enrolment";
}

}  // namespace

Done run_keys_backup(const KeyBackupOptions& options, const SchoolPlace& place) {
  TRY_ASSIGN(const SecretText passphrase, read_passphrase_file(options.passphrase_file));
  TRY_ASSIGN(const Bytes file, server::back_up_key(opening_of(place), passphrase.view()));
  TRY_DONE(server::write_private_file(options.file, file));
  fmt::print(
      "wrote the key of the school; keep it away from the data and its copies, and the passphrase away from it\n");
  return {};
}

Done run_keys_restore(const KeyBackupOptions& options, const SchoolPlace& place) {
  // A server that runs on the data would go on with the generation of before.
  TRY_ASSIGN(const ServeLock lock, ServeLock::take(place.data_directory));
  std::optional<server::BackedUpKeys> keys;
  if (!options.kit.empty()) {
    TRY_ASSIGN(SecretKey master, read_recovery_kit(options.kit));
    keys = server::BackedUpKeys{std::move(master), {}};
  }
  if (!options.file.empty()) {
    TRY_ASSIGN(const SecretText passphrase, read_passphrase_file(options.passphrase_file));
    TRY_ASSIGN(const Bytes file, server::read_file(options.file, server::key_backup_bytes_max));
    TRY_ASSIGN(keys, server::open_key_backup(file, passphrase.view()));
  }
  TRY_ASSIGN(const server::Restored restored,
             server::take_up_from_copy(opening_of(place), keys ? &*keys : nullptr, now_ms()));
  fmt::print(
      "the school '{}' goes on from this copy, as generation {}: devices send again what it lacks and they still "
      "have\n",
      restored.school, restored.generation);
  return {};
}

Done run_device_list(const SchoolPlace& place, bool json) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const std::vector<server::Device> devices, server::list_devices(school));
  nlohmann::json list = nlohmann::json::array();
  for (const server::Device& device : devices) {
    if (json)
      list.push_back({{"name", device.name},
                      {"profile", journal::name_of(device.profile)},
                      {"standing", standing_of(device)},
                      {"last_contact_ms", device.last_contact_ms}});
    else
      fmt::print("{}: {}, {}\n", device.name, journal::name_of(device.profile), standing_of(device));
  }
  if (json) fmt::print("{}\n", list.dump(2));
  return {};
}

Done run_device_revoke(const SchoolPlace& place, const std::string& name) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_DONE(server::revoke_device(school, name, now_ms()));
  fmt::print(
      "nothing is taken from this device any more, and nothing given to it; what it sent before stays. A device "
      "that is found again is enrolled anew, under the same name if you like\n");
  return {};
}

}  // namespace hornbook::platform
