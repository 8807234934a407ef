// What was said, as JSON, for scripts.
#pragma once

#include <string>
#include <vector>

#include "platform/speech/speech.hpp"

namespace hornbook::platform {

// A list of {"text", "lang", "heard"}; `heard` is the text up to the last word that was heard. Ends with a new line.
[[nodiscard]] std::string transcript_json(const std::vector<Said>& transcript);

}  // namespace hornbook::platform
