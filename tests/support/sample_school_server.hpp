// A school that is only the protocol: it opens bundles with the real keys, keeps what came, acknowledges it and serves
// packs. For tests and benchmarks of the device's side, over real sockets.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "runtime/journal/open_sealed.hpp"
#include "sync/bundle/cursor.hpp"
#include "sync/bundle/enrolment_file.hpp"
#include "tests/support/running_server.hpp"
#include "tests/support/sample_pack.hpp"

namespace hornbook::test {

class SampleSchoolServer {
 public:
  SampleSchoolServer() : SampleSchoolServer(link::make_tls_identity("Riverside").value()) {}

  [[nodiscard]] bundle::EnrolmentFile enrolment() const {
    journal::SchoolTrust trust;
    trust.name = "Riverside";
    trust.signing = signing.verify_key();
    trust.ingest = ingest.public_key();
    trust.tls_pin = link::tls_pin(identity_).value();
    trust.server_url = server_.url();
    trust.packs.publishers = {publisher.verify_key()};
    return {"Station 1", journal::Profile::Station, std::move(trust), Bytes(16, 9), 0};
  }
  // What the server would do with a bundle; on a stick the same.
  [[nodiscard]] Result<Bytes> answer(ByteView bytes) {
    const std::scoped_lock lock(mutex_);
    TRY_ASSIGN(bundle::UpBundle up, bundle::decode_up(bytes, ingest, [this](const DeviceId& id) {
                 return device_ && device_id_of(*device_) == id ? device_ : std::nullopt;
               }));
    bundle::DownBundle down;
    if (up.enrolment) {
      device_ = up.enrolment->device;
      down.accepted = bundle::EnrolmentAccepted{up.device, bundle::confirmation_code(*device_, up.enrolment->token)};
    }
    TRY_DONE(keep(up));
    down.device = up.device;
    down.acknowledgement = acknowledgement(up.device);
    down.bases = bases;
    down.parameters = parameters;
    if (!packs.empty()) down.packs.emplace();
    for (const SamplePack& pack : packs) down.packs->push_back({pack.hash, 1000});
    expect_cursor(up, down);
    last = std::move(up);
    return bundle::encode(down, signing, *device_);
  }
  void stop() { server_.stop(); }

  SigningKey signing = SigningKey::generate();
  SigningKey publisher = SigningKey::generate();
  BoxKey ingest = BoxKey::generate();
  std::vector<SamplePack> packs;
  std::vector<bundle::BaseDelivery> bases;
  std::optional<Bytes> parameters;
  std::optional<bundle::UpBundle> last;
  std::map<std::pair<std::uint64_t, std::uint64_t>, measure::Event> events;  // by (epoch, sequence)
  std::atomic<std::uint32_t> duplicates = 0;
  std::atomic<std::uint32_t> bundles_taken = 0;
  std::atomic<std::uint32_t> objects_served = 0;
  std::atomic<std::uint32_t> objects_served_max = UINT32_MAX;  // then the server fails
  std::atomic<bool> knows_nobody = false;                      // asks for certificates, as after a restore
  std::atomic<bool> loses_its_answers = false;                 // takes a bundle, and the answer never arrives

 private:
  explicit SampleSchoolServer(link::TlsIdentity identity)
      : identity_(std::move(identity)),
        server_([this](const link::HttpRequest& request) { return handle(request); }, &identity_, {},
                [this](ByteView name) { return known(name); }) {}

  [[nodiscard]] std::optional<link::KnownPeer> known(ByteView name) {
    const std::scoped_lock lock(mutex_);
    if (!device_ || knows_nobody) return std::nullopt;
    link::KnownPeer peer = link::known_device(ingest, *device_).value();
    return link::is_identity_of(name, peer) ? std::optional(std::move(peer)) : std::nullopt;
  }

