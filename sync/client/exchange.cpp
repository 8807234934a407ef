#include "sync/client/exchange.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/journal/salvage/salvage.hpp"
#include "sync/client/ask_for_ingest_key.hpp"
#include "sync/client/inbox.hpp"
#include "sync/client/outbox.hpp"
#include "sync/client/piece_size.hpp"
#include "sync/client/settings.hpp"
#include "sync/link/tcp_channel.hpp"

namespace hornbook::device {
namespace {

constexpr std::size_t reason_bytes_max = 200;

// What the server wrote beside a refusal, as one harmless line.
std::string reason_of(const link::HttpResponse& response) {
  std::string reason;
  for (const std::uint8_t byte : ByteView(response.body).first(std::min(response.body.size(), reason_bytes_max))) {
    if (byte == '\n') break;
    reason += byte >= 0x20 && byte < 0x7f ? static_cast<char>(byte) : ' ';
  }
  return reason;
}

tl::unexpected<Error> refused(const link::HttpResponse& response) {
  const std::string reason = reason_of(response);
  switch (response.status) {
    case 400:
      return fail(ErrorCode::BadInput, "sync", "the server could not read the bundle: " + reason);
    case 403:
      return fail(ErrorCode::NotAllowed, "sync", "the server refuses this device: " + reason);
    case 413:
      return fail(ErrorCode::LimitExceeded, "sync", "the bundle is too large; use a smaller --budget");
    default:
      return fail(ErrorCode::NoLink, "sync",
                  "the server answered " + std::to_string(response.status) + "; try again later " + reason);
  }
}

struct Progress {
  bool more = false;           // waits
  bool was_understood = true;  // the school could open it, and knew the cursor by the name that it was given
};

// While events wait, no learner's base is asked for: a class's bases would keep a thin link busy for half a minute
// before the next piece can go. Over a good link nothing is said of it.
std::string target(bool more, std::uint64_t event_bytes_max) {
  constexpr std::uint64_t good_link_bytes = 64u << 10;
  if (event_bytes_max >= good_link_bytes) return "/sync/v1";
  return "/sync/v1?bases=" + std::to_string(more ? 0 : event_bytes_max);
}

Result<Progress> exchange_once(DeviceFolder& folder, link::HttpClient& client, std::uint64_t event_bytes_max) {
  TRY_ASSIGN(const Outbox outbox, collect(folder, event_bytes_max));
  TRY_ASSIGN(const link::HttpResponse response,
             client.post(target(outbox.more, event_bytes_max), outbox.bundle, limits::bundle_bytes_max));
  if (response.status == key_unknown_status) {
    TRY_DONE(ask_for_ingest_key(folder, client));
    return Progress{true, false};
  }
  if (response.status != 200) return refused(response);
  TRY_DONE(take_in(folder, response.body));
  Progress progress{outbox.more, true};
  if (outbox.names_cursor) {
    TRY_ASSIGN(const auto expected, expected_cursor(folder.store));
    progress.was_understood = expected.has_value();
  }
  return progress;
}

std::uint64_t carried(const link::HttpClient& client) {
  const link::Traffic traffic = client.traffic();
  return traffic.sent_bytes + traffic.received_bytes;
}

std::uint64_t budget_left(const link::HttpClient& client, std::uint64_t traffic_bytes_max) {
  const std::uint64_t used = carried(client);
  return used < traffic_bytes_max ? traffic_bytes_max - used : 0;
}

void take_stock(const journal::JournalStatus& before, const journal::JournalStatus& after, SyncReport& report) {
  ++report.exchanges;
  report.events_acknowledged += after.events_acknowledged - before.events_acknowledged;
  report.events_unsent = after.events_unsent;
}

Done exchange_all(DeviceFolder& folder, link::HttpClient& client, const SyncOptions& options, SyncReport& report) {
  PieceSize piece(client.elapsed_ms());
  for (bool again = true; again;) {
    const std::int64_t began_ms = client.elapsed_ms();
    const std::uint64_t carried_before = carried(client);
    TRY_ASSIGN(const journal::JournalStatus before, folder.store.status());
    const std::uint64_t left = budget_left(client, options.traffic_bytes_max);
    TRY_ASSIGN(const Progress done, exchange_once(folder, client, std::min(piece.bytes(), left)));
    TRY_ASSIGN(const journal::JournalStatus after, folder.store.status());
    take_stock(before, after, report);
    if (options.progress) options.progress({report.events_acknowledged, report.events_unsent, carried(client)});
    piece.carried(carried(client) - carried_before, client.elapsed_ms() - began_ms);
    const bool fewer = after.events_unsent < before.events_unsent;
    again = ((done.more && fewer) || !done.was_understood) && budget_left(client, options.traffic_bytes_max) > 0;
  }
  return {};
}

}  // namespace

Result<DeviceFolder> open_device_folder(const std::filesystem::path& data_directory) {
  Result<journal::DeviceIdentity> found = journal::load_identity(data_directory);
  if (!found && found.error().code == ErrorCode::NotFound)
    return fail(ErrorCode::NotAllowed, "device", "it does not belong to a school yet; run hornbookctl enrol");
  TRY_ASSIGN(journal::DeviceIdentity identity, std::move(found));
  TRY_ASSIGN(journal::Store store, journal::open_beside_station(data_directory, identity));
  TRY_ASSIGN(pack::PackStore packs, pack::PackStore::open(data_directory / "packs"));
  return DeviceFolder{data_directory, std::move(identity), std::move(store), std::move(packs)};
}

Result<SyncReport> synchronise(DeviceFolder& folder, const SyncOptions& options) {
  const journal::SchoolTrust& school = folder.identity.school;
  const std::string& url = options.server_url.empty() ? school.server_url : options.server_url;
  TRY_ASSIGN(const link::ServerAddress address, link::parse_server_address(url));
  TRY_ASSIGN(const link::KnownPeer known, link::known_school(folder.identity.key, school.ingest));
  // Before it has accepted this device, the school cannot know it.
  link::TcpDialer tcp;
  link::Dialer& dialer = options.dialer == nullptr ? tcp : *options.dialer;
  TRY_ASSIGN(link::HttpClient client, link::HttpClient::connect(dialer, address, school.tls_pin, options.deadline_ms,
                                                                folder.identity.accepted ? &known : nullptr));
  SyncReport report;
  TRY_DONE(exchange_all(folder, client, options, report));
  TRY_ASSIGN(report.packs, fetch_packs(folder, client, options.traffic_bytes_max));
  client.close();
  report.accepted = folder.identity.accepted;
  report.traffic = client.traffic();
  return report;
}

}  // namespace hornbook::device
