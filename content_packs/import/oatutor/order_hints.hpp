// Hints in an order in which each comes after those it depends on.
#pragma once

#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/report.hpp"

namespace hornbook::content::oatutor {

struct PendingHint {
  ImportedHint hint;
  std::string source_id;
  std::vector<std::string> dependencies;  // source ids, as written
};

// As they were, as far as their dependencies allow. Those that name no hint, the hint itself, or lead in a circle are
// left out with a remark. Of two hints with one id, the first is meant.
[[nodiscard]] std::vector<ImportedHint> in_order(std::vector<PendingHint> pending, Remarks& remarks);

}  // namespace hornbook::content::oatutor
