#include "platform/programs/model/simulate_command.hpp"

#include <algorithm>
#include <fstream>

#include "platform/programs/model/simulate/write_log.hpp"

namespace hornbook::platform {
namespace {

struct SimulateOptions {
  std::size_t learners = 0;
  std::uint64_t seed = 0;
  std::string family;
  std::string log;
};

std::vector<simulate::FamilyKind> families_named(const std::string& name) {
  std::vector<simulate::FamilyKind> named;
  for (const simulate::FamilyKind kind : simulate::all_families)
    if (name == "all" || name == simulate::name_of(kind)) named.push_back(kind);
  return named;
}

Done write_log_file(const SimulateOptions& options) {
  if (options.family == "all")
    return fail(ErrorCode::WrongUsage, "simulate", "a log is of one family; name it with --family");
  std::ofstream file(options.log, std::ios::binary);
  simulate::LogShape shape;
  shape.learners = options.learners;
  simulate::write_log(families_named(options.family).front(), shape, options.seed, file);
  file.close();
  if (!file)
    return fail(ErrorCode::StorageFailure, "simulate", "the log cannot be written; check its name and the space left");
  return {};
}

}  // namespace

void add_simulate_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("simulate", "compare policies on simulated learners");
  const auto options = std::make_shared<SimulateOptions>();  // shared: it must outlive the parsing
  std::vector<std::string> families{"all"};
  for (const simulate::FamilyKind kind : simulate::all_families) families.emplace_back(simulate::name_of(kind));
  command->add_option("--learners", options->learners, "how many of each family")
      ->required()
      ->check(CLI::Range(1, 1'000'000));
  command->add_option("--seed", options->seed, "the same seed gives the same bytes")->required();
  command->add_option("--family", options->family, "one family")->default_val("all")->check(CLI::IsMember(families));
  command->add_option("--log", options->log, "write a school's log of the family to this file instead");
  command->callback([options, &run] { run = [options] { return write_log_file(*options); }; });
}

}  // namespace hornbook::platform
