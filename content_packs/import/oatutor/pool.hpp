// The files of a content pool by what they are for:
//   coursePlans.json, skillModel.json, bkt-params/…
//   content-pool/P/P.json, P/figures/…, P/steps/S/S.json, P/steps/S/tutoring/SDefaultPathway.json
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/report.hpp"

namespace hornbook::content::oatutor {

// Files are those of the tree, which must live as long; null when the file is not there.
struct PoolStep {
  std::string name;
  const Bytes* file = nullptr;
  std::map<std::string, const Bytes*> pathways;  // by the file's name
};

struct PoolProblem {
  std::string name;
  const Bytes* file = nullptr;
  std::vector<PoolStep> steps;  // a, b, …, z, aa
  std::map<std::string, const Bytes*> figures;
};

struct Pool {
  const Bytes* course_plans = nullptr;
  const Bytes* skill_model = nullptr;
  std::vector<PoolProblem> problems;  // by name, numbers in it as numbers
  Remarks remarks;
};

// The pool may lie in a folder of the tree, or the tree may be the folder content-pool itself. NotFound when there is
// no problem in it.
[[nodiscard]] Result<Pool> find_pool(const SourceTree& tree);

// Whether `one` comes before `other`, taking runs of digits as numbers: "a9" before "a10".
[[nodiscard]] bool comes_before(std::string_view one, std::string_view other);

}  // namespace hornbook::content::oatutor
