// One problem of a pool as items: one, or one for each draw of its variables.
#pragma once

#include "content_packs/import/oatutor/course.hpp"
#include "content_packs/import/oatutor/figures.hpp"

namespace hornbook::content::oatutor {

struct ConvertedProblem {
  std::vector<ImportedItem> items;
  ItemReport report;
  std::set<std::string> skills;  // by name, of the items
};

// `json` is the problem's own file. Pictures that are used are added to `media`.
[[nodiscard]] ConvertedProblem convert_problem(const PoolProblem& problem, const pack::Json& json,
                                               const Curriculum& curriculum, std::map<std::string, Bytes>& media);

}  // namespace hornbook::content::oatutor
