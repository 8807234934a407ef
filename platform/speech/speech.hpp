// Says a text through the sound output, a sentence at a time, and tells which word is heard.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "platform/sound/sound_output.hpp"
#include "platform/speech/voice.hpp"
#include "platform/system/clock.hpp"

namespace hornbook::platform {

struct WordHeard {
  std::uint32_t begin = 0, end = 0;  // bytes of the text
};
struct SpeechOver {};  // all of it was heard
// What was said of a text: all of it, or as far as the last word that was heard.
struct Said {
  std::string text, language;
  std::size_t heard_bytes = 0;
};
using SpeechEvent = std::variant<WordHeard, SpeechOver>;

// Not thread-safe. Everything passed in must outlive it.
class Speech {
 public:
  Speech(Voice& voice, SoundOutput& output, const Clock& clock) : voice_(voice), output_(output), clock_(clock) {}

  // Starts to say the text, in place of what was being said. As Voice::say.
  [[nodiscard]] Done say(std::string text, std::string language, float pace);
  void stop();

  // What was said since the last call, when it is kept: for scripts, which look at it. Nobody else keeps what children
  // hear.
  void keep_transcript() { keeps_transcript_ = true; }
  [[nodiscard]] std::vector<Said> take_transcript() { return std::exchange(transcript_, {}); }

  // What has happened since the last call. A sentence that cannot be said is passed over.
  [[nodiscard]] std::vector<SpeechEvent> take_events();
  // When something will have happened; nothing while it is silent.
  [[nodiscard]] std::optional<MonotonicMs> next_change() const;

 private:
  [[nodiscard]] Done queue_sentence();

  Voice& voice_;
  SoundOutput& output_;
  const Clock& clock_;
  std::string text_, language_;
  float pace_ = 1;
  bool speaking_ = false;
  std::size_t queued_ = 0;        // bytes of the text
  std::int64_t queued_ms_ = 0;    // of sound
  std::deque<SpokenWord> words_;  // still to be heard, of the text
  bool keeps_transcript_ = false;
  std::vector<Said> transcript_;
};

// Where the sentence ends that starts at `begin`: behind its mark and the spaces after it, or after a length that is
// said in some seconds. At most text.size().
[[nodiscard]] std::size_t sentence_end(std::string_view text, std::size_t begin);

}  // namespace hornbook::platform
