// The port to a voice: words become samples, with when each is said.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook::platform {

struct SpokenWord {
  std::uint32_t begin = 0, end = 0;  // bytes of the text
  std::int64_t at_ms = 0;            // from the start of the samples
};
struct Spoken {
  int rate_hz = 22'050;
  std::vector<std::int16_t> samples;  // one channel
  std::vector<SpokenWord> words;      // ascending; together they cover what is said
};

class Voice {
 public:
  virtual ~Voice() = default;

  // Sounds that are no words stand in the text between `[[` and `]]`, in the notation of eSpeak NG: `[[s:]]`.
  // `language` is a BCP 47 tag; `pace` 1 is the voice's own, 0.5 … 2. NotFound when there is no voice for the language,
  // OurBug when the voice itself fails. No error names the text.
  [[nodiscard]] virtual Result<Spoken> say(const std::string& text, std::string_view language, float pace) = 0;
};

}  // namespace hornbook::platform
