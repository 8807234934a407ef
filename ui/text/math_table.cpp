// Matrices, arrays, cases and aligned equations: cells in columns, centred on the axis.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/text/math_setter.hpp"

namespace hornbook::ui::text {
namespace {

// Of an em. A row has at least the room of a line; higher content keeps a little off its neighbours.
constexpr float strut_ascent = 0.85f;
constexpr float strut_descent = 0.37f;
constexpr float cell_clearance = 0.1f;
constexpr float equation_clearance = 0.3f;  // more between rows of equations
constexpr float line_thickness = 0.05f;
constexpr float edge_padding = 0.25f;  // between a delimiter or vertical line and the cells

struct RowHeights {
  float ascent = 0, descent = 0;
};

// The cells with their measures, before they have places.
struct Cells {
  std::vector<std::vector<MathBox>> rows;
  std::vector<RowHeights> heights;
  std::vector<float> widths;  // of columns
};

template <class Value>
Value at_or_last(const std::vector<Value>& values, std::size_t at, Value fallback) {
  return values.empty() ? fallback : values[std::min(at, values.size() - 1)];
}

// Columns of equations repeat by turns: right, left, right, left.
ColumnAlign align_of(const MathTable& table, std::size_t column) {
  if (table.open_rows && !table.columns.empty()) return table.columns[column % table.columns.size()];
  return at_or_last(table.columns, column, ColumnAlign::Center);
}
float gap_before(const MathTable& table, std::size_t column) {
  if (column == 0 || table.column_gaps_ems.empty()) return 0;
  return table.column_gaps_ems[(column - 1) % table.column_gaps_ems.size()];
}
std::uint8_t lines_at(const std::vector<std::uint8_t>& lines, std::size_t at) {
  return at < lines.size() ? lines[at] : 0;
}

void measure(Cells& cells, float ems, bool open_rows) {
  const float clearance = (open_rows ? equation_clearance : cell_clearance) * ems / 2;
  for (const std::vector<MathBox>& row : cells.rows) {
    RowHeights heights{strut_ascent * ems, strut_descent * ems};
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column >= cells.widths.size()) cells.widths.push_back(0);
      cells.widths[column] = std::max(cells.widths[column], row[column].width);
      heights.ascent = std::max(heights.ascent, row[column].ascent + clearance);
      heights.descent = std::max(heights.descent, row[column].descent + clearance);
    }
    if (open_rows) {
      heights.ascent += clearance;
      heights.descent += clearance;
    }
    cells.heights.push_back({std::round(heights.ascent), std::round(heights.descent)});
  }
}

}  // namespace

MathBox MathSetter::set(const MathTable& table, MathStyle style) {
  // An array in a script is no larger than the script.
  const MathStyle cell{std::max(table.size, style.size), style.cramped};
  const float ems = size(cell);
  Cells cells;
  for (const auto& row_cells : table.rows) {
    auto& boxes = cells.rows.emplace_back();
    for (std::size_t column = 0; column < row_cells.size(); ++column) {
      MathRow content = row_cells[column];
      // What follows an alignment mark keeps its space to what stands before it: "x &= 3".
      if (table.open_rows && column > 0 && align_of(table, column) == ColumnAlign::Left) {
        content.insert(content.begin(), MathItem{MathGroup{}});
      }
      MathBox box = row(content, cell);
      box.width += std::exchange(box.italic, 0.0f);
      boxes.push_back(std::move(box));
    }
  }
  measure(cells, ems, table.open_rows);

  const float line = std::max(1.0f, std::round(line_thickness * ems));
  const bool framed =
      std::any_of(table.column_lines.begin(), table.column_lines.end(), [](auto count) { return count > 0; });
  const bool fenced = table.opening != 0 || table.closing != 0;
  const float edge = framed ? edge_padding * 2 * ems : fenced ? edge_padding * ems / 2 : 0;
  std::vector<float> places;
  MathBox box;
  float pen = edge;
  for (std::size_t column = 0; column < cells.widths.size(); ++column) {
    const float gap = gap_before(table, column) * ems;
    places.push_back(pen + gap);
    pen += gap + cells.widths[column];
  }
  const float width = pen + edge;
  float height = 0;
  for (const RowHeights& heights : cells.heights) height += heights.ascent + heights.descent;
  const float top = -std::round(font_.axis(ems) + height / 2);
  for (std::size_t column = 0; column <= cells.widths.size(); ++column) {
    for (int count = lines_at(table.column_lines, column); count > 0; --count) {
      const float before = column == 0               ? 0
                           : column == places.size() ? width - line
                                                     : places[column] - gap_before(table, column) * ems / 2;
      box.bars.push_back({before - static_cast<float>(count - 1) * 3 * line, top, line, height});
    }
  }
  float y = top;
  for (std::size_t at = 0; at <= cells.rows.size(); ++at) {
    for (int count = lines_at(table.row_lines, at); count > 0; --count) {
      box.bars.push_back({0, y - static_cast<float>(count - 1) * 3 * line, width, line});
    }
    if (at == cells.rows.size()) break;
    y += cells.heights[at].ascent;
    for (std::size_t column = 0; column < cells.rows[at].size(); ++column) {
      MathBox& content = cells.rows[at][column];
      const float room = cells.widths[column] - content.width;
      const ColumnAlign align = align_of(table, column);
      const float inset = align == ColumnAlign::Left ? 0 : align == ColumnAlign::Right ? room : room / 2;
      box.add(std::move(content), places[column] + inset, y);
    }
    y += cells.heights[at].descent;
  }
  box.width = width;
  box.ascent = -top;
  box.descent = height + top;
  return between(table.opening, std::move(box), table.closing, style);
}

}  // namespace hornbook::ui::text
