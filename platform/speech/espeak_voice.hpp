// Voices of eSpeak NG, which hands its samples over instead of playing them.
#pragma once

#include <string>

#include "platform/speech/voice.hpp"

namespace hornbook::platform {

// The library is made ready by the first words, in about 35 ms. It has one state for the whole process: only one of
// these may be in use, from one thread.
class EspeakVoice final : public Voice {
 public:
  EspeakVoice() = default;
  ~EspeakVoice() override;
  EspeakVoice(const EspeakVoice&) = delete;
  EspeakVoice& operator=(const EspeakVoice&) = delete;

  [[nodiscard]] Result<Spoken> say(const std::string& text, std::string_view language, float pace) override;

 private:
  [[nodiscard]] Done make_ready();
  [[nodiscard]] Done choose(std::string_view language);

  int rate_hz_ = 0;       // 0: not ready
  std::string language_;  // whose voice is chosen
};

}  // namespace hornbook::platform
