// A pathway of hints and scaffolds.
#pragma once

#include "content_packs/import/oatutor/figures.hpp"
#include "content_packs/import/oatutor/question.hpp"

namespace hornbook::content::oatutor {

// `step` is the step's name, which its hints' ids begin with; `description` stands in for those of pictures.
[[nodiscard]] std::vector<ImportedHint> hints_of(const pack::Json& pathway, const std::string& step,
                                                 const std::string& description, const Figures& figures,
                                                 Remarks& remarks);

}  // namespace hornbook::content::oatutor
