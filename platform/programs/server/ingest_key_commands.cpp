// hornbook-server keys rotate, list, retire, tell: the key that devices seal to. What it is: sync/server/STORE.md.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "platform/programs/server/commands.hpp"
#include "platform/system/clock.hpp"
#include "sync/server/ingest/key_reply.hpp"
#include "sync/server/keys/ingest_key_use.hpp"
#include "sync/server/store/files.hpp"

namespace hornbook::platform {
namespace {

UnixMs now_ms() { return SystemClock().now().unix_ms; }

std::string day_of(UnixMs time_ms) {
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(static_cast<std::time_t>(time_ms / 1000)));
}

std::string standing_of(const server::IngestKeyUse& use) {
  if (use.replaced_ms == 0) return "in use";
  if (use.retired_ms != 0) return "retired " + day_of(use.retired_ms);
  return "replaced " + day_of(use.replaced_ms);
}

void print(const server::IngestKeyUse& use) {
  fmt::print("{}: made {}, {}; {} epochs sealed to it", use.number,
             use.made_ms == 0 ? "with the school" : day_of(use.made_ms), standing_of(use), use.epochs);
  if (use.replaced_ms != 0 && use.epochs_unfinished > 0)
    fmt::print(", more may come of {} of them", use.epochs_unfinished);
  fmt::print("; {} devices last seen with it\n", use.devices.size());
  if (use.replaced_ms == 0) return;
  for (const std::string& device : use.devices) fmt::print("   {}\n", device);
}

nlohmann::json json_of(const server::IngestKeyUse& use) {
  return {{"number", use.number},         {"made_ms", use.made_ms}, {"replaced_ms", use.replaced_ms},
          {"retired_ms", use.retired_ms}, {"epochs", use.epochs},   {"epochs_unfinished", use.epochs_unfinished},
          {"devices", use.devices}};
}

}  // namespace

Done run_keys_rotate(const SchoolPlace& place) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const std::uint64_t number, server::rotate_ingest_key(school, now_ms()));
  fmt::print(
      "ingest key {} is the present one; devices take it at their next contact, and stations seal to it from their "
      "next start on.\nRun 'keys backup' or copy the data now: a copy from before cannot read what is sealed to the "
      "new "
      "key. Give relays a new card ('hornbook-server card').\n'keys list' shows when the older key can be retired\n",
      number);
  return {};
}

Done run_keys_list(const SchoolPlace& place, bool json) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const std::vector<server::IngestKeyUse> uses, server::use_of_ingest_keys(school));
  nlohmann::json list = nlohmann::json::array();
  for (const server::IngestKeyUse& use : uses) {
    if (json)
      list.push_back(json_of(use));
    else
      print(use);
  }
  if (json) fmt::print("{}\n", list.dump(2));
  return {};
}

Done run_keys_retire(const SchoolPlace& place, std::uint64_t number, bool all_the_same) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_DONE(server::retire_ingest_key(
      school, number, all_the_same ? server::Retiring::AllTheSame : server::Retiring::WhenUnused, now_ms()));
  fmt::print("ingest key {} opens nothing here any more; older copies of the data still have it\n", number);
  return {};
}

Done run_keys_tell(const SchoolPlace& place, const std::string& name, const std::filesystem::path& out) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const server::Device device, server::find_device_by_name(school, name));
  TRY_ASSIGN(const Bytes bundle, server::key_reply(school, device, now_ms()));
  TRY_DONE(server::write_private_file(out, bundle));
  fmt::print("wrote {}; on the device: hornbookctl import, then export again\n", out.string());
  return {};
}

}  // namespace hornbook::platform
