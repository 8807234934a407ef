// Sound that passes in time without being heard: without a device, without a screen, in scripts and in tests.
#pragma once

#include <optional>

#include "platform/sound/sound_output.hpp"

namespace hornbook::platform {

class SilentSoundOutput final : public SoundOutput {
 public:
  // `clock` must outlive the output.
  explicit SilentSoundOutput(const Clock& clock) : clock_(clock) {}

  void start(SoundFormat format) override;
  void queue(std::span<const std::int16_t> samples) override;
  void pause() override;
  void resume() override;
  void stop() override;
  [[nodiscard]] std::int64_t position_ms() const override;
  [[nodiscard]] bool is_drained() const override;

 private:
  struct Sound {
    SoundFormat format;
    std::uint64_t samples = 0;                 // of all channels, queued so far
    std::int64_t heard_ms = 0;                 // up to `running_since`
    std::optional<MonotonicMs> running_since;  // nothing while paused
  };
  [[nodiscard]] std::int64_t length_ms() const;
  // Counts what was heard until now. A sound that ran dry waits for more: the time without samples is not heard.
  void settle();

  const Clock& clock_;
  std::optional<Sound> sound_;
};

}  // namespace hornbook::platform
