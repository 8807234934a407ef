// Whatever the bytes, the readers of states, bases and parameters end with an error or with what is written back the
// same.
#include <cstdint>
#include <cstdlib>

#include "runtime/interpret/learner_state.hpp"

namespace interpret = hornbook::interpret;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const hornbook::ByteView bytes(data, size);
  const hornbook::Bytes same(data, data + size);
  if (const auto state = interpret::decode_state(bytes)) {
    if (interpret::encode(*state) != same) std::abort();
  }
  if (const auto base = interpret::decode_base(bytes)) {
    if (interpret::encode(*base) != same) std::abort();
  }
  if (const auto parameters = interpret::decode_parameters(bytes)) {
    if (interpret::encode(*parameters) != same) std::abort();
  }
  return 0;
}
