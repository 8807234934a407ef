#include "sync/device/visit_relay.hpp"

#include <algorithm>

#include "sync/bundle/carrier_limits.hpp"
#include "sync/bundle/relay_messages.hpp"
#include "sync/client/inbox.hpp"
#include "sync/client/outbox.hpp"

namespace hornbook::device {
namespace {

constexpr std::string_view boxes_setting = "relay boxes";
constexpr std::size_t bundles_left_max = limits::relay_boxes / 2;  // in one visit, so that their boxes are remembered

using Boxes = std::vector<bundle::ReplyBox>;

bundle::ReplyBox random_box() { return id_from_bytes<bundle::ReplyBox>(random_bytes(bundle::ReplyBox::size)).value(); }

// Where answers may lie that the device has not taken, the oldest first.
Result<Boxes> remembered_boxes(const journal::Store& store) {
  TRY_ASSIGN(const auto bytes, store.setting(boxes_setting));
  Boxes boxes;
  if (!bytes) return boxes;
  ByteReader reader(*bytes);
  while (!reader.at_end()) {
    TRY_ASSIGN(const auto box, reader.id<bundle::ReplyBox>());
    boxes.push_back(box);
  }
  return boxes;
}

Done remember(journal::Store& store, const Boxes& boxes) {
  ByteWriter writer;
  const std::size_t too_many = boxes.size() - std::min(boxes.size(), limits::relay_boxes);
  for (std::size_t i = too_many; i < boxes.size(); ++i) writer.raw(boxes[i].view());
  return store.put_setting(boxes_setting, writer.view());
}

class Visitor {
 public:
  Visitor(DeviceFolder& folder, link::HttpClient& client, RelayVisit& report)
      : folder_(folder), client_(client), report_(report) {}

  Done fetch() {
    TRY_ASSIGN(Boxes boxes, remembered_boxes(folder_.store));
    if (boxes.empty()) return {};
    bundle::Visit visit{boxes, {}};
    // Always as many, so that the number says nothing of how often the device came in vain.
    while (visit.boxes.size() < limits::relay_boxes) visit.boxes.push_back(random_box());
    std::sort(visit.boxes.begin(), visit.boxes.end());
    TRY_ASSIGN(const bundle::Fetched fetched, send(visit));
    for (const bundle::BoxedReply& boxed : fetched) {
      const Done taken = take_in(folder_, boxed.reply);
      if (taken) {
        ++report_.replies;
        std::erase(boxes, boxed.box);
      } else if (!report_.first_failure) {
        report_.first_failure = taken.error();
      }
    }
    return remember(folder_.store, boxes);
  }

  Done leave(std::uint64_t event_bytes_max) {
    Collecting wanted;
    wanted.event_bytes_max = event_bytes_max;
    for (bool more = true; more && report_.bundles_left < bundles_left_max;) {
      wanted.reply_box = random_box();
      TRY_ASSIGN(Outbox outbox, collect(folder_, wanted));
      // Before it is sent: of a link that breaks nobody knows what went through.
      TRY_ASSIGN(Boxes boxes, remembered_boxes(folder_.store));
      boxes.push_back(*wanted.reply_box);
      TRY_DONE(remember(folder_.store, boxes));
      TRY_ASSIGN([[maybe_unused]] const bundle::Fetched nothing, send({{}, std::move(outbox.bundle)}));
      ++report_.bundles_left;
      more = outbox.more;
      wanted.from = outbox.next;
    }
    return {};
  }

 private:
  Result<bundle::Fetched> send(const bundle::Visit& visit) {
    TRY_ASSIGN(const link::HttpResponse response,
               client_.post("/relay/v1", bundle::encode(visit), limits::relay_message_bytes_max));
    ++report_.sync.exchanges;
    switch (response.status) {
      case 200:
        return bundle::decode_fetched(response.body);
      case 403:
        return fail(ErrorCode::NotAllowed, "relay", "it does not carry for this device's school; ask whoever runs it");
      default:
        return fail(ErrorCode::NoLink, "relay",
                    "it did not take the bundle (" + std::to_string(response.status) + "); nothing is lost, try later");
    }
  }

  DeviceFolder& folder_;
  link::HttpClient& client_;
  RelayVisit& report_;
};

}  // namespace

Result<RelayVisit> visit_relay(DeviceFolder& folder, const bundle::Card& relay, const SyncOptions& options) {
  TRY_ASSIGN(const link::ServerAddress address, link::parse_server_address(relay.url));
  TRY_ASSIGN(link::HttpClient client, link::HttpClient::connect(address, relay.tls_pin, options.deadline_ms));
  RelayVisit report;
  TRY_ASSIGN(const journal::JournalStatus before, folder.store.status());
  Visitor visitor(folder, client, report);
  TRY_DONE(visitor.fetch());
  TRY_DONE(visitor.leave(options.traffic_bytes_max));
  TRY_ASSIGN(const journal::JournalStatus after, folder.store.status());
  client.close();
  report.sync.traffic = client.traffic();
  report.sync.events_acknowledged = after.events_acknowledged - before.events_acknowledged;
  report.sync.events_unsent = after.events_unsent;
  report.sync.accepted = folder.identity.accepted;
  return report;
}

}  // namespace hornbook::device
