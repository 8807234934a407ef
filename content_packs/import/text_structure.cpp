#include "content_packs/import/text_structure.hpp"

#include <algorithm>
#include <charconv>

#include "content_packs/import/spelling.hpp"
#include "content_packs/import/things.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

using engage::CellAlign;

constexpr std::string_view indent = "  ";
constexpr long list_number_max = 999;
constexpr std::size_t part_bytes_max = 3800;     // of a table: it stays within a paragraph of a passage
constexpr std::size_t cell_lines_max = 3;        // more of them are paragraphs to read, not a cell
constexpr std::size_t table_cells_max = 20'000;  // of what somebody else wrote, spans counted
constexpr std::size_t span_max = 100;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!trimmed(line).empty()) lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// A bar of the words ends no cell, and dashes alone are no line below a head.
std::string cell_text(std::string_view words) {
  std::string text;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end =
        words[at] == '\\' ? std::min(at + 2, words.size()) : std::max(at + 1, engage::end_of_mathematics(words, at));
    if (words[at] == '|') text += '\\';
    text += words.substr(at, end - at);
    at = end;
  }
  const bool is_rule = !text.empty() && text.find_first_not_of(":-") == std::string::npos;
  return is_rule ? "\\" + text : text;
}

std::string emphasised(const std::string& words) {
  const bool is_plain = !words.empty() && words.find_first_of("*$\\\n\x02![") == std::string::npos;
  return is_plain ? "*" + words + "*" : words;
}

// The same with a cell for each place: what spans several stands in the first of them.
struct Grid {
  TableRows rows;
  std::size_t columns = 0;
  bool has_spans = false;
};

Grid grid_of(TableRows rows) {
  Grid grid;
  std::vector<std::size_t> below;  // for each column, how many rows are still taken from above
  std::size_t cells = 0;
  for (std::vector<TableCell>& row : rows) {
    std::vector<TableCell> places;
    const auto skip = [&] {
      while (places.size() < below.size() && below[places.size()] > 0) {
        --below[places.size()];
        places.emplace_back();
      }
    };
    for (TableCell& cell : row) {
      skip();
      const std::size_t width = std::clamp<std::size_t>(cell.columns, 1, span_max);
      const std::size_t height = std::clamp<std::size_t>(cell.rows, 1, span_max);
      grid.has_spans = grid.has_spans || width > 1 || height > 1;
      for (std::size_t at = 0; at < width; ++at) {
        if (below.size() <= places.size()) below.resize(places.size() + 1);
        below[places.size()] = height - 1;
        TableCell place = at == 0 ? std::move(cell) : TableCell();
        if (at > 0) place.is_head = places.back().is_head;
        places.push_back(std::move(place));
      }
    }
    skip();
    cells += places.size();
    if (cells > table_cells_max) break;
    grid.columns = std::max(grid.columns, places.size());
    if (!places.empty()) grid.rows.push_back(std::move(places));
  }
  for (auto& row : grid.rows) row.resize(grid.columns);
  return grid;
}

