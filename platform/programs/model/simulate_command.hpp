// `hornbook-model simulate`: learners that are made up, to compare policies on and to try models on.
#pragma once

#include "platform/programs/model/subcommand.hpp"

namespace hornbook::platform {

void add_simulate_command(CLI::App& app, Run& run);

}  // namespace hornbook::platform
