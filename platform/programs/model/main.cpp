// hornbook-model: the learner model on files, for researchers and tests.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "platform/programs/model/replay_file.hpp"
#include "runtime/core/crypto.hpp"

namespace {

using namespace hornbook;

constexpr int wrong_usage = 2;

Done replay(const std::string& path) {
  TRY_DONE(crypto_start());
  std::ifstream lines(path);
  if (!lines) return fail(ErrorCode::BadInput, "replay", "the events file cannot be read; check its name");
  TRY_ASSIGN(const platform::ReplayFile file, platform::read_replay_file(lines));
  const platform::ReplayTotals totals = platform::write_replay(file, std::cout);
  std::cout.flush();
  if (totals.same != totals.decisions) {
    return fail(ErrorCode::BadInput, "replay",
                std::to_string(totals.decisions - totals.same) + " of " + std::to_string(totals.decisions) +
                    " decisions do not follow from their past; look for other outcomes than \"same\"");
  }
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app{"The learner model on files"};
  app.require_subcommand(1);
  std::string path;
  app.add_subcommand("replay", "compute every decision again, bit for bit")
      ->add_option("EVENTS", path, "events as JSON Lines")
      ->required();
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help
    std::fprintf(stderr, "command line: %s; see hornbook-model --help\n", error.what());
    return wrong_usage;
  }
  const Done done = replay(path);
  if (done) return 0;
  std::fprintf(stderr, "%s\n", describe(done.error()).c_str());
  return exit_code(done.error().code);
}
