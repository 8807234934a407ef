// `hornbook-model memory REVIEWS.csv`.
#pragma once

#include "platform/programs/model/subcommand.hpp"

namespace hornbook::platform {

void add_memory_command(CLI::App& app, Run& run);

}  // namespace hornbook::platform
