#include "runtime/journal/capsule.hpp"

#include <cstdlib>

#include "runtime/core/limits.hpp"
#include "runtime/journal/compression.hpp"

// The first byte says what the rest is taken for: a whole state, a delta, or a compressed whole state.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  if (size == 0) return 0;
  const ByteView input(data + 1, size - 1);
  if (data[0] == 1) {
    journal::Capsule capsule;
    (void)journal::apply_capsule_delta(capsule, input);
    return 0;
  }
  Bytes plain(input.begin(), input.end());
  if (data[0] == 2) {
    auto expanded = journal::decompress(input, limits::capsule_bytes_max);
    if (!expanded) return 0;
    plain = std::move(*expanded);
  }
  const auto capsule = journal::decode_capsule(plain);
  if (!capsule) return 0;
  const auto written = journal::encode(*capsule);
  if (!written) return 0;
  const auto again = journal::decode_capsule(*written);
  if (!again || again->settings != capsule->settings || again->tail != capsule->tail) std::abort();
  return 0;
}
