#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "platform/programs/server/commands.hpp"
#include "platform/programs/server/qr_code.hpp"
#include "platform/system/clock.hpp"
#include "platform/system/passphrase_file.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/pack/trust.hpp"
#include "sync/link/address.hpp"
#include "sync/server/ingest/exchange.hpp"
#include "sync/server/ingest/import_folder.hpp"
#include "sync/server/school/accounts.hpp"
#include "sync/server/school/devices.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/store/files.hpp"
#include "sync/server/teaching/calibration.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::platform {
namespace {

constexpr std::size_t qr_pixels_a_module = 6;
constexpr std::int64_t hour_ms = 60 * 60'000;
constexpr std::int64_t day_ms = 24 * hour_ms;

UnixMs now_ms() { return SystemClock().now().unix_ms; }

std::filesystem::path numbered(const std::filesystem::path& file, std::size_t number) {
  if (number == 1) return file;
  return file.parent_path() / fmt::format("{}.{}{}", file.stem().string(), number, file.extension().string());
}

struct ImportFile {
  std::filesystem::path file;
  std::filesystem::path reply;  // empty: none wanted
};

Done import_bundle(server::School& school, server::Library& library, const ImportFile& wanted) {
  TRY_ASSIGN(const Bytes bundle, server::read_file(wanted.file, limits::bundle_bytes_max));
  TRY_ASSIGN(const server::Exchanged exchanged, server::exchange(school, library, bundle, now_ms()));
  fmt::print("{}: {} new events, {} known already, {} waiting\n", wanted.file.filename().string(), exchanged.events_new,
             exchanged.events_known, exchanged.events_waiting);
  if (wanted.reply.empty()) return {};
  return server::write_private_file(wanted.reply, exchanged.reply);
}

Done import_stick(server::School& school, server::Library& library, const ImportFile& wanted) {
  TRY_ASSIGN(const server::FolderImport report,
             server::import_folder(school, library, wanted.file, wanted.reply, now_ms()));
  fmt::print("{} bundles, {} new events, {} known already, {} waiting; {} replies written\n", report.taken,
             report.events_new, report.events_known, report.events_waiting, report.replies);
  if (report.of_others > 0) fmt::print("{} bundles are for other schools, or damaged\n", report.of_others);
  for (const auto& [name, error] : report.refused) fmt::print("{}: refused: {}\n", name, error.sentence);
  if (report.refused.empty()) return {};
  return tl::unexpected(report.refused.front().second);
}

Done put_grace_days(server::School& school, std::int64_t days) {
  return school.put_deletion_grace_ms(static_cast<std::uint64_t>(days * day_ms));
}

// What was asked for, else where the server last listened, else where it listens when nobody says otherwise.
Result<std::string> server_url(server::School& school, const std::string& wanted) {
  if (!wanted.empty()) return wanted;
  TRY_ASSIGN(const auto remembered, school.setting(server::address_setting));
  return remembered.value_or("https://127.0.0.1:8443");
}

}  // namespace

server::SchoolOpening opening_of(const SchoolPlace& place) {
  server::SchoolOpening opening{place.data_directory, std::nullopt};
  if (!place.key_file.empty()) opening.key_file = place.key_file;
  return opening;
}

Done run_init(const InitOptions& options, const SchoolPlace& place) {
  if (options.administrator.empty() != options.password_file.empty())
    return fail(ErrorCode::WrongUsage, "init", "--admin and --password-file belong together");
  SecretText password;
  if (!options.administrator.empty()) {
    TRY_ASSIGN(password, read_passphrase_file(options.password_file));
  }
  TRY_ASSIGN(server::School school, server::School::create(opening_of(place), options.school, now_ms()));
  TRY_DONE(school.put_setting(server::backup_setting, options.backup));
  if (options.grace_days) TRY_DONE(put_grace_days(school, *options.grace_days));
  if (!options.administrator.empty())
    TRY_DONE(server::add_account(school, options.administrator, server::Role::Administrator, password.view()));
  fmt::print("made the school '{}'; its signing key is {}\n", school.name(),
             to_hex(school.signing_key().verify_key().view()));
  return {};
}

Done run_backup(const BackupOptions& options, const SchoolPlace& place, bool json) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  if (!options.copy.empty()) TRY_DONE(school.put_setting(server::backup_setting, options.copy));
  if (options.grace_days) TRY_DONE(put_grace_days(school, *options.grace_days));
  TRY_ASSIGN(const auto copy, school.setting(server::backup_setting));
  TRY_ASSIGN(const std::uint64_t grace_ms, school.deletion_grace_ms());
  const std::uint64_t days = grace_ms / static_cast<std::uint64_t>(day_ms);
  if (json)
    fmt::print("{}\n", nlohmann::json{{"copy", copy.value_or("none")}, {"grace_days", days}}.dump());
  else
    fmt::print("copy: {}; devices keep what is stored and not backed up {}\n", copy.value_or("none"),
               days == 0 ? "for ever" : fmt::format("for {} days", days));
  return {};
}

