// What segments are compressed against, so that even the first events of a day cost little: zstd dictionaries, trained
// on class days of a made-up course (tests/simulation/train_dictionary.cpp). One that was ever shipped is never changed
// and never taken away: segments that name it must be readable.
#pragma once

#include <cstdint>
#include <optional>

#include "runtime/core/bytes.hpp"

namespace hornbook::journal {

inline constexpr std::uint32_t newest_segment_dictionary = 1;

// 0 is the empty one. nullopt when a newer program made it.
[[nodiscard]] std::optional<ByteView> segment_dictionary(std::uint32_t number);

}  // namespace hornbook::journal
