// How experiments and their arms are called, for sentences about decisions.
#pragma once

#include <map>
#include <string_view>

#include "runtime/adapt/explain.hpp"
#include "sync/server/experiments/declared.hpp"

namespace hornbook::server {

using DeclaredById = std::map<ExperimentId, DeclaredExperiment>;
[[nodiscard]] Result<DeclaredById> declared_by_id(School& school, const Library& library);

// Nothing when the experiment is not known here any more.
[[nodiscard]] std::optional<adapt::ShapedBy> shaped_by(const DeclaredById& declared,
                                                       const measure::ExperimentExposed& exposed,
                                                       std::string_view language);

}  // namespace hornbook::server
