// `hornbook-model replay EVENTS.jsonl`.
#pragma once

#include "platform/programs/model/subcommand.hpp"

namespace hornbook::platform {

void add_replay_command(CLI::App& app, Run& run);

}  // namespace hornbook::platform
