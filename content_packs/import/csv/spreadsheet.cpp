#include "content_packs/import/csv/spreadsheet.hpp"

#include <algorithm>

#include "content_packs/import/archive.hpp"
#include "content_packs/import/csv/decimal_comma.hpp"
#include "content_packs/import/csv/row.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::csv {
namespace {

constexpr const char* place = "spreadsheet";
constexpr std::size_t bytes_of_a_cell = 8;  // an empty one costs something, too

bool has_column(const Sheet& sheet, std::string_view column) {
  const auto& head = sheet.rows.front();
  return std::any_of(head.begin(), head.end(), [&](const std::string& name) { return column_name(name) == column; });
}

}  // namespace

bool is_spreadsheet(std::string_view path) {
  const std::string small = in_small_letters(path);
  return small.ends_with(".ods") || small.ends_with(".xlsx");
}

Done SheetFiller::add(std::vector<std::string> cells, std::size_t number) {
  while (!cells.empty() && trimmed(cells.back()).empty()) cells.pop_back();
  if (cells.empty()) return {};
  for (const std::string& cell : cells) bytes_ += cell.size() + bytes_of_a_cell;
  if (bytes_ > limits::csv_bytes_max || sheet_.rows.size() > limits::csv_rows_max ||
      cells.size() > limits::csv_columns_max)
    return fail(ErrorCode::LimitExceeded, place, "a sheet is larger than a table may be");
  sheet_.rows.push_back(std::move(cells));
  sheet_.numbers.push_back(number);
  return {};
}

Result<CsvTable> read_spreadsheet(ByteView file, std::string_view language, std::string_view column) {
  TRY_ASSIGN(const SourceTree parts, read_archive(file));
  TRY_ASSIGN(std::vector<Sheet> sheets, parts.contains("content.xml")
                                            ? read_ods(parts)
                                            : read_xlsx(parts, has_decimal_comma(language) ? ',' : '.'));
  std::erase_if(sheets, [](const Sheet& sheet) { return sheet.rows.empty(); });
  if (sheets.empty()) return fail(ErrorCode::NotFound, place, "there is nothing on its sheets");
  const auto wanted =
      std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& sheet) { return has_column(sheet, column); });
  Sheet& sheet = wanted == sheets.end() ? sheets.front() : *wanted;
  // What has no name above it is a note of the teacher's own.
  const std::size_t columns = sheet.rows.front().size();
  for (auto& row : sheet.rows) row.resize(std::min(row.size(), columns));
  // Empty heads of columns between others are named by their numbers.
  for (std::size_t at = 0; at < columns; ++at)
    if (trimmed(sheet.rows.front()[at]).empty()) sheet.rows.front()[at] = "column " + std::to_string(at + 1);
  return CsvTable::of_records(std::move(sheet.rows), std::move(sheet.numbers));
}

}  // namespace hornbook::content::csv
