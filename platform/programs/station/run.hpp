// Puts the station together from its options and runs it.
#pragma once

#include "platform/programs/station/options.hpp"

namespace hornbook::platform {

// The error says what ended the program; see the exit codes of ErrorCode.
[[nodiscard]] Done run(const Options& options);

}  // namespace hornbook::platform
