// Plays one sound after the other through the output, making samples a little ahead of what is heard.
#pragma once

#include <optional>

#include "platform/sound/sound_source.hpp"
#include "platform/system/clock.hpp"

namespace hornbook::platform {

// Not thread-safe. Everything passed in must outlive it.
class SoundPlayer {
 public:
  SoundPlayer(SoundOutput& output, const Clock& clock) : output_(output), clock_(clock) {}

  // In place of what is heard. BadInput when its beginning cannot be made.
  [[nodiscard]] Done play(std::unique_ptr<SoundSource> source);
  void stop();
  // Something else is heard through the output: the sound is over, and the output is left alone.
  void give_way() { source_.reset(); }

  // Makes more of it; true when it was heard to its end since the last call, or went on no more because it is damaged.
  [[nodiscard]] bool follow();
  // When there is something to do; nothing in silence.
  [[nodiscard]] std::optional<MonotonicMs> next_change() const;

 private:
  [[nodiscard]] Done make_more();

  SoundOutput& output_;
  const Clock& clock_;
  std::unique_ptr<SoundSource> source_;  // nullptr: nothing is heard
  bool made_all_ = false;
  std::int64_t queued_samples_ = 0;
};

}  // namespace hornbook::platform
