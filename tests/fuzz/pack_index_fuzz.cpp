#include <algorithm>

#include "runtime/pack/signed_index.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const hornbook::ByteView bytes(data, size);
  // What decodes has one encoding.
  if (const auto index = hornbook::pack::decode_index(bytes)) {
    const hornbook::Bytes again = encode(*index);
    if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) __builtin_trap();
  }
  static_cast<void>(hornbook::pack::read_signed_index(bytes));
  return 0;
}
