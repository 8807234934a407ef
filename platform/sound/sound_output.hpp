// Where samples go to be heard: one sound at a time, whoever made it. Sounds of a pack, video and speech share one
// output; to begin another is to end the one before.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "runtime/core/time.hpp"

namespace hornbook::platform {

// Signed samples of 16 bits; those of one moment stand beside each other, one a channel.
struct SoundFormat {
  int rate_hz = 48'000;  // samples a second and channel: 8,000 … 48,000
  int channels = 1;      // 1 or 2
  bool operator==(const SoundFormat&) const = default;
};

class SoundOutput {
 public:
  virtual ~SoundOutput() = default;

  // A new sound begins, with nothing to hear yet, at position 0. What was to be heard of another is dropped.
  virtual void start(SoundFormat format) = 0;
  // More of the sound that was started; copied. Without one it is dropped.
  virtual void queue(std::span<const std::int16_t> samples) = 0;
  // Keeps what is queued, and the position.
  virtual void pause() = 0;
  virtual void resume() = 0;
  // Ends the sound at once. The device rests until the next start.
  virtual void stop() = 0;

  // How much of the sound has been heard since it was started, to about a fiftieth of a second; 0 without a sound.
  [[nodiscard]] virtual std::int64_t position_ms() const = 0;
  // Whether all that was queued has been heard; true without a sound.
  [[nodiscard]] virtual bool is_drained() const = 0;
};

// The loudspeaker of this machine. Where there is none, or it cannot be opened, sounds pass in time and in silence.
// `clock` must outlive the output.
[[nodiscard]] std::unique_ptr<SoundOutput> open_loudspeaker(const Clock& clock);

}  // namespace hornbook::platform
