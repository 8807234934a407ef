// The sections of a bundle, after its signature held. What is read must be written back to something that reads the
// same.
#include <cstdlib>

#include "sync/bundle/payload.hpp"

using namespace hornbook;

namespace {

template <class Bundle>
void write_and_read_again(const Result<Bundle>& first, Result<Bundle> (*decode)(ByteView)) {
  if (!first) return;
  const Bytes written = bundle::encode_payload(*first);
  const Result<Bundle> second = decode(written);
  if (!second || bundle::encode_payload(*second) != written) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool started = crypto_start().has_value();
  if (!started) return 0;
  write_and_read_again(bundle::decode_up_payload({data, size}), bundle::decode_up_payload);
  write_and_read_again(bundle::decode_down_payload({data, size}), bundle::decode_down_payload);
  static_cast<void>(bundle::find_enrolment_request({data, size}));
  return 0;
}
