// hornbook-model: the learner model on files, for researchers and tests. One file a subcommand.
#include <cstdio>

#include "platform/programs/model/memory_command.hpp"
#include "platform/programs/model/placement_command.hpp"
#include "platform/programs/model/replay_command.hpp"
#include "platform/programs/model/simulate_command.hpp"
#include "platform/programs/model/stream_command.hpp"

namespace {

constexpr int wrong_usage = 2;

}  // namespace

int main(int count, char** arguments) {
  using namespace hornbook;
  CLI::App app{"The learner model on files"};
  app.require_subcommand(1);
  platform::Run run;
  platform::add_memory_command(app, run);
  platform::add_placement_command(app, run);
  platform::add_replay_command(app, run);
  platform::add_simulate_command(app, run);
  platform::add_stream_commands(app, run);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help
    std::fprintf(stderr, "command line: %s; see hornbook-model --help\n", error.what());
    return wrong_usage;
  }
  const Done done = run();
  if (done) return 0;
  std::fprintf(stderr, "%s\n", describe(done.error()).c_str());
  return exit_code(done.error().code);
}