Done run_enrol(const EnrolOptions& options, const SchoolPlace& place) {
  TRY_ASSIGN(const journal::Profile profile, journal::profile_from(options.profile));
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  std::vector<server::SchoolClass> classes;
  for (const std::string& title : options.classes) {
    TRY_ASSIGN(server::SchoolClass found, server::find_class(school, title));
    classes.push_back(std::move(found));
  }
  TRY_ASSIGN(const std::string url, server_url(school, options.url));
  TRY_ASSIGN([[maybe_unused]] const link::ServerAddress address, link::parse_server_address(url));
  const server::EnrolmentOrder order{options.device, profile, url, options.valid_hours * hour_ms, now_ms()};
  TRY_ASSIGN(const bundle::EnrolmentFile file, server::order_enrolment(school, order));
  TRY_ASSIGN(const server::Device device, server::find_device_by_name(school, options.device));
  for (const server::SchoolClass& one : classes) TRY_DONE(server::assign_class(school, one.number, device.number));
  TRY_DONE(server::write_private_file(options.out, as_bytes(bundle::to_json(file))));
  if (!options.qr.empty()) {
    TRY_ASSIGN(const QrCode code, make_qr_code(bundle::to_json(file), QrWear::Fresh));
    TRY_ASSIGN(const Bytes picture, to_png(code, qr_pixels_a_module));
    TRY_DONE(server::write_private_file(options.qr, picture));
  }
  fmt::print("wrote {}; it enrols '{}' at {} once within {} hours\n", options.out.string(), options.device, url,
             options.valid_hours);
  return {};
}

Done run_bundle_import(const BundleImportOptions& options, const SchoolPlace& place) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  server::Library library;
  Done first_failure;
  std::size_t number = 0;
  for (const std::filesystem::path& file : options.files) {
    ++number;
    const bool is_stick = std::filesystem::is_directory(file);
    const auto reply = options.reply.empty() ? options.reply : numbered(options.reply, number);
    Done done = is_stick ? import_stick(school, library, {file, options.reply_to})
                         : import_bundle(school, library, {file, reply});
    if (done || !first_failure) continue;
    done.error().sentence = file.filename().string() + ": " + done.error().sentence;
    first_failure = std::move(done);
  }
  return first_failure;
}

Done run_packs_add(const PackAddOptions& options, const SchoolPlace& place) {
  TRY_ASSIGN(const Bytes root, server::read_file(options.root, limits::json_bytes_max));
  TRY_ASSIGN(const pack::Trust trust, pack::parse_root(as_text(root)));
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const Hash hash, server::add_pack(school, options.file, trust, now_ms()));
  fmt::print("added {}\n", to_hex(hash.view()));
  return {};
}

Done run_calibrate(const SchoolPlace& place, bool json) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const server::CalibrationReport report, server::calibrate(school, now_ms()));
  TRY_ASSIGN(const interpret::Parameters current, server::current_parameters(school));
  const std::string name = to_hex(interpret::hash_of(current).view());
  if (json) {
    fmt::print("{}\n", nlohmann::json{{"learners", report.learners},
                                      {"answers", report.answers},
                                      {"items", report.items},
                                      {"items_told", report.items_told},
                                      {"items_timed", report.items_timed},
                                      {"changed", report.name.has_value()},
                                      {"parameters", name}}
                           .dump());
    return {};
  }
  fmt::print("{} answers of {} learners to {} items, {} of which {} learners or more answered\n", report.answers,
             report.learners, report.items, report.items_told, interpret::learners_of_value_min);
  fmt::print("parameters {} {}\n", name, report.name ? "go to every device with its next contact" : "stay in use");
  return {};
}

Done run_packs_list(const SchoolPlace& place, bool json) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const std::vector<server::SchoolPack> packs, server::list_packs(school));
  nlohmann::json list = nlohmann::json::array();
  for (const server::SchoolPack& pack : packs) {
    const std::string hash = to_hex(pack.hash.view());
    list.push_back({{"hash", hash},
                    {"name", pack.name},
                    {"version", pack.version},
                    {"revoked", pack.revoked && !pack.replaced},
                    {"replaced", pack.replaced},
                    {"bytes", pack.bytes}});
    if (!json)
      fmt::print("{} {} {}{}\n", hash, pack.name, pack.version,
                 pack.replaced  ? " (replaced)"
                 : pack.revoked ? " (revoked)"
                                : "");
  }
  if (json) fmt::print("{}\n", list.dump());
  return {};
}

Done run_packs_revoke(const SchoolPlace& place, const std::string& hash) {
  TRY_ASSIGN(const Hash pack, id_from_hex<Hash>(hash));
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  return server::revoke_pack(school, pack, now_ms());
}

}  // namespace hornbook::platform
