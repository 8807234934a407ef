#include "sync/server/ingest/key_reply.hpp"

#include "sync/server/ingest/reply.hpp"
#include "sync/server/keys/ingest_keys.hpp"

namespace hornbook::server {

Result<Bytes> key_reply(School& school, const Device& device, UnixMs now_ms) {
  if (!device.key || device.revoked_ms != 0)
    return fail(ErrorCode::NotAllowed, "ingest key", "the device has not enrolled, or was revoked; enrol it anew");
  TRY_ASSIGN(const IngestKeys keys, load_ingest_keys(school));
  Arrivals nothing;
  TRY_ASSIGN(nothing.epochs, load_epochs(school, device.number));
  bundle::DownBundle down;
  down.device = *device.id;
  TRY_ASSIGN(down.acknowledgement, acknowledgement_for(school, device, nothing, now_ms));
  journal::sign(down.acknowledgement, school.signing_key());
  down.ingest_key = bundle::IngestKeyTold{keys.front().number, keys.front().key.public_key()};
  return bundle::encode(down, school.signing_key(), *device.key);
}

}  // namespace hornbook::server
