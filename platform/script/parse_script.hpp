// Reads a script. See SCRIPT.md for the words of each step.
#pragma once

#include <string_view>

#include "platform/script/step.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

// Empty lines are passed over. BadInput, naming the line, when a step is malformed, unknown or holds a word that it
// does not take; LimitExceeded when the script is longer than limits::script_bytes_max.
[[nodiscard]] Result<Script> parse_script(std::string_view text);

}  // namespace hornbook::platform
