// A table with cells to fill. Its answer: runtime/engage/kinds/blanks.hpp.
#pragma once

#include "runtime/engage/kinds/blanks.hpp"

namespace hornbook::engage {

struct TableEntry : BlanksEntry {};

struct TableCell {
  std::string text;                   // what is given; empty where nothing is, or where it is to fill
  std::optional<std::uint8_t> blank;  // among the blanks
};
struct TableRow {
  std::string name;  // may be empty
  std::vector<TableCell> cells;
  bool line_above = false;
  bool carries = false;  // low cells for digits that are carried, which need not be filled
};
struct Table : Blanks {
  using Entry = TableEntry;
  std::string corner;                // above the names of the rows; may be empty
  std::vector<std::string> columns;  // their names; empty: none has one
  std::vector<TableRow> rows;        // as many cells in each
  bool digits = false;               // a digit in each cell, in columns without edges, as for written calculation
};

struct TableCellTemplate {
  Texts text;
  std::optional<std::size_t> blank;
};
struct TableRowTemplate {
  Texts name;
  std::vector<TableCellTemplate> cells;
  bool line_above = false;
  bool carries = false;
};
struct TableTemplate {
  using Task = Table;
  static constexpr std::uint8_t number = 14;
  static constexpr std::string_view name = "table";
  [[nodiscard]] static Read<TableTemplate> read(Fields& fields, const ItemParts& parts);

  Texts corner;
  std::vector<Texts> columns;
  std::vector<TableRowTemplate> rows;
  bool digits = false;
  BlanksTemplate blanks;
};

[[nodiscard]] Result<Table> compose(const TableTemplate& source, const Composer& composer, SeededRandom& random);
[[nodiscard]] TableEntry empty_entry(const Table& task);
[[nodiscard]] bool enter(const Table& task, TableEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const Table& task, const TableEntry& entry);
[[nodiscard]] Answer to_answer(const Table& task, const TableEntry& entry);
[[nodiscard]] std::optional<TableEntry> from_answer(const Table& task, const Answer& answer);
// Credit is the share of right cells, digits that are carried aside.
[[nodiscard]] Verdict assess(const Table& task, const TableEntry& entry);
[[nodiscard]] TableEntry right_entry(const Table& task);
[[nodiscard]] std::vector<TableEntry> wrong_entries(const Table& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const Table& task, const TableEntry& now, const TableEntry& wanted);
[[nodiscard]] Gesture way_back(const Table& task);
// The rows, a line for each; cells are parted by " | ".
[[nodiscard]] std::string in_words(const Table& task, const TableEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const Table& task);

}  // namespace hornbook::engage
