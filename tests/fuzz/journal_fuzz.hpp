// For the journal's parsers: whatever is accepted must be written again as the very same bytes, so that nothing has two
// encodings and no field is lost on the way.
#pragma once

#include <algorithm>
#include <cstdlib>

#include "runtime/core/bytes.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::test {

template <class Decode, class Encode>
int expect_one_encoding(const std::uint8_t* data, std::size_t size, Decode decode, Encode encode) {
  const ByteView input(data, size);
  const auto value = decode(input);
  if (!value) return 0;
  const Bytes again = encode(*value);
  if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) std::abort();
  return 0;
}

}  // namespace hornbook::test
