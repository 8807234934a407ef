#include "sync/device/status.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sync/client/settings.hpp"

namespace hornbook::device {
namespace {

std::string utc(UnixMs time_ms) {
  if (time_ms <= 0) return "never";
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(time_ms / 1000)));
}

Done count_packs(const DeviceFolder& folder, const std::vector<Hash>& installed, DeviceStatus& status) {
  TRY_ASSIGN(const auto assigned, assigned_packs(folder.store));
  for (const AssignedPack& each : assigned.value_or(std::vector<AssignedPack>())) {
    if (std::find(installed.begin(), installed.end(), each.pack) == installed.end())
      ++status.packs_waiting;
    else if (!folder.packs.load(each.pack, folder.identity.school.packs))
      ++status.packs_failing;
  }
  TRY_ASSIGN(const auto refused, folder.store.setting(packs_refused_setting));
  if (refused) status.packs_refused = as_text(*refused);
  return {};
}

// What went wrong with packs, if anything did, for the line of them.
std::string trouble_of_packs(const DeviceStatus& status) {
  std::string trouble;
  if (status.packs_failing > 0)
    trouble += fmt::format(", {} that do not open here (the version before is taught)", status.packs_failing);
  if (!status.packs_refused.empty()) trouble += "\n              " + status.packs_refused;
  return trouble;
}

}  // namespace

Result<DeviceStatus> status_of(const DeviceFolder& folder, bool keeps_keys) {
  const journal::DeviceIdentity& identity = folder.identity;
  DeviceStatus status;
  status.device_name = identity.device_name;
  status.profile = journal::name_of(identity.profile);
  status.device_id = to_hex(identity.id().view());
  status.school_name = identity.school.name;
  status.server_url = identity.school.server_url;
  status.accepted = identity.accepted;
  TRY_ASSIGN(status.journal, folder.store.status());
  TRY_ASSIGN(const std::vector<Hash> installed, folder.packs.list());
  TRY_ASSIGN(const std::vector<journal::ClassLease> leases, folder.store.leases());
  status.packs_installed = installed.size();
  TRY_DONE(count_packs(folder, installed, status));
  status.leases = leases.size();
  TRY_ASSIGN(const auto badges, folder.store.badges_mark());
  status.badges = badges.has_value();
  status.crash_safe_class = keeps_keys;
  std::error_code error;
  const auto space = std::filesystem::space(folder.path, error);
  if (!error) status.free_bytes = space.available;
  return status;
}

std::string to_text(const DeviceStatus& status) {
  const journal::JournalStatus& journal = status.journal;
  return fmt::format(
      "device        {} ({}, {})\nschool        {} at {}, {}\n"
      "events        {} stored, {} unsent, {} acknowledged{}\npacks         {} installed, {} waiting{}\n"
      "keys          device key, {} class leases{}; after a crash of the program an open class {}\nlast contact  "
      "{}\nfree space    {} MB\n",
      status.device_name, status.profile, status.device_id.substr(0, 8), status.school_name, status.server_url,
      status.accepted ? "accepted" : "waiting to be accepted", journal.events_stored, journal.events_unsent,
      journal.events_acknowledged,
      journal.events_refused == 0 ? "" : fmt::format(", {} that the school cannot open", journal.events_refused),
      status.packs_installed, status.packs_waiting, trouble_of_packs(status), status.leases,
      status.badges ? ", badges" : "",
      status.crash_safe_class ? "opens again" : "asks for its passphrase (no kernel keyring here)",
      utc(journal.last_contact_ms), status.free_bytes / 1'000'000);
}

std::string to_json(const DeviceStatus& status) {
  const journal::JournalStatus& journal = status.journal;
  const nlohmann::json json = {
      {"device", {{"name", status.device_name}, {"profile", status.profile}, {"id", status.device_id}}},
      {"school", {{"name", status.school_name}, {"server", status.server_url}, {"accepted", status.accepted}}},
      {"events",
       {{"stored", journal.events_stored},
        {"unsent", journal.events_unsent},
        {"refused", journal.events_refused},
        {"acknowledged", journal.events_acknowledged}}},
      {"journal",
       {{"epochs", journal.epochs},
        {"segments", journal.segments},
        {"server_generation", journal.server_generation},
        {"commits_lost", journal.commits_lost},
        {"times_mended", journal.times_mended}}},
      {"packs",
       {{"installed", status.packs_installed},
        {"waiting", status.packs_waiting},
        {"failing", status.packs_failing},
        {"refused", status.packs_refused}}},
      {"keys",
       {{"device", true},
        {"class_leases", status.leases},
        {"badges", status.badges},
        {"kernel_keyring", status.crash_safe_class}}},
      {"last_contact_ms", journal.last_contact_ms},
      {"free_bytes", status.free_bytes}};
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace hornbook::device
