#include "sync/server/ingest/exchange.hpp"

#include "sync/bundle/envelope.hpp"
#include "sync/server/ingest/placement.hpp"
#include "sync/server/ingest/reply.hpp"
#include "sync/server/keys/ingest_keys.hpp"
#include "sync/server/teaching/decisions.hpp"
#include "sync/server/teaching/states.hpp"
#include "sync/server/teaching/talk_requests.hpp"

namespace hornbook::server {
namespace {

Result<const IngestKey*> key_of(const IngestKeys& keys, ByteView bytes) {
  TRY_ASSIGN(const bundle::Outside outside, bundle::read_outside(bytes));
  const IngestKey* const key = key_of_mailbox(keys, outside.mailbox);
  if (key != nullptr) return key;
  return fail(ErrorCode::NotFound, "bundle",
              "it is damaged, another school's, or sealed to a key that is no longer here");
}

Result<bundle::UpBundle> open_bundle(School& school, const IngestKey& key, ByteView bytes) {
  Done lookup;
  const bundle::DeviceKeys keys = [&](const DeviceId& id) -> std::optional<VerifyKey> {
    auto device = find_device(school, id);
    if (!device) lookup = tl::unexpected(std::move(device).error());
    return device && *device ? (*device)->key : std::nullopt;
  };
  auto up = bundle::decode_up(bytes, key.key, keys);
  TRY_DONE(lookup);
  return up;
}

Result<Device> sender_of(School& school, const bundle::UpBundle& up, UnixMs now_ms) {
  TRY_ASSIGN(auto known, find_device(school, up.device));
  if (known && known->revoked_ms != 0)
    return fail(ErrorCode::NotAllowed, "bundle", "the school has revoked this device; enrol it anew");
  if (known) return std::move(*known);
  if (!up.enrolment) return fail(ErrorCode::NotAllowed, "bundle", "the school does not know this device; enrol it");
  return accept_enrolment(school, up.enrolment->device, up.enrolment->token, now_ms);
}

Done learn_from(School& school, Library& library, const Placed& placed) {
  for (const auto& [learner, last_known] : placed.learners) {
    TRY_DONE(count_new_decisions(school, library, learner, last_known));
    TRY_DONE(update_state(school, library, learner));
  }
  return {};
}

}  // namespace

Result<Exchanged> exchange(School& school, Library& library, ByteView bytes, UnixMs now_ms,
                           std::size_t bases_bytes_max) {
  TRY_DONE(library.refresh(school));
  TRY_ASSIGN(const IngestKeys keys, load_ingest_keys(school));
  TRY_ASSIGN(const IngestKey* const key, key_of(keys, bytes));
  TRY_ASSIGN(const bundle::UpBundle up, open_bundle(school, *key, bytes));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(const Device device, sender_of(school, up, now_ms));
  TRY_ASSIGN(Arrivals arrivals, open_arrivals(school, device, up, keys, now_ms));
  const std::size_t arrived = arrivals.events.size();
  TRY_DONE(note_talk_requests(school, device, arrivals, now_ms));
  TRY_ASSIGN(const Placed placed, place_events(school, device, arrivals, now_ms));
  TRY_DONE(update_missing_states(school, library));
  TRY_DONE(learn_from(school, library, placed));
  TRY_DONE(school.database().run("UPDATE device SET last_contact_ms = ? WHERE number = ?", now_ms, device.number));
  TRY_DONE(remember_use(school, device.number, key->number));
  bundle::DownBundle down;
  down.device = up.device;
  const IngestKey& present = keys.front();
  if (key != &present) down.ingest_key = bundle::IngestKeyTold{present.number, present.key.public_key()};
  if (up.enrolment) down.accepted = bundle::EnrolmentAccepted{up.device, device.confirmation};
  TRY_ASSIGN(down.acknowledgement, acknowledgement_for(school, device, arrivals, now_ms));
  TRY_ASSIGN(down.seen, seen_requests_of(school, device.number, now_ms));
  TRY_ASSIGN(auto cursor, cursor_of(school, device, up));
  TRY_DONE(add_what_waits(school, device, std::move(cursor), down, now_ms, bases_bytes_max));
  TRY_DONE(transaction.commit());
  // Only now is anything promised.
  journal::sign(down.acknowledgement, school.signing_key());
  Exchanged result;
  TRY_ASSIGN(result.reply, bundle::encode(down, school.signing_key(), *device.key));
  result.device = *device.key;
  result.reply_box = up.reply_box;
  result.events_new = arrived;
  result.events_known = arrivals.known_already;
  result.events_waiting = placed.waiting;
  return result;
}

}  // namespace hornbook::server
