// Carries a script out on a stage, step by step, and stops at the first that fails.
#pragma once

#include "platform/script/stage.hpp"
#include "platform/script/step.hpp"

namespace hornbook::platform {

// BadInput, naming the line, when a step fails; other codes when a file could not be written.
[[nodiscard]] Done perform(Stage& stage, const Script& script);

}  // namespace hornbook::platform