// Columns and rows in which nothing stands are only there for looks.
void drop_empty(Grid& grid) {
  const auto is_empty = [](const TableCell& cell) { return trimmed(cell.words).empty(); };
  std::erase_if(grid.rows, [&](const auto& row) { return std::all_of(row.begin(), row.end(), is_empty); });
  for (std::size_t column = grid.columns; column-- > 0;) {
    const auto lacks = [&](const auto& row) { return is_empty(row[column]); };
    if (!std::all_of(grid.rows.begin(), grid.rows.end(), lacks)) continue;
    for (auto& row : grid.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
    --grid.columns;
  }
}

bool has_head(const Grid& grid) {
  const auto is_head = [](const TableCell& cell) { return cell.is_head || cell.words.empty(); };
  return std::all_of(grid.rows.front().begin(), grid.rows.front().end(), is_head);
}

bool holds_paragraphs(const Grid& grid) {
  return std::any_of(grid.rows.begin(), grid.rows.end(), [](const auto& row) {
    return std::any_of(row.begin(), row.end(), [](const TableCell& cell) {
      const auto lines = lines_of(cell.words);
      return lines.size() > cell_lines_max || is_list(cell.words) || cell.words.find("\n|") != std::string::npos ||
             cell.words.find('\x01') != std::string::npos;
    });
  });
}

// Several lines become one.
std::string in_one_line(std::string_view words) {
  std::string line;
  for (const std::string_view each : lines_of(words)) line += (line.empty() ? "" : "; ") + std::string(trimmed(each));
  return line;
}

std::string row_text(const std::vector<TableCell>& row, bool emphasises) {
  std::string text = "|";
  for (const TableCell& cell : row) {
    const std::string words = in_one_line(cell.words);
    text += " " + cell_text(cell.is_head && emphasises ? emphasised(words) : words) + " |";
  }
  return text;
}

// A column is set as most of its cells below the head are.
std::string rule_text(const Grid& grid) {
  std::string text = "|";
  for (std::size_t column = 0; column < grid.columns; ++column) {
    std::size_t center = 0, end = 0;
    for (std::size_t row = 1; row < grid.rows.size(); ++row) {
      center += grid.rows[row][column].align == CellAlign::Center ? 1u : 0u;
      end += grid.rows[row][column].align == CellAlign::End ? 1u : 0u;
    }
    const std::size_t most = (grid.rows.size() - 1) / 2;
    text += end > most ? "--:|" : center > most ? ":-:|" : "---|";
  }
  return text;
}

// What a row says, each cell behind the name of its column.
std::string row_in_words(const Grid& grid, std::size_t row, bool named) {
  std::string text;
  for (std::size_t column = 0; column < grid.columns; ++column) {
    const std::string words = in_one_line(grid.rows[row][column].words);
    if (words.empty()) continue;
    const std::string name = named ? in_one_line(grid.rows.front()[column].words) : std::string();
    text += (text.empty() ? "" : named ? "; " : " – ") + (name.empty() ? "" : name + ": ") + words;
  }
  return text;
}

// Each cell is a paragraph, or several.
void as_paragraphs(const Grid& grid, WrittenTable& written) {
  for (const auto& row : grid.rows)
    for (const TableCell& cell : row)
      if (!cell.words.empty()) written.parts.push_back(cell.words);
  written.not_kept = "its cells hold several paragraphs; they are read one after another";
}

void as_lines(const Grid& grid, WrittenTable& written) {
  std::string lines;
  for (std::size_t row = 0; row < grid.rows.size(); ++row) lines = joined(lines, row_in_words(grid, row, false), "\n");
  written.parts.push_back(std::move(lines));
  written.not_kept = "it has a single row or column, which becomes lines";
}

void as_entries(const Grid& grid, WrittenTable& written) {
  const bool named = has_head(grid);
  ListStyle dots;
  std::vector<std::string> entries;
  for (std::size_t row = named ? 1 : 0; row < grid.rows.size(); ++row)
    entries.push_back(list_entry(dots, row_in_words(grid, row, named)));
  written.parts.push_back(as_list(entries));
  written.not_kept = "it has more than " + std::to_string(limits::text_table_columns_max) +
                     " columns or a row as long as a page; each row became an entry of a list";
}

// In pieces that a text can hold. False when one row alone is too long.
bool as_tables(const Grid& grid, WrittenTable& written) {
  const bool named = has_head(grid);
  const std::string head = named ? row_text(grid.rows.front(), false) + "\n" + rule_text(grid) : std::string();
  // A row alone is no table without a head.
  const bool leaves_one = !named && grid.rows.size() % limits::text_table_rows_max == 1;
  const std::size_t rows_max = limits::text_table_rows_max - (leaves_one ? 1 : 0);
  std::vector<std::string> parts;
  std::size_t rows = 0;
  for (std::size_t row = named ? 1 : 0; row < grid.rows.size(); ++row) {
    const std::string text = row_text(grid.rows[row], true);
    if (head.size() + text.size() > part_bytes_max) return false;
    const bool is_long = !parts.empty() && rows > 1 && parts.back().size() + text.size() > part_bytes_max;
    if (parts.empty() || rows == rows_max || is_long) {
      parts.push_back(head);
      rows = 0;
    }
    parts.back() = joined(parts.back(), text, "\n");
    ++rows;
  }
  written.parts = std::move(parts);
  written.is_table = true;
  if (grid.has_spans) written.not_kept = "cells that span several stand in the first of them";
  return true;
}

}  // namespace

