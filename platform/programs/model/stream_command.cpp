#include "platform/programs/model/stream_command.hpp"

#include <fstream>
#include <iostream>

#include "platform/programs/model/answer_stream.hpp"

namespace hornbook::platform {
namespace {

Done stream(const std::string& path, StreamLine form) {
  std::ifstream training(path, std::ios::binary);
  if (!training) return fail(ErrorCode::BadInput, "stream", "the training file cannot be read; check its name");
  return answer_stream(training, std::cin, std::cout, form);
}

void add(CLI::App& app, Run& run, const char* name, const char* about, StreamLine form) {
  CLI::App* command = app.add_subcommand(name, about);
  const auto path = std::make_shared<std::string>();  // shared: it must outlive the parsing
  command->add_option("TRAIN", *path, "CSV with the columns learner, item, skill, correct and timestamp")->required();
  command->callback([path, form, &run] { run = [path, form] { return stream(*path, form); }; });
}

}  // namespace

void add_stream_commands(CLI::App& app, Run& run) {
  add(app, run, "stream", "fit on a log; then, a line at a time, a question in, its probability out, the outcome in",
      StreamLine::Probability);
  add(app, run, "explain", "the same with the signed contributions whose sum is logit(p)", StreamLine::Contributions);
}

}  // namespace hornbook::platform
