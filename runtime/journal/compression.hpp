// zstd, as segments and capsules use it: one frame that states its size and names no dictionary.
#pragma once

#include "runtime/core/bytes.hpp"

namespace hornbook::journal {

// 19 for what is sent once and kept, 3 for what is written while a child waits.
enum class Effort : int { Quick = 3, Thorough = 19 };

// OurBug when zstd refuses, which it does for lack of memory alone. Who reads must have the same dictionary.
[[nodiscard]] Result<Bytes> compress(ByteView plain, Effort effort, ByteView dictionary = {});
// Corrupt when it is no whole frame, LimitExceeded when the frame states more than `size_max` bytes or no size at all:
// nothing is allocated before that is known. OurBug for lack of memory.
[[nodiscard]] Result<Bytes> decompress(ByteView frame, std::size_t size_max, ByteView dictionary = {});

}  // namespace hornbook::journal
