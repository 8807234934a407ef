// A teacher's own table of questions as a pack: one line of a CSV file or a spreadsheet is one item. Columns: README.md
// beside this file.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/imported.hpp"

namespace hornbook::content {

struct CsvOptions {
  std::string title;            // of the pack; empty: the file's name
  std::string language = "en";  // BCP 47, of all texts
  std::string author;           // empty: "the author of FILE"
  std::string licence;          // SPDX; empty: nothing is said of it
};

// By its name: .csv, .ods or .xlsx.
[[nodiscard]] bool is_table(std::string_view path);

// Pure. `tree` holds one table and the pictures that it names. NotFound without a table, BadInput when there are
// several, when the table is damaged or no CSV file in UTF-8, lacks the column "question" or none of its lines could be
// taken. Everything else that is wrong is in the report, line by line.
[[nodiscard]] Result<Imported> import_csv(const SourceTree& tree, const CsvOptions& options = {});

}  // namespace hornbook::content
