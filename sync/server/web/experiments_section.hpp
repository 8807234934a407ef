// The part of the class page that says which experiments run, why, on what basis, and how to stop them. Which learner
// is in which arm is not shown: it would sway whoever teaches them.
#pragma once

#include <string>
#include <vector>

#include "sync/server/experiments/terms.hpp"
#include "sync/server/web/words.hpp"

namespace hornbook::server {

struct ExperimentLine {
  std::string name;  // for commands
  std::string question;
  std::string first_arm;
  std::string second_arm;
  std::string basis;
  std::string started_by;
  UnixMs until_ms = 0;
};
[[nodiscard]] Result<std::vector<ExperimentLine>> running_experiments(School& school, const Library& library,
                                                                      std::string_view language, UnixMs now_ms);
// Empty when none runs.
[[nodiscard]] std::string render_experiments(const std::vector<ExperimentLine>& experiments, const Words& words);

}  // namespace hornbook::server