ListStyle numbered_list(std::string_view start, bool is_reversed, std::size_t entries) {
  ListStyle style{true, is_reversed ? static_cast<long>(entries) : 1, is_reversed ? -1 : 1};
  long number = 0;
  const auto [end, error] = std::from_chars(start.data(), start.data() + start.size(), number);
  if (error == std::errc() && end == start.data() + start.size()) style.next = number;
  return style;
}

std::string list_entry(ListStyle& style, std::string_view words) {
  const long number = style.next;
  style.next += style.step;
  const bool can_be_mark = style.is_numbered && number >= 0 && number <= list_number_max;
  std::string entry = can_be_mark ? std::to_string(number) + ". " : "- ";
  if (style.is_numbered && !can_be_mark) entry += std::to_string(number) + "\\. ";
  const auto lines = lines_of(words);
  if (lines.empty()) return {};
  // A list alone in an entry is a list within it, for an entry has words.
  if (is_list(words)) entry += "…\n" + std::string(indent);
  entry += is_list(words) ? lines.front() : trimmed(lines.front());
  for (std::size_t at = 1; at < lines.size(); ++at) (entry += "\n").append(indent).append(lines[at]);
  return entry;
}

bool is_list(std::string_view markup) {
  const auto blocks = engage::blocks_of(std::string(markup) + "\n");
  const auto* line = std::get_if<engage::TextLineBlock>(&blocks.front().what);
  return line != nullptr && line->in_list;
}

bool has_table(std::string_view markup) {
  const auto blocks = engage::blocks_of(markup);
  return std::any_of(blocks.begin(), blocks.end(), [](const engage::TextBlock& block) {
    return std::holds_alternative<engage::TextTable>(block.what);
  });
}

std::string as_list(const std::vector<std::string>& entries) {
  std::string list;
  for (const std::string& entry : entries) list = joined(list, entry, "\n");
  if (!list.empty() && list.find('\n') == std::string::npos) list += '\n';
  return list;
}

WrittenTable write_table(TableRows rows) {
  Grid grid = grid_of(std::move(rows));
  drop_empty(grid);
  WrittenTable written;
  if (grid.rows.empty()) return written;
  if (holds_paragraphs(grid)) {
    as_paragraphs(grid, written);
  } else if (grid.columns < 2 || grid.rows.size() < 2) {
    as_lines(grid, written);
  } else if (grid.columns > limits::text_table_columns_max || !as_tables(grid, written)) {
    as_entries(grid, written);
  }
  return written;
}

std::optional<std::string> with_tables_of_things_as_lists(const std::string& markup) {
  std::string result;
  bool has_any = false;
  std::size_t copied = 0;
  for (const engage::TextBlock& block : engage::blocks_of(markup)) {
    const auto* table = std::get_if<engage::TextTable>(&block.what);
    if (table == nullptr) continue;
    const std::size_t begin = markup.rfind('\n', table->rows.front().front().begin) + 1;
    const std::size_t end = std::min(markup.find('\n', table->rows.back().back().end), markup.size());
    if (things_in(std::string_view(markup).substr(begin, end - begin)).empty()) continue;
    TableRows rows;
    for (const auto& row : table->rows) {
      rows.emplace_back();
      for (const engage::TextPart& cell : row)
        rows.back().push_back({std::string(cell.of(markup)), table->has_head && rows.size() == 1, 1, 1, {}});
    }
    WrittenTable list;
    as_entries(grid_of(std::move(rows)), list);
    result += markup.substr(copied, begin - copied) + std::string(trimmed(list.parts.front()));
    copied = end;
    has_any = true;
  }
  if (!has_any) return std::nullopt;
  result += markup.substr(copied);
  return result.find('\n') == std::string::npos ? result + "\n" : result;
}

std::string picture_in_line(const std::string& path, std::string description) {
  for (char& c : description) c = c == '[' ? '(' : c == ']' ? ')' : c == '\n' ? ' ' : c;
  if (trimmed(description).empty()) description = "…";
  return "![" + description + "](" + path_in_line(path) + ")";
}

std::string path_in_line(std::string path) {
  for (char& c : path)
    if (c == ' ' || c == '(' || c == ')' || c == '\n') c = '_';
  return path;
}

}  // namespace hornbook::content