  [[nodiscard]] Done keep(const bundle::UpBundle& up) {
    for (const journal::EpochHeader& header : up.headers) {
      TRY_ASSIGN(SecretKey key, journal::open_epoch_key(header, ingest));
      epoch_keys_.insert_or_assign(header.epoch, std::move(key));
    }
    for (const journal::Segment& segment : up.segments) {
      TRY_ASSIGN(const auto opened, journal::open_segment(segment, up.device, epoch_keys_.at(segment.epoch)));
      for (const measure::Event& event : opened) add(segment.epoch, event);
      for (std::uint64_t at = segment.first_sequence; at <= segment.last_sequence; ++at)
        held_[segment.epoch].insert(at);
    }
    for (const journal::Row& row : up.rows) {
      held_[row.epoch].insert(row.sequence);
      if (row.skipped) continue;
      TRY_ASSIGN(const measure::Event event, journal::open_row(row, up.device, epoch_keys_.at(row.epoch)));
      add(row.epoch, event);
    }
    return {};
  }
  void add(std::uint64_t epoch, const measure::Event& event) {
    if (!events.emplace(std::pair(epoch, event.sequence), event).second) ++duplicates;
  }
  [[nodiscard]] journal::Acknowledgement acknowledgement(const DeviceId& device) const {
    journal::Acknowledgement acknowledgement;
    acknowledgement.device = device;
    acknowledgement.generation = 1;
    acknowledgement.signed_time_ms = 1'790'000'000'000;
    for (const auto& [epoch, sequences] : held_) {
      journal::EpochAcknowledgement entry;
      entry.epoch = epoch;
      entry.backed_up_through = entry.highest_seen = *sequences.rbegin();
      std::uint64_t next = 1;
      for (const std::uint64_t sequence : sequences) {
        if (sequence > next) entry.missing.push_back({next, sequence - 1});
        next = sequence + 1;
      }
      entry.stored_through = entry.missing.empty() ? entry.highest_seen : entry.missing.front().first - 1;
      acknowledgement.epochs.push_back(entry);
    }
    journal::sign(acknowledgement, signing);
    return acknowledgement;
  }

  // A base of this school replaces none: a device that is brought several says its whole cursor.
  void expect_cursor(const bundle::UpBundle& up, bundle::DownBundle& down) {
    down.wants_cursor = up.cursor_name && (!expected_ || bundle::name_of(*expected_) != *up.cursor_name);
    if (down.wants_cursor) return;
    expected_ = bundle::after(up.cursor_name ? *expected_ : up.cursor, down);
    down.expected_cursor = bundle::name_of(*expected_);
  }

  [[nodiscard]] link::HttpResponse handle(const link::HttpRequest& request) {
    if (request.method == "POST" && request.path == "/sync/v1") {
      const Result<Bytes> reply = answer(request.body);
      if (!reply)
        return link::text_response(reply.error().code == ErrorCode::NotAllowed ? 403 : 400, "text/plain",
                                   describe(reply.error()) + "\n");
      ++bundles_taken;
      if (loses_its_answers) return link::text_response(502, "text/plain", "lost\n");
      return {200, {{"content-type", "application/vnd.hornbook.bundle"}}, *reply};
    }
    return serve_pack(request.path);
  }
  [[nodiscard]] link::HttpResponse serve_pack(const std::string& path) {
    for (const SamplePack& pack : packs) {
      if (path == "/content/packs/" + to_hex(pack.hash.view()) + ".index") return {200, {}, pack.signed_index};
      for (const auto& [name, compressed] : pack.objects) {
        if (path != "/content/objects/" + to_hex(name.view())) continue;
        if (objects_served >= objects_served_max) return link::text_response(500, "text/plain", "no more\n");
        ++objects_served;
        return {200, {}, compressed};
      }
    }
    return link::text_response(404, "text/plain", "there is no such thing\n");
  }

  std::mutex mutex_;
  std::optional<VerifyKey> device_;
  std::map<std::uint64_t, SecretKey> epoch_keys_;
  std::map<std::uint64_t, std::set<std::uint64_t>> held_;  // sequences, by epoch
  std::optional<bundle::Cursor> expected_;
  const link::TlsIdentity identity_;
  RunningServer server_;
};

}  // namespace hornbook::test
