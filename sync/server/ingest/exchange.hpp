// The one exchange with a device: a bundle in, a bundle out, by whatever carrier.
#pragma once

#include "runtime/core/limits.hpp"
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

// `bases_bytes_max`: of learners' bases in the answer; over a thin link events come first, and bases when none waits.
// One transaction: all of the bundle's good parts, or nothing. The acknowledgement is signed after the commit.
// BadInput, Corrupt or NotAllowed when the bundle as a whole is refused, NotFound when the school has no key that it is
// sealed to; StorageFailure when the disk refuses.
[[nodiscard]] Result<Exchanged> exchange(School& school, Library& library, ByteView bundle, UnixMs now_ms,
                                         std::size_t bases_bytes_max = limits::down_bases_bytes_max);

}  // namespace hornbook::server
