// What a relay says with devices and with schools, over HTTPS: POST /relay/v1 to either. Nothing here is signed,
// because nothing a relay says counts: what counts is inside the bundles. Layout: sync/bundle/FORMAT.md.
#pragma once

#include <vector>

#include "sync/bundle/bundle.hpp"

namespace hornbook::bundle {

// A device's visit: it leaves a bundle and asks for what lies in some boxes.
struct Visit {
  std::vector<ReplyBox> boxes;  // at most limits::relay_boxes
  Bytes bundle;                 // up; empty: it only asks
};
[[nodiscard]] Bytes encode(const Visit& visit);
[[nodiscard]] Result<Visit> decode_visit(ByteView bytes);

struct BoxedReply {
  ReplyBox box;
  Bytes reply;  // a bundle down
};
// What lay in the boxes that a visit asked for.
using Fetched = std::vector<BoxedReply>;
[[nodiscard]] Bytes encode_fetched(const Fetched& fetched);
[[nodiscard]] Result<Fetched> decode_fetched(ByteView bytes);

// What a relay hands to a school: bundles up, in the order of their arrival.
using Batch = std::vector<Bytes>;
[[nodiscard]] Bytes encode_batch(const Batch& batch);
[[nodiscard]] Result<Batch> decode_batch(ByteView bytes);

// What a school says to it.
struct BatchAnswer {
  std::size_t handled = 0;          // the first so many of the batch, taken or refused for good
  std::vector<BoxedReply> replies;  // ordered by box, so that their order tells nothing
};
[[nodiscard]] Bytes encode(const BatchAnswer& answer);
// BadInput when malformed, LimitExceeded when it has more parts than limits of sync/bundle/carrier_limits.hpp.
[[nodiscard]] Result<BatchAnswer> decode_batch_answer(ByteView bytes);

}  // namespace hornbook::bundle
