// One line of a teacher's table as an item.
#pragma once

#include <set>

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/report.hpp"
#include "runtime/core/csv.hpp"

namespace hornbook::content::csv {

// The head of a column in small letters, without spaces at the ends.
[[nodiscard]] std::string column_name(std::string_view head);
// What may stand at the head of a column. "wrong", "feedback" and "hint" may be numbered: "wrong 1", "wrong 2", ….
[[nodiscard]] bool is_known_column(std::string_view name);

// The cells of one line by the names of their columns, without spaces at the ends. Names are compared in small letters.
class Row {
 public:
  Row(const CsvTable& table, std::size_t row) : table_(table), row_(row) {}
  [[nodiscard]] std::size_t line() const { return table_.line_of(row_); }
  // Empty when there is no such column.
  [[nodiscard]] std::string cell(std::string_view column) const;
  // The cells of "NAME", "NAME 1", "NAME 2", … by number; 0 is the one without a number.
  [[nodiscard]] std::map<int, std::string> numbered(std::string_view name) const;

 private:
  const CsvTable& table_;
  std::size_t row_;
};

// The item, in this language, without its id and skills; nothing when it cannot be taken. What was found goes to
// `remarks`; the picture that it names to `media`.
[[nodiscard]] std::optional<ImportedItem> item_of(const Row& row, const SourceTree& tree, std::string_view language,
                                                  std::map<std::string, Bytes>& media, Remarks& remarks);

}  // namespace hornbook::content::csv
