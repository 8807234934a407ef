// Crockford's base 32 (https://www.crockford.com/base32.html), in RFC 4648's order of bits: what a person reads off
// paper and types. No letter looks like a digit; small letters, O for 0 and I or L for 1 are taken.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "runtime/core/bytes.hpp"

namespace hornbook {

// Eight characters for five bytes; `bytes` is a multiple of five long.
[[nodiscard]] std::string to_base32(ByteView bytes);
// Letters and digits alone, in capitals: what of a typed text is meant.
[[nodiscard]] std::string base32_essence(std::string_view typed);
// `essence` fills `into` exactly. False when its length is another, or it has a character that is none of ours.
[[nodiscard]] bool read_base32(std::string_view essence, std::span<std::uint8_t> into);

}  // namespace hornbook
