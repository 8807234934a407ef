#include "platform/programs/model/memory_command.hpp"

#include <iostream>

#include "platform/programs/model/memory_reviews.hpp"
#include "platform/system/files.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::platform {
namespace {

Done memory(const std::string& path, Weights weights) {
  TRY_ASSIGN(const Bytes bytes, read_file(path, limits::csv_bytes_max));
  TRY_ASSIGN(const auto reviews, read_reviews({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
  TRY_DONE(write_recall(reviews, weights, std::cout));
  std::cout.flush();
  return {};
}

}  // namespace

void add_memory_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("memory", "say how probable the recall of each review was before it");
  const auto path = std::make_shared<std::string>();  // shared: it must outlive the parsing
  const auto fits = std::make_shared<bool>(false);
  command->add_option("REVIEWS", *path, "CSV with the columns card, day and rating (1 again, 2 hard, 3 good, 4 easy)")
      ->required();
  command->add_flag("--fit", *fits, "fit the weights to this learner, of each row to the rows above it alone");
  command->callback([path, fits, &run] {
    run = [path, fits] { return memory(*path, *fits ? Weights::FittedToThePast : Weights::Published); };
  });
}

}  // namespace hornbook::platform
