// zstd, as segments use it: one frame that states its size, no dictionary.
#pragma once

#include "runtime/core/bytes.hpp"

namespace hornbook::journal {

// OurBug when zstd refuses, which it does for lack of memory alone.
[[nodiscard]] Result<Bytes> compress(ByteView plain);
// Corrupt when it is no whole frame, LimitExceeded when the frame states more than `size_max` bytes or no size at all:
// nothing is allocated before that is known.
[[nodiscard]] Result<Bytes> decompress(ByteView frame, std::size_t size_max);

}  // namespace hornbook::journal
