// Samples that are made while they are heard, some at a time.
#pragma once

#include <memory>
#include <vector>

#include "platform/sound/sound_output.hpp"
#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

class SoundSource {
 public:
  virtual ~SoundSource() = default;
  [[nodiscard]] virtual SoundFormat format() const = 0;
  // The next samples, of all channels; empty at the end. BadInput when what they are made of is damaged.
  [[nodiscard]] virtual Result<std::vector<std::int16_t>> next() = 0;
};

// An Ogg Opus or WAV file from this moment on, decoded at once. As decode_sound.
[[nodiscard]] Result<std::unique_ptr<SoundSource>> open_sound(ByteView file, std::uint32_t from_ms);

}  // namespace hornbook::platform
