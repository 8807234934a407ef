#include "sync/server/experiments/arm_names.hpp"

namespace hornbook::server {

Result<DeclaredById> declared_by_id(School& school, const Library& library) {
  TRY_ASSIGN(std::vector<DeclaredExperiment> all, declared_experiments(school, library));
  DeclaredById result;
  for (DeclaredExperiment& each : all) result.emplace(each.id, std::move(each));
  return result;
}

std::optional<adapt::ShapedBy> shaped_by(const DeclaredById& declared, const measure::ExperimentExposed& exposed,
                                         std::string_view language) {
  const auto found = declared.find(exposed.experiment);
  if (found == declared.end() || exposed.arm >= interpret::experiment_arms) return std::nullopt;
  return adapt::ShapedBy{std::string(in_language(found->second.question, language)),
                         std::string(in_language(found->second.arms[exposed.arm].name, language))};
}

}  // namespace hornbook::server
