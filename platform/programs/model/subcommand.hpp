// What every subcommand of hornbook-model has: it adds itself to the command line and, when it was given, leaves behind
// what is to be run.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "runtime/core/error.hpp"

namespace hornbook::platform {

using Run = std::function<Done()>;

}  // namespace hornbook::platform
