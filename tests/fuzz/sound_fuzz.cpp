// Whatever a pack says is a sound is played in full or refused: never longer than allowed, never half a moment.
#include <cstdint>
#include <cstdlib>

#include "platform/sound/decode_sound.hpp"
#include "runtime/core/limits.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto sound = hornbook::platform::decode_sound({data, size});
  if (!sound) return 0;
  const auto channels = static_cast<std::size_t>(sound->format.channels);
  const auto a_second = static_cast<std::size_t>(sound->format.rate_hz) * channels;
  if (sound->samples.empty() || sound->samples.size() % channels != 0) std::abort();
  if (sound->samples.size() > a_second * hornbook::limits::sound_seconds_max) std::abort();
  return 0;
}
