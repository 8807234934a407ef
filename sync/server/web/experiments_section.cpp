#include "sync/server/web/experiments_section.hpp"

#include <fmt/format.h>

#include "sync/server/web/html.hpp"

namespace hornbook::server {
namespace {

std::string article(const ExperimentLine& line, const Words& words) {
  constexpr std::size_t day_size = 10;
  const std::string last_day = utc_text(line.until_ms - 1).substr(0, day_size);
  return fmt::format(
      "<article class=\"leaf device\"><h3>{}</h3><p>{}</p><p>{}</p><p class=\"quiet\">{} <code>hornbook-server "
      "experiment stop {} --by …</code></p></article>\n",
      escaped(line.question),
      escaped(fmt::format(fmt::runtime(words.experiment_arms), line.first_arm, line.second_arm, last_day)),
      escaped(fmt::format(fmt::runtime(words.experiment_basis), line.basis, line.started_by)),
      escaped(words.experiment_stop), escaped(line.name));
}

}  // namespace

Result<std::vector<ExperimentLine>> running_experiments(School& school, const Library& library,
                                                        std::string_view language, UnixMs now_ms) {
  std::vector<ExperimentLine> lines;
  TRY_ASSIGN(const std::vector<DeclaredExperiment> all, declared_experiments(school, library));
  for (const DeclaredExperiment& declared : all) {
    TRY_ASSIGN(const std::optional<Term> term, latest_term(school, declared.id));
    if (!term || !is_running(*term, now_ms)) continue;
    lines.push_back({declared.name, std::string(in_language(declared.question, language)),
                     std::string(in_language(declared.arms.front().name, language)),
                     std::string(in_language(declared.arms.back().name, language)), term->basis, term->started_by,
                     term->until_ms});
  }
  return lines;
}

std::string render_experiments(const std::vector<ExperimentLine>& experiments, const Words& words) {
  if (experiments.empty()) return "";
  std::string articles;
  for (const ExperimentLine& line : experiments) articles += article(line, words);
  return fmt::format(
      "<section aria-labelledby=\"experiments\"><h2 id=\"experiments\">{}</h2><p>{}</p><div "
      "class=\"devices\">{}</div></section>\n",
      escaped(words.experiments_heading), escaped(words.experiments_lead), articles);
}

}  // namespace hornbook::server
