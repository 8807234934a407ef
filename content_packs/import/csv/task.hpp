// How a line of a teacher's table is answered.
#pragma once

#include "content_packs/import/csv/row.hpp"

namespace hornbook::content::csv {

// By the cell "kind", or what the other cells suggest: wrong answers make a choice, one answer that is a number, with
// or without a unit, or a formula an expression, anything else words. Numbers are read as `language` writes them.
// Nothing, with a remark that says why, when it cannot be asked.
[[nodiscard]] std::optional<ImportedTask> task_of(const Row& row, std::string_view language, Remarks& remarks);

}  // namespace hornbook::content::csv
