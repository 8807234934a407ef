// `hornbook-model stream TRAIN.csv` and `hornbook-model explain TRAIN.csv`.
#pragma once

#include "platform/programs/model/subcommand.hpp"

namespace hornbook::platform {

void add_stream_commands(CLI::App& app, Run& run);

}  // namespace hornbook::platform
