// What a stranger may send to a relay, a relay to a school or a device. What is read is written back to something that
// reads the same.
#include <cstdlib>

#include "sync/bundle/relay_messages.hpp"

using namespace hornbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteView bytes(data, size);
  const auto is_same = [&](const Bytes& written) { return written == Bytes(bytes.begin(), bytes.end()); };
  if (const auto visit = bundle::decode_visit(bytes); visit && !is_same(bundle::encode(*visit))) std::abort();
  if (const auto fetched = bundle::decode_fetched(bytes); fetched && !is_same(bundle::encode_fetched(*fetched)))
    std::abort();
  if (const auto batch = bundle::decode_batch(bytes); batch && !is_same(bundle::encode_batch(*batch))) std::abort();
  if (const auto answer = bundle::decode_batch_answer(bytes); answer && !is_same(bundle::encode(*answer))) std::abort();
  return 0;
}
