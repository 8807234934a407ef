// Sounds of packs as samples: Ogg Opus (RFC 7845) by libopusfile, and WAV with samples of 16 bits. What they hold comes
// from outside; nothing in them is believed.
#pragma once

#include <vector>

#include "platform/sound/sound_output.hpp"
#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

struct DecodedSound {
  SoundFormat format;
  std::vector<std::int16_t> samples;  // of all channels
};

[[nodiscard]] std::uint32_t duration_ms(const DecodedSound& sound);

// BadInput when it is neither, is damaged or holds nothing to hear; LimitExceeded when it is longer than
// limits::sound_seconds_max or larger than limits::sound_bytes_max.
[[nodiscard]] Result<DecodedSound> decode_sound(ByteView file);

}  // namespace hornbook::platform
