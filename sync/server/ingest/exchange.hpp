// The one exchange with a device: a bundle in, a bundle out, by whatever carrier.
#pragma once

#include "sync/bundle/bundle.hpp"
#include "sync/server/school/school.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

struct Exchanged {
  Bytes reply;  // for the device alone: sealed to it, signed by the school
  VerifyKey device;
  std::optional<bundle::ReplyBox> reply_box;  // where a relay is to keep the reply
  std::size_t events_new = 0;
  std::size_t events_known = 0;  // sent before; nothing was doubled
  std::size_t events_waiting = 0;
};

// One transaction: all of the bundle's good parts, or nothing. The acknowledgement is signed after the commit.
// BadInput, Corrupt or NotAllowed when the bundle as a whole is refused; StorageFailure when the disk refuses.
[[nodiscard]] Result<Exchanged> exchange(School& school, Library& library, ByteView bundle, UnixMs now_ms);

}  // namespace hornbook::server
