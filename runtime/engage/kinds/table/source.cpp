#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/table/table.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

bool is_nothing(const Located& entry) {
  const auto* fields = entry.value->as<SourceValue::Map>();
  return fields != nullptr && fields->empty();
}

// A cell is a text in every language, a blank, or nothing.
bool holds_blank(const SourceValue::Map& fields) {
  for (const std::string_view kind : {ShortTextTemplate::name, NumberEntryTemplate::name, MultipleChoiceTemplate::name})
    if (fields.contains(kind)) return true;
  return false;
}

Read<TableCellTemplate> read_cell(const Located& entry, const ItemParts& parts, BlanksTemplate& blanks) {
  TableCellTemplate cell;
  const auto* fields = entry.value->as<SourceValue::Map>();
  if (is_nothing(entry)) return cell;
  if (fields == nullptr || !holds_blank(*fields)) {
    TRY_ASSIGN(cell.text, parts.texts(entry));
    return cell;
  }
  if (blanks.blanks.size() == limits::blanks_max)
    return bad_field(entry.pointer, "at most " + std::to_string(limits::blanks_max) + " cells can be filled in");
  TRY_ASSIGN(BlankTemplate blank, read_blank(entry, parts));
  cell.blank = blanks.blanks.size();
  blanks.blanks.push_back(std::move(blank));
  return cell;
}

Read<TableRowTemplate> read_row(const Located& entry, const ItemParts& parts, BlanksTemplate& blanks) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  TableRowTemplate row;
  TRY_ASSIGN(row.name, parts.optional_texts(fields, "name"));
  TRY_ASSIGN(row.line_above, fields.truth("line_above", false));
  TRY_ASSIGN(row.carries, fields.truth("carries", false));
  TRY_ASSIGN(const Located list, fields.required("cells"));
  TRY_ASSIGN(const auto cells, list.entries(1, limits::table_columns_max));
  for (const Located& each : cells) {
    TRY_ASSIGN(TableCellTemplate cell, read_cell(each, parts, blanks));
    row.cells.push_back(std::move(cell));
  }
  blanks.optional.resize(blanks.blanks.size(), row.carries);
  TRY_DONE(fields.end());
  return row;
}

}  // namespace

Read<TableTemplate> TableTemplate::read(Fields& fields, const ItemParts& parts) {
  TableTemplate result;
  TRY_ASSIGN(result.corner, parts.optional_texts(fields, "corner"));
  TRY_ASSIGN(result.digits, fields.truth("digits", false));
  if (const auto columns = fields.optional("columns")) {
    TRY_ASSIGN(const auto names, columns->entries(1, limits::table_columns_max));
    for (const Located& each : names) {
      Texts texts;
      if (!is_nothing(each)) {
        TRY_ASSIGN(texts, parts.texts(each));
      }
      result.columns.push_back(std::move(texts));
    }
  }
  TRY_ASSIGN(const Located list, fields.required("rows"));
  TRY_ASSIGN(const auto rows, list.entries(1, limits::table_rows_max));
  for (const Located& entry : rows) {
    TRY_ASSIGN(TableRowTemplate row, read_row(entry, parts, result.blanks));
    const std::size_t columns = result.columns.empty() && result.rows.empty() ? row.cells.size()
                                : result.columns.empty()                      ? result.rows.front().cells.size()
                                                                              : result.columns.size();
    if (row.cells.size() != columns)
      return bad_field(entry.pointer, "this row has " + std::to_string(row.cells.size()) + " cells, others have " +
                                          std::to_string(columns) + "; write {} for a cell with nothing in it");
    result.rows.push_back(std::move(row));
  }
  const auto& optional = result.blanks.optional;
  if (std::count(optional.begin(), optional.end(), false) == 0)
    return bad_field(list.pointer, "no cell has to be filled in; give one a number, short_text or choice");
  return result;
}

Result<Table> compose(const TableTemplate& source, const Composer& composer, SeededRandom& random) {
  Table result;
  TRY_ASSIGN(static_cast<Blanks&>(result), compose_blanks(source.blanks, composer, random));
  TRY_ASSIGN(result.corner, composer.text(source.corner));
  for (const Texts& each : source.columns) {
    TRY_ASSIGN(std::string text, composer.text(each));
    result.columns.push_back(std::move(text));
  }
  result.digits = source.digits;
  for (const TableRowTemplate& each : source.rows) {
    TableRow row;
    TRY_ASSIGN(row.name, composer.text(each.name));
    row.line_above = each.line_above;
    row.carries = each.carries;
    for (const TableCellTemplate& cell : each.cells) {
      TableCell composed;
      TRY_ASSIGN(composed.text, composer.text(cell.text));
      if (cell.blank) composed.blank = static_cast<std::uint8_t>(*cell.blank);
      row.cells.push_back(std::move(composed));
    }
    result.rows.push_back(std::move(row));
  }
  return result;
}

}  // namespace hornbook::engage
