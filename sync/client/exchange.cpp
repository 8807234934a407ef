#include "sync/client/exchange.hpp"

#include <algorithm>
#include <deque>

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

// While events wait, no learner's base is asked for: a class's bases would keep a thin link busy for half a minute
// before the next piece can go. Over a good link nothing is said of it.
std::string target(bool more, std::uint64_t event_bytes_max) {
  constexpr std::uint64_t good_link_bytes = 64u << 10;
  if (event_bytes_max >= good_link_bytes) return "/sync/v1";
  return "/sync/v1?bases=" + std::to_string(more ? 0 : event_bytes_max);
}

std::uint64_t carried(const link::HttpClient& client) {
  const link::Traffic traffic = client.traffic();
  return traffic.sent_bytes + traffic.received_bytes;
}

std::uint64_t budget_left(const link::HttpClient& client, std::uint64_t traffic_bytes_max) {
  const std::uint64_t used = carried(client);
  return used < traffic_bytes_max ? traffic_bytes_max - used : 0;
}

// The exchanges of one sync, one after the other. Where the link is slow to answer, the next piece is sent while an
// answer is awaited: two are under way then, and a cut costs what was not acknowledged of them.
class Conversation {
 public:
  Conversation(DeviceFolder& folder, link::HttpClient& client, const SyncOptions& options, SyncReport& report)
      : folder_(folder), client_(client), options_(options), report_(report), piece_(client.elapsed_ms()) {}

  Done run() {
    for (bool again = true; again;) {
      TRY_DONE(send({}));
      while (!under_way_.empty()) {
        if (goes_ahead()) TRY_DONE(send(under_way_.back().next));
        TRY_ASSIGN(again, receive());
      }
    }
    return {};
  }

 private:
  // A piece that was sent and is not answered yet.
  struct UnderWay {
    bool more = false;  // waits behind it
    bool names_cursor = false;
    journal::OutgoingPlace next;
    std::uint64_t bytes = 0;
    std::int64_t sent_ms = 0;
  };

  [[nodiscard]] std::uint64_t left() const { return budget_left(client_, options_.traffic_bytes_max); }
  // A device whose cursor the school may not know waits for its first answer, lest all that it lacks comes twice.
  [[nodiscard]] bool goes_ahead() const {
    const bool is_first = report_.exchanges == 0;
    if (under_way_.size() != 1 || !under_way_.back().more || !piece_.is_slow_to_answer()) return false;
    return (is_first ? under_way_.back().names_cursor : was_taken_) && left() > 0;
  }

  Done send(const journal::OutgoingPlace& from) {
    const std::uint64_t bytes = std::min(piece_.bytes(), left());
    TRY_ASSIGN(const Outbox outbox, collect(folder_, {bytes, from, std::nullopt}));
    under_way_.push_back({outbox.more, outbox.names_cursor, outbox.next, outbox.bundle.size(), client_.elapsed_ms()});
    client_.send_post(target(outbox.more, bytes), outbox.bundle);
    return {};
  }

  // True when another exchange is worth it.
  Result<bool> receive() {
    TRY_ASSIGN(const link::HttpResponse response, client_.receive(limits::bundle_bytes_max));
    const UnderWay piece = under_way_.front();
    under_way_.pop_front();
    if (response.status == key_unknown_status) return ask_for_key();
    if (response.status != 200) return refused(response);
    TRY_ASSIGN(const journal::JournalStatus before, folder_.store.status());
    TRY_DONE(take_in(folder_, response.body));
    TRY_ASSIGN(const journal::JournalStatus after, folder_.store.status());
    take_stock(before, after);
    const std::int64_t now_ms = client_.elapsed_ms();
    piece_.carried(piece.bytes + response.body.size(), now_ms - std::max(piece.sent_ms, answered_ms_));
    answered_ms_ = now_ms;
    bool was_understood = true;  // the school knew the cursor by the name that it was given
    if (piece.names_cursor) {
      TRY_ASSIGN(const auto expected, expected_cursor(folder_.store));
      was_understood = expected.has_value();
    }
    return ((piece.more && was_taken_) || !was_understood) && left() > 0;
  }

  // What else is under way is sealed to the same key, and refused for it.
  Result<bool> ask_for_key() {
    for (; !under_way_.empty(); under_way_.pop_front()) {
      TRY_ASSIGN([[maybe_unused]] const link::HttpResponse refused_too, client_.receive(limits::bundle_bytes_max));
    }
    TRY_DONE(ask_for_ingest_key(folder_, client_));
    return left() > 0;
  }

  void take_stock(const journal::JournalStatus& before, const journal::JournalStatus& after) {
    ++report_.exchanges;
    report_.events_acknowledged += after.events_acknowledged - before.events_acknowledged;
    report_.events_unsent = after.events_unsent;
    was_taken_ = after.events_unsent < before.events_unsent;
    if (options_.progress) options_.progress({report_.events_acknowledged, report_.events_unsent, carried(client_)});
  }

  DeviceFolder& folder_;
  link::HttpClient& client_;
  const SyncOptions& options_;
  SyncReport& report_;
  PieceSize piece_;
  std::deque<UnderWay> under_way_;
  bool was_taken_ = false;  // something of the last piece
  std::int64_t answered_ms_ = 0;
};

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
  TRY_DONE(Conversation(folder, client, options, report).run());
  TRY_ASSIGN(report.packs, fetch_packs(folder, client, options.traffic_bytes_max));
  client.close();
  report.accepted = folder.identity.accepted;
  report.traffic = client.traffic();
  return report;
}

}  // namespace hornbook::device
