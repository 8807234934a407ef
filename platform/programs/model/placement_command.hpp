// hornbook-model placement: what a check of where to start finds out about simulated learners.
#pragma once

#include "platform/programs/model/subcommand.hpp"

namespace hornbook::platform {

void add_placement_command(CLI::App& app, Run& run);

}  // namespace hornbook::platform
