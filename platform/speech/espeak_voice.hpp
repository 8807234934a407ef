// Voices of eSpeak NG, which hands its samples over instead of playing them.
#pragma once

#include <string>

#include "platform/speech/voice.hpp"

namespace hornbook::platform {

// The library is made ready by the first words, in about 35 ms. It has one state for the whole process: all of these
// are used from one thread.
class EspeakVoice final : public Voice {
 public:
  [[nodiscard]] Result<Spoken> say(const std::string& text, std::string_view language, float pace) override;
};

}  // namespace hornbook::platform
