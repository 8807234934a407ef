// Tables of spreadsheets: OpenDocument (ODF 1.3, part 3, section 9) and Office Open XML (ECMA-376, part 1, section 18).
// Cells are read as they are shown: dates, percentages and fractions as words.
#pragma once

#include "content_packs/build/source_tree.hpp"
#include "runtime/core/csv.hpp"

namespace hornbook::content::csv {

struct Sheet {
  std::vector<std::vector<std::string>> rows;  // those in which something stands, without empty cells at their ends
  std::vector<std::size_t> numbers;            // of each row, from 1
};

// ".ods" and ".xlsx".
[[nodiscard]] bool is_spreadsheet(std::string_view path);

// Takes rows until there are as many as limits::csv_rows_max or as much as limits::csv_bytes_max.
class SheetFiller {
 public:
  // LimitExceeded when it is too much. `cells` stand in row `number`; those beyond limits::csv_columns_max may be
  // empty.
  [[nodiscard]] Done add(std::vector<std::string> cells, std::size_t number);
  [[nodiscard]] Sheet take() { return std::move(sheet_); }

 private:
  Sheet sheet_;
  std::size_t bytes_ = 0;
};

// The sheets of an unpacked file. Numbers of an .xlsx have this sign before their decimals, as the language writes
// them. BadInput when a part is missing or damaged, LimitExceeded.
[[nodiscard]] Result<std::vector<Sheet>> read_ods(const SourceTree& parts);
[[nodiscard]] Result<std::vector<Sheet>> read_xlsx(const SourceTree& parts, char decimal_sign);

// The first sheet of the file whose first row has this column, else the first that is not empty. Row numbers are the
// table's lines. NotFound when all sheets are empty.
[[nodiscard]] Result<CsvTable> read_spreadsheet(ByteView file, std::string_view language, std::string_view column);

}  // namespace hornbook::content::csv
