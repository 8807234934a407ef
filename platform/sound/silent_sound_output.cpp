#include "platform/sound/silent_sound_output.hpp"

#include <algorithm>

namespace hornbook::platform {

void SilentSoundOutput::start(SoundFormat format) { sound_ = Sound{format, 0, 0, clock_.monotonic_ms()}; }

void SilentSoundOutput::queue(std::span<const std::int16_t> samples) {
  if (!sound_) return;
  settle();
  sound_->samples += samples.size();
}

void SilentSoundOutput::pause() {
  if (!sound_) return;
  settle();
  sound_->running_since.reset();
}

void SilentSoundOutput::resume() {
  if (sound_ && !sound_->running_since) sound_->running_since = clock_.monotonic_ms();
}

void SilentSoundOutput::stop() { sound_.reset(); }

std::int64_t SilentSoundOutput::position_ms() const {
  if (!sound_) return 0;
  const std::int64_t ran_ms = sound_->running_since ? clock_.monotonic_ms() - *sound_->running_since : 0;
  return std::min(sound_->heard_ms + ran_ms, length_ms());
}

bool SilentSoundOutput::is_drained() const { return !sound_ || position_ms() >= length_ms(); }

std::int64_t SilentSoundOutput::length_ms() const {
  const auto a_second =
      static_cast<std::uint64_t>(sound_->format.rate_hz) * static_cast<unsigned>(sound_->format.channels);
  return static_cast<std::int64_t>(sound_->samples * 1000 / a_second);
}

void SilentSoundOutput::settle() {
  sound_->heard_ms = position_ms();
  if (sound_->running_since) sound_->running_since = clock_.monotonic_ms();
}

}  // namespace hornbook::platform
