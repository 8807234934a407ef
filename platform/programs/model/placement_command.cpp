#include "platform/programs/model/placement_command.hpp"

#include <cstdio>

#include "platform/programs/model/simulate/placement_trial.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::platform {
namespace {

struct PlacementOptions {
  std::size_t learners = 0;
  std::uint64_t seed = 0;
};

constexpr auto head =
    "family         questions  precise   to it  floor  ceiling    corr.    bias  wrongly opened  held back"
    "   items: with  without   on known: with  without   before new: with  without   false: with  without\n";
constexpr auto legend =
    "\nquestions, and how the check ended, a cluster; to it: questions of those that became precise\n"
    "corr., bias: estimated and true share of a cluster's skills that are known\n"
    "wrongly opened: of the skills placed; held back: of the skills known\n"
    "items to mastery of all, a skill, questions included; on what was known, and before something new, a learner\n";

void print(simulate::FamilyKind family, const simulate::PlacementSummary& found) {
  std::printf("%-14s %9.1f %7.0f%% %7.1f %5.0f%% %7.0f%% %8.2f %+7.3f %14.1f%% %9.1f%%",
              std::string(name_of(family)).c_str(), found.questions, 100 * found.precise_share,
              found.questions_to_precise, 100 * found.floor_share, 100 * found.ceiling_share, found.correlation,
              found.bias, 100 * found.wrongly_opened, 100 * found.held_back);
  std::printf(" %13.1f %8.1f %16.1f %8.1f %18.1f %8.1f %12.1f%% %7.1f%%\n", found.items_with, found.items_without,
              found.on_known_with, found.on_known_without, found.before_new_with, found.before_new_without,
              100 * found.false_with, 100 * found.false_without);
}

Done run_placement(const PlacementOptions& options) {
  TRY_DONE(crypto_start());
  std::fputs(head, stdout);
  for (const simulate::FamilyKind family : simulate::all_families)
    print(family, summarise(simulate::try_placement(family, {}, options.learners, options.seed)));
  std::fputs(legend, stdout);
  return {};
}

}  // namespace

void add_placement_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("placement", "try the check of where to start on simulated learners");
  const auto options = std::make_shared<PlacementOptions>();  // shared: it must outlive the parsing
  command->add_option("--learners", options->learners, "how many of each family")
      ->required()
      ->check(CLI::Range(1, 1'000'000));
  command->add_option("--seed", options->seed, "the same seed gives the same bytes")->required();
  command->callback([options, &run] { run = [options] { return run_placement(*options); }; });
}

}  // namespace hornbook::platform
