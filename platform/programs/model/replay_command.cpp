#include "platform/programs/model/replay_command.hpp"

#include <fstream>
#include <iostream>

#include "platform/programs/model/replay_file.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::platform {
namespace {

Done replay(const std::string& path) {
  TRY_DONE(crypto_start());
  std::ifstream lines(path);
  if (!lines) return fail(ErrorCode::BadInput, "replay", "the events file cannot be read; check its name");
  TRY_ASSIGN(const ReplayFile file, read_replay_file(lines));
  const ReplayTotals totals = write_replay(file, std::cout);
  std::cout.flush();
  if (totals.same != totals.decisions) {
    return fail(ErrorCode::BadInput, "replay",
                std::to_string(totals.decisions - totals.same) + " of " + std::to_string(totals.decisions) +
                    " decisions do not follow from their past; look for other outcomes than \"same\"");
  }
  return {};
}

}  // namespace

void add_replay_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("replay", "compute every decision again, bit for bit");
  const auto path = std::make_shared<std::string>();  // shared: it must outlive the parsing
  command->add_option("EVENTS", *path, "events as JSON Lines")->required();
  command->callback([path, &run] { run = [path] { return replay(*path); }; });
}

}  // namespace hornbook::platform
