#include "platform/programs/model/simulate_command.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>

#include "platform/programs/model/simulate/write_log.hpp"
#include "platform/programs/model/write_comparison.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::platform {
namespace {

struct SimulateOptions {
  std::size_t learners = 0;
  std::uint64_t seed = 0;
  std::string policy;
  std::string family;
  std::string log;
  bool json = false;
};

constexpr auto all = "all";

// The kinds of that name; every one for "all".
template <class Kinds>
auto named(const Kinds& kinds, const std::string& name) {
  std::vector<typename Kinds::value_type> chosen;
  for (const auto kind : kinds)
    if (name == all || name == name_of(kind)) chosen.push_back(kind);
  return chosen;
}

template <class Kinds>
std::vector<std::string> names_of(const Kinds& kinds) {
  std::vector<std::string> names{all};
  for (const auto kind : kinds) names.emplace_back(name_of(kind));
  return names;
}

Done write_log_file(const SimulateOptions& options) {
  if (options.family == all)
    return fail(ErrorCode::WrongUsage, "simulate", "a log is of one family; name it with --family");
  std::ofstream file(options.log, std::ios::binary);
  simulate::LogShape shape;
  shape.learners = options.learners;
  simulate::write_log(named(simulate::all_families, options.family).front(), shape, options.seed, file);
  file.close();
  if (file) return {};
  return fail(ErrorCode::StorageFailure, "simulate", "the log cannot be written; check its name and the space left");
}

using Outcomes = std::vector<simulate::LearnerOutcome>;

std::vector<ComparisonRow> compare(simulate::FamilyKind family, const SimulateOptions& options) {
  std::vector<ComparisonRow> rows;
  std::vector<Outcomes> outcomes;
  const Outcomes* usual = nullptr;
  const auto policies = named(simulate::all_policies, options.policy);
  outcomes.reserve(policies.size());
  for (const simulate::PolicyKind policy : policies) {
    outcomes.push_back(simulate::try_policy(family, policy, {}, options.learners, options.seed));
    rows.push_back({family, policy, simulate::summarise(outcomes.back(), options.seed), {}});
    if (policy == simulate::PolicyKind::RandomUntilKnown) usual = &outcomes.back();
  }
  for (std::size_t at = 0; usual != nullptr && at < rows.size(); ++at)
    if (&outcomes[at] != usual) rows[at].saving = simulate::saving(outcomes[at], *usual, options.seed);
  return rows;
}

Done run_simulate(const SimulateOptions& options) {
  TRY_DONE(crypto_start());
  if (!options.log.empty()) return write_log_file(options);
  if (options.policy.empty())
    return fail(ErrorCode::WrongUsage, "simulate", "say which policy with --policy, or where a log goes with --log");
  std::vector<ComparisonRow> rows;
  for (const simulate::FamilyKind family : named(simulate::all_families, options.family)) {
    std::vector<ComparisonRow> more = compare(family, options);
    std::move(more.begin(), more.end(), std::back_inserter(rows));
  }
  if (options.json)
    write_json(rows, options.learners, options.seed, std::cout);
  else
    write_text(rows, std::cout);
  std::cout.flush();
  return {};
}

}  // namespace

void add_simulate_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("simulate", "compare policies on simulated learners");
  const auto options = std::make_shared<SimulateOptions>();  // shared: it must outlive the parsing
  command->add_option("--learners", options->learners, "how many of each family")
      ->required()
      ->check(CLI::Range(1, 1'000'000));
  CLI::Option* policy = command->add_option("--policy", options->policy, "what decides on the next item")
                            ->check(CLI::IsMember(names_of(simulate::all_policies)));
  command->add_option("--seed", options->seed, "the same seed gives the same bytes")->required();
  command->add_option("--family", options->family, "of learners")
      ->default_val(all)
      ->check(CLI::IsMember(names_of(simulate::all_families)));
  command->add_flag("--json", options->json, "the table as JSON");
  command->add_option("--log", options->log, "instead, write a school's log of the family to this file")
      ->excludes(policy);
  command->callback([options, &run] { run = [options] { return run_simulate(*options); }; });
}

}  // namespace hornbook::platform
