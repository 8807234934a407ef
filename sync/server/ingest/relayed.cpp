#include "sync/server/ingest/relayed.hpp"

#include <algorithm>

#include "sync/bundle/carrier_limits.hpp"
#include "sync/bundle/relay_messages.hpp"

namespace hornbook::server {
namespace {

bool may_pass(ErrorCode code) {
  return code == ErrorCode::StorageFailure || code == ErrorCode::Busy || code == ErrorCode::OurBug;
}

}  // namespace

Result<Relayed> exchange_batch(School& school, Library& library, ByteView batch, UnixMs now_ms) {
  TRY_ASSIGN(const bundle::Batch bundles, bundle::decode_batch(batch));
  Relayed result;
  bundle::BatchAnswer answer;
  std::size_t answer_bytes = 0;
  for (const Bytes& bytes : bundles) {
    if (answer_bytes >= limits::relay_batch_bytes_max) break;
    auto exchanged = exchange(school, library, bytes, now_ms);
    if (!exchanged && may_pass(exchanged.error().code)) {
      if (answer.handled == 0) return tl::unexpected(std::move(exchanged).error());
      break;
    }
    ++answer.handled;
    if (!exchanged) {
      ++result.bundles_refused;
      continue;
    }
    ++result.bundles_taken;
    result.events_new += exchanged->events_new;
    if (!exchanged->reply_box) continue;  // of a device that asked for no answer
    answer_bytes += exchanged->reply.size();
    answer.replies.push_back({*exchanged->reply_box, std::move(exchanged->reply)});
  }
  std::sort(answer.replies.begin(), answer.replies.end(),
            [](const bundle::BoxedReply& a, const bundle::BoxedReply& b) { return a.box < b.box; });
  result.answer = bundle::encode(answer);
  return result;
}

}  // namespace hornbook::server
