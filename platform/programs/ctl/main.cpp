// hornbookctl: sets a device up and carries its bundles. No window, no learner's keys.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "platform/programs/ctl/commands.hpp"
#include "platform/system/hardening.hpp"
#include "platform/system/paths.hpp"
#include "runtime/core/crypto.hpp"

namespace {

using namespace hornbook;

constexpr int wrong_usage = 2;

struct Arguments {
  std::string data = platform::default_data_directory().string();
  std::string file, old_file;
  std::string relay;
  device::SyncOptions sync;
  std::int64_t deadline_s = 120;
  std::int64_t every_s = 0;  // 0: once
  bool json = false;
  bool offline = false;
  bool yes = false;

  [[nodiscard]] platform::Report report() const { return json ? platform::Report::Json : platform::Report::Text; }
};

Done run(const CLI::App& app, Arguments& arguments) {
  TRY_DONE(platform::forbid_core_dumps());
  TRY_DONE(crypto_start());
  const std::string command = app.get_subcommands().front()->get_name();
  arguments.sync.deadline_ms = arguments.deadline_s * 1000;
  if (command == "enrol")
    return platform::command_enrol(arguments.data, arguments.file,
                                   arguments.offline ? platform::FirstSync::Later : platform::FirstSync::Try);
  if (command == "sync" && !arguments.relay.empty())
    return platform::command_visit_relay(arguments.data, arguments.relay, arguments.sync, arguments.report());
  if (command == "sync" && arguments.every_s > 0)
    return platform::command_keep_in_sync(arguments.data, arguments.sync, arguments.every_s, arguments.report());
  if (command == "sync") return platform::command_sync(arguments.data, arguments.sync, arguments.report());
  if (command == "export") return platform::command_export(arguments.data, arguments.file);
  if (command == "import") return platform::command_import(arguments.data, arguments.file);
  if (command == "status") return platform::command_status(arguments.data, arguments.report());
  if (command == "passphrase") return platform::command_passphrase(arguments.data, arguments.old_file, arguments.file);
  if (command == "wipe") return platform::command_wipe(arguments.data);
  return platform::command_verify(arguments.data);
}

void declare(CLI::App& app, Arguments& arguments) {
  app.require_subcommand(1);
  app.add_option("--data", arguments.data, "the device's data folder");
  CLI::App* enrol = app.add_subcommand("enrol", "make this device belong to a school");
  enrol->add_option("FILE", arguments.file, "enrolment file of the server, or - for stdin")->required();
  enrol->add_flag("--offline", arguments.offline, "do not try a first sync");
  CLI::App* sync = app.add_subcommand("sync", "exchange with the school's server");
  sync->add_option("--server", arguments.sync.server_url, "another address of the same server");
  sync->add_option("--relay", arguments.relay, "card of a relay that carries for the school, instead of the server");
  sync->add_option("--budget", arguments.sync.traffic_bytes_max, "bytes to carry, both ways")
      ->check(CLI::PositiveNumber);
  sync->add_option("--deadline", arguments.deadline_s, "seconds for everything")->check(CLI::Range(1, 86'400));
  sync->add_option("--every", arguments.every_s, "go on until stopped: seconds between syncs")
      ->check(CLI::Range(10, 86'400));
  sync->add_flag("--json", arguments.json, "report as JSON");
  app.add_subcommand("export", "write what waits for the school")
      ->add_option("FILE", arguments.file, "a .hbundle file, or a folder such as a stick that several devices use")
      ->required();
  app.add_subcommand("import", "take the school's reply")
      ->add_option("FILE", arguments.file, "a .hbundle file, or the folder: what is this device's is found there")
      ->required();
  app.add_subcommand("status", "what is on this device")->add_flag("--json", arguments.json, "report as JSON");
  CLI::App* passphrase = app.add_subcommand("passphrase", "give a family's device another passphrase");
  passphrase->add_option("--old-file", arguments.old_file, "file whose first line is the one it has")->required();
  passphrase->add_option("--new-file", arguments.file, "file whose first line is the new one")->required();
  app.add_subcommand("wipe", "forget everything")->add_flag("--yes", arguments.yes, "yes, really")->required();
  app.add_subcommand("verify", "look for damage");
}

}  // namespace

int main(int count, char** values) {
  CLI::App app("Sets a Hornbook device up and carries its bundles", "hornbookctl");
  Arguments arguments;
  declare(app, arguments);
  try {
    app.parse(count, values);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help
    std::fprintf(stderr, "command line: %s; see hornbookctl --help\n", error.what());
    return wrong_usage;
  }
  const Done done = run(app, arguments);
  if (done) return 0;
  std::fprintf(stderr, "%s\n", describe(done.error()).c_str());
  return exit_code(done.error().code);
}
