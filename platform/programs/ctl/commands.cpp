#include "platform/programs/ctl/commands.hpp"

#include <fmt/core.h>

#include <array>
#include <cstdio>

#include "platform/system/files.hpp"
#include "platform/system/kernel_keyring.hpp"
#include "platform/system/passphrase_file.hpp"
#include "runtime/core/limits.hpp"
#include "sync/bundle/carrier_limits.hpp"
#include "sync/device/carry.hpp"
#include "sync/device/check.hpp"
#include "sync/device/enrol.hpp"
#include "sync/device/passphrase.hpp"
#include "sync/device/status.hpp"
#include "sync/device/stick.hpp"
#include "sync/device/visit_relay.hpp"
#include "sync/device/wipe.hpp"

namespace hornbook::platform {
namespace {

constexpr std::int64_t first_sync_deadline_ms = 20'000;

// A little more than an enrolment file may be long, so that a longer one is refused as such.
std::string read_standard_input() {
  std::string text;
  std::array<char, 4096> piece{};
  while (text.size() <= limits::enrolment_bytes_max) {
    const std::size_t size = std::fread(piece.data(), 1, piece.size(), stdin);
    if (size == 0) break;
    text.append(piece.data(), size);
  }
  return text;
}

Result<std::string> read_enrolment(const std::string& source) {
  if (source == "-") return read_standard_input();
  TRY_ASSIGN(const Bytes bytes, read_file(source, limits::enrolment_bytes_max));
  return std::string(as_text(bytes));
}

void print(const device::SyncReport& report, Report form) {
  const link::Traffic& traffic = report.traffic;
  if (form == Report::Json) {
    fmt::print(
        "{{\"sent_bytes\": {}, \"received_bytes\": {}, \"round_trips\": {}, \"exchanges\": {}, "
        "\"events_acknowledged\": {}, \"events_unsent\": {}, \"accepted\": {}, \"packs_installed\": {}, "
        "\"packs_waiting\": {}}}\n",
        traffic.sent_bytes, traffic.received_bytes, traffic.round_trips, report.exchanges, report.events_acknowledged,
        report.events_unsent, report.accepted, report.packs.installed, report.packs.waiting);
    return;
  }
  fmt::print("sent {} bytes, received {} bytes, {} round trips, {} exchanges\n", traffic.sent_bytes,
             traffic.received_bytes, traffic.round_trips, report.exchanges);
  fmt::print("{} events acknowledged, {} still unsent\n", report.events_acknowledged, report.events_unsent);
  if (report.packs.installed + report.packs.waiting > 0)
    fmt::print("{} packs installed, {} waiting\n", report.packs.installed, report.packs.waiting);
  if (!report.accepted) fmt::print("the school has not accepted this device yet\n");
}

// Over a thin link, where one exchange does not take all.
void print(const device::SyncProgress& progress) {
  if (progress.events_waiting == 0) return;
  fmt::print("{} of {} events have arrived, {} kB carried\n", progress.events_arrived,
             progress.events_arrived + progress.events_waiting, (progress.traffic_bytes + 999) / 1000);
  std::fflush(stdout);
}

}  // namespace

Done command_sync(const std::filesystem::path& data, const device::SyncOptions& options, Report form) {
  TRY_ASSIGN(device::DeviceFolder folder, device::open_device_folder(data));
  device::SyncOptions told = options;
  if (form == Report::Text) told.progress = [](const device::SyncProgress& progress) { print(progress); };
  TRY_ASSIGN(const device::SyncReport report, device::synchronise(folder, told));
  print(report, form);
  if (report.packs.first_failure) return tl::unexpected(*report.packs.first_failure);
  return {};
}

Done command_visit_relay(const std::filesystem::path& data, const std::filesystem::path& card,
                         const device::SyncOptions& options, Report form) {
  TRY_ASSIGN(const Bytes json, read_file(card, limits::card_bytes_max));
  TRY_ASSIGN(const bundle::Card relay, bundle::parse_card(as_text(json)));
  TRY_ASSIGN(device::DeviceFolder folder, device::open_device_folder(data));
  TRY_ASSIGN(const device::RelayVisit visit, device::visit_relay(folder, relay, options));
  print(visit.sync, form);
  if (form == Report::Text)
    fmt::print("{} replies of the school taken, {} bundles left for it\n", visit.replies, visit.bundles_left);
  return visit.first_failure ? Done(tl::unexpected(*visit.first_failure)) : Done{};
}

Done command_enrol(const std::filesystem::path& data, const std::string& source, FirstSync first_sync) {
  TRY_ASSIGN(const std::string text, read_enrolment(source));
  TRY_ASSIGN(const device::Enrolled enrolled, device::enrol(data, text));
  fmt::print("{} belongs to {}\nconfirmation code {}\n", enrolled.device_name, enrolled.school_name,
             enrolled.confirmation);
  std::fflush(stdout);
  if (first_sync == FirstSync::Later) return {};
  device::SyncOptions options;
  options.deadline_ms = first_sync_deadline_ms;
  const Done synced = command_sync(data, options, Report::Text);
  if (synced || synced.error().code != ErrorCode::NoLink) return synced;
  fmt::print("the server does not answer now; run hornbookctl sync when it is there\n");
  return {};
}

Done command_export(const std::filesystem::path& data, const std::filesystem::path& file) {
  TRY_ASSIGN(const device::DeviceFolder folder, device::open_device_folder(data));
  if (std::filesystem::is_directory(file)) {
    TRY_ASSIGN(const device::StickExport written, device::export_to_stick(folder, file));
    fmt::print("wrote {} bundles, {} bytes{}\n", written.bundles, written.bytes,
               written.more ? "; more waits: import the server's replies, then export again" : "");
    return {};
  }
  TRY_ASSIGN(const device::Exported exported, device::export_bundle(folder, file));
  fmt::print("wrote {} bytes{}\n", exported.bytes,
             exported.more ? "; more waits: import the server's reply, then export again" : "");
  return {};
}

Done command_import(const std::filesystem::path& data, const std::filesystem::path& file) {
  TRY_ASSIGN(device::DeviceFolder folder, device::open_device_folder(data));
  if (std::filesystem::is_directory(file)) {
    TRY_ASSIGN(const device::StickImport taken, device::import_from_stick(folder, file));
    fmt::print("{} replies, {} events acknowledged\n", taken.replies, taken.events_acknowledged);
    return taken.first_failure ? Done(tl::unexpected(*taken.first_failure)) : Done{};
  }
  TRY_ASSIGN(const device::Imported imported, device::import_bundle(folder, file));
  fmt::print("{} events acknowledged\n", imported.events_acknowledged);
  return {};
}

Done command_status(const std::filesystem::path& data, Report form) {
  TRY_ASSIGN(const device::DeviceFolder folder, device::open_device_folder(data));
  TRY_ASSIGN(const device::DeviceStatus status, device::status_of(folder, KernelKeyring::is_available()));
  fmt::print("{}", form == Report::Json ? device::to_json(status) : device::to_text(status));
  return {};
}

Done command_passphrase(const std::filesystem::path& data, const std::filesystem::path& old_file,
                        const std::filesystem::path& new_file) {
  TRY_ASSIGN(const SecretText old_passphrase, read_passphrase_file(old_file));
  TRY_ASSIGN(const SecretText new_passphrase, read_passphrase_file(new_file));
  TRY_ASSIGN(device::DeviceFolder folder, device::open_device_folder(data));
  TRY_DONE(device::change_passphrase(folder, old_passphrase.view(), new_passphrase.view()));
  fmt::print("changed; delete the files\n");
  return {};
}

Done command_wipe(const std::filesystem::path& data) {
  TRY_DONE(device::wipe_device(data));
  fmt::print("wiped\n");
  return {};
}

Done command_verify(const std::filesystem::path& data) {
  TRY_ASSIGN(const device::DeviceFolder folder, device::open_device_folder(data));
  TRY_ASSIGN(const std::vector<std::string> damage, device::find_damage(folder));
  for (const std::string& line : damage) fmt::print("damaged: {}\n", line);
  if (!damage.empty())
    return fail(ErrorCode::Corrupt, "verify", "there is damage (listed above); sync, then wipe and enrol again");
  fmt::print("all is well\n");
  return {};
}

}  // namespace hornbook::platform
