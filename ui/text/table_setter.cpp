#include "ui/text/table_setter.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/text/paragraph_setter.hpp"

namespace hornbook::ui::text {
namespace {

// Of the size.
constexpr float padding_x_share = 0.5f;
constexpr float padding_y_share = 0.15f;
constexpr float edge_share = 1 / 16.f;

float sum(const std::vector<float>& lengths) { return std::accumulate(lengths.begin(), lengths.end(), 0.0f); }

class TableSetter {
 public:
  TableSetter(const Table& table, const SetIn& in, TextLayout& layout)
      : table_(table),
        in_(in),
        layout_(layout),
        head_style_{in.style.size_px, true, in.style.line_height},
        padding_x_(std::round(in.style.size_px * padding_x_share)),
        padding_y_(std::round(in.style.size_px * padding_y_share)) {
    placed_.edge = std::max(1.0f, std::round(in.style.size_px * edge_share));
    placed_.top = layout.height;
  }

  void set() {
    shape_cells();
    choose_widths();
    const std::size_t first_line = layout_.lines.size();
    float top = placed_.top + placed_.edge;
    for (std::size_t row = 0; row < cells_.size(); ++row) {
      top = set_row(row, top);
      if (row == 0 && table_.has_head) placed_.head_height = top - placed_.top - placed_.edge;
      if (row + 1 < cells_.size()) placed_.rows.push_back(top);
      top += placed_.edge;
    }
    placed_.height = top - placed_.top;
    layout_.height = top;
    for (std::size_t line = first_line; line < layout_.lines.size(); ++line)
      layout_.lines[line].block_width = placed_.width;
    layout_.tables.push_back(std::move(placed_));
  }

 private:
  [[nodiscard]] float columns() const { return static_cast<float>(table_.aligns.size()); }

  // What the edges and the space beside them leave for words. Whoever draws a text lays it out a pixel wider than its
  // place, so that a rounding does not wrap a line; an edge there would be cut off.
  [[nodiscard]] float room() const {
    return std::max(0.0f, in_.width_px - 1 - placed_.edge - columns() * (2 * padding_x_ + placed_.edge));
  }

  void shape_cells() {
    const float widest = std::max(room() / columns(), in_.style.size_px);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const TextStyle& style = row == 0 && table_.has_head ? head_style_ : in_.style;
      std::vector<ParagraphSetter>& cells = cells_.emplace_back();
      for (const Paragraph& cell : table_.rows[row])
        cells.emplace_back(read_content(cell, style, widest, in_.fonts, in_.boxes), style, in_.language, in_.fonts);
    }
  }

  void choose_widths() {
    std::vector<float> natural(table_.aligns.size()), least(table_.aligns.size());
    for (const std::vector<ParagraphSetter>& row : cells_) {
      for (std::size_t column = 0; column < row.size(); ++column) {
        // One more, so that what was measured as a sum is not wrapped for a rounding.
        natural[column] = std::max(natural[column], std::ceil(row[column].natural_width()) + 1);
        least[column] = std::max(least[column], std::ceil(row[column].widest_piece()) + 1);
      }
    }
    widths_ = column_widths(natural, least, room());
    float x = placed_.edge;
    for (const float width : widths_) {
      starts_.push_back(x + padding_x_);
      x += width + 2 * padding_x_ + placed_.edge;
    }
    placed_.width = x;
    for (std::size_t column = 0; column + 1 < starts_.size(); ++column) {
      const float edge = starts_[column] + widths_[column] + padding_x_;
      placed_.columns.push_back(layout_.right_to_left ? placed_.width - edge - placed_.edge : edge);
    }
  }

  // Returns where the row ends.
  float set_row(std::size_t row, float top) {
    float bottom = top;
    for (std::size_t column = 0; column < cells_[row].size(); ++column) {
      const std::size_t first_line = layout_.lines.size();
      bottom = std::max(bottom, cells_[row][column].set(widths_[column], top + padding_y_, layout_));
      for (std::size_t at = first_line; at < layout_.lines.size(); ++at) {
        TextLine& line = layout_.lines[at];
        line.start = starts_[column] + space_before(table_.aligns[column], widths_[column] - line.width);
      }
    }
    return bottom + padding_y_;
  }

  static float space_before(engage::CellAlign align, float left) {
    if (align == engage::CellAlign::Start) return 0;
    return std::max(0.0f, std::floor(align == engage::CellAlign::Center ? left / 2 : left));
  }

  const Table& table_;
  const SetIn& in_;
  TextLayout& layout_;
  TextStyle head_style_;
  float padding_x_, padding_y_;
  PlacedTable placed_;
  std::vector<std::vector<ParagraphSetter>> cells_;
  std::vector<float> widths_, starts_;  // of what stands in each column
};

}  // namespace

void set_table(const Table& table, const SetIn& in, TextLayout& layout) { TableSetter(table, in, layout).set(); }

std::vector<float> column_widths(const std::vector<float>& natural, const std::vector<float>& least, float room) {
  const float wanted = sum(natural);
  if (wanted <= room) return natural;
  const float needed = sum(least);
  std::vector<float> widths(natural.size());
  for (std::size_t at = 0; at < natural.size(); ++at) {
    const float share = needed >= room ? room / needed : (room - needed) / (wanted - needed);
    widths[at] = std::floor(needed >= room ? least[at] * share : least[at] + (natural[at] - least[at]) * share);
  }
  return widths;
}

}  // namespace hornbook::ui::text
