// The loudspeaker, by SDL's queued audio: SDL hands the queue to the device in a thread of its own.
// Thread rule: one thread, the one that reads events.
#pragma once

#include <cstdint>

#include "platform/sound/silent_sound_output.hpp"

namespace hornbook::platform {

class SdlSoundOutput final : public SoundOutput {
 public:
  // `clock` must outlive the output; it counts where the device cannot be opened.
  explicit SdlSoundOutput(const Clock& clock);
  ~SdlSoundOutput() override;
  SdlSoundOutput(const SdlSoundOutput&) = delete;
  SdlSoundOutput& operator=(const SdlSoundOutput&) = delete;

  void start(SoundFormat format) override;
  void queue(std::span<const std::int16_t> samples) override;
  void pause() override;
  void resume() override;
  void stop() override;
  [[nodiscard]] std::int64_t position_ms() const override;
  [[nodiscard]] bool is_drained() const override;

 private:
  void open(SoundFormat format);
  void close();
  [[nodiscard]] std::int64_t duration_ms(std::uint64_t bytes) const;

  SilentSoundOutput silent_;  // in place of a device
  bool has_audio_ = false;
  std::uint32_t device_ = 0;  // 0: none is open
  SoundFormat format_;        // that the device was opened with
  bool started_ = false;      // there is a sound
  std::uint64_t queued_bytes_ = 0;
  std::int64_t buffer_ms_ = 0;  // that the device has taken from the queue and not made heard
};

}  // namespace hornbook::platform
