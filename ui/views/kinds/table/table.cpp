#include "ui/views/kinds/table/table.hpp"

#include <algorithm>

#include "ui/views/blanks.hpp"
#include "ui/views/flowing_text.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float gap = 4;
constexpr float padding = 8;
constexpr float cell_width_max = 224;
constexpr float pad_width = 240;  // three columns of keys
constexpr float least_width_with_pad = 640;
constexpr float line_width = 4;

float name_height(const Workplace& place) { return place.frame().height < 700 ? 32 : 48; }

// What stands above the first row.
float height_above(const Workplace& place, const engage::Table& task) {
  return task.columns.empty() ? 0 : name_height(place) + gap;
}

float width_in_cell(const Workplace& place, const std::string& markup, TypeStyle type) {
  return width_of(place, markup, type) + 2 * padding;
}

// Rows from `first` to before `end`.
struct RowsOfPage {
  std::size_t first = 0, end = 0;
};

// What is not touched may be lower.
float row_height(const Workplace& place, const engage::TableRow& row) {
  const bool is_touched =
      std::any_of(row.cells.begin(), row.cells.end(), [](const engage::TableCell& cell) { return cell.blank; });
  return is_touched || place.frame().height >= 700 ? place.frame().target : std::min(place.frame().target, 40.F);
}

std::vector<RowsOfPage> rows_in_pages(const Workplace& place, const engage::Table& task, float height) {
  std::vector<RowsOfPage> pages{{0, 0}};
  float used = 0;
  for (std::size_t row = 0; row < task.rows.size(); ++row) {
    const float line = task.rows[row].line_above ? line_width + gap : 0;
    const float own = row_height(place, task.rows[row]) + line + gap;
    if (pages.back().end > pages.back().first && used + own - gap > height) {
      pages.push_back({row, row});
      used = 0;
    }
    pages.back().end = row + 1;
    used += own;
  }
  return pages;
}

// What a table takes, and which of its rows stand on which page.
struct Measures {
  float names_width = 0;  // of the column of names; 0: there is none
  float cell_width = 0;
  std::vector<RowsOfPage> pages;
  TypeStyle type = TypeStyle::Question;
};

Measures measures_of(const Workplace& place, const engage::Table& task, float width, float height) {
  Measures measures;
  const auto columns = static_cast<float>(task.rows.front().cells.size());
  float names = task.corner.empty() ? 0 : width_in_cell(place, task.corner, TypeStyle::Strong);
  float cells = place.frame().target;
  if (place.frame().compact) measures.type = TypeStyle::Body;
  for (const std::string& name : task.columns) cells = std::max(cells, width_in_cell(place, name, TypeStyle::Strong));
  for (const engage::TableRow& row : task.rows) {
    if (!row.name.empty()) names = std::max(names, width_in_cell(place, row.name, TypeStyle::Strong));
    for (const engage::TableCell& cell : row.cells)
      cells = std::max(cells, cell.blank && !task.digits ? width_of_blank(place, task, *cell.blank, measures.type)
                                                         : width_in_cell(place, cell.text, measures.type));
  }
  measures.names_width = names == 0 ? 0 : std::clamp(names, place.frame().target, width * 0.35F);
  const float for_cells = width - measures.names_width - gap * columns;
  measures.cell_width = std::min({cells, cell_width_max, for_cells / columns});
  measures.pages = rows_in_pages(place, task, height - height_above(place, task));
  return measures;
}

class TableView {
 public:
  TableView(const Workplace& place, const engage::Table& task, const BlanksShown& shown, const Measures& measures)
      : place_(place), task_(task), shown_(shown), measures_(measures) {}

  Node of_rows(const RowsOfPage& rows) const {
    Node table = parts::group(Direction::Column, gap);
    table.id = "table";
    table.language = place_.language();
    table.layout.cross = Place::Center;
    if (!task_.columns.empty()) table.children.push_back(names());
    for (std::size_t row = rows.first; row < rows.end; ++row) {
      if (task_.rows[row].line_above) table.children.push_back(line());
      table.children.push_back(row_node(row));
    }
    return table;
  }

 private:
  [[nodiscard]] float width() const {
    const auto columns = static_cast<float>(task_.rows.front().cells.size());
    const float names = measures_.names_width == 0 ? 0 : measures_.names_width + gap;
    return names + columns * (measures_.cell_width + gap) - gap;
  }

  // Digits stand in their places whichever way the language is read.
  [[nodiscard]] Node row_of(std::vector<Node> cells) const {
    Node row = parts::group(Direction::Row, gap, std::move(cells));
    row.layout.width = width();
    row.look.mirrored_in_rtl = !task_.digits;
    return row;
  }

  [[nodiscard]] Node line() const {
    Node node;
    node.look.fill = Paint::Ink;
    node.layout.width = width();
    node.layout.height = line_width;
    return node;
  }

  [[nodiscard]] Node name_node(const std::string& markup, float wide, float high) const {
    Node node = parts::text(plain_text(markup), TypeStyle::Strong);
    node.text = markup;
    const bool tight = width_in_cell(place_, markup, TypeStyle::Strong) > wide;
    if (tight) node.look.type = TypeStyle::Small;
    node.look.align = TextAlign::Center;
    node.look.fill = markup.empty() || task_.digits ? Paint::None : Paint::Sand;
    node.look.radius = 8;
    node.layout.width = wide;
    node.layout.height = high;
    node.layout.main = Place::Center;
    return node;
  }

  [[nodiscard]] Node names() const {
    std::vector<Node> cells;
    if (measures_.names_width > 0) cells.push_back(name_node(task_.corner, measures_.names_width, name_height(place_)));
    for (const std::string& name : task_.columns)
      cells.push_back(name_node(name, measures_.cell_width, name_height(place_)));
    return row_of(std::move(cells));
  }

  [[nodiscard]] std::string name_of_cell(std::size_t row, std::size_t column) const {
    const std::string& row_name = task_.rows[row].name;
    const std::string across =
        row_name.empty() ? place_.scene.say(Word::RowNumber, {std::to_string(row + 1)}) : plain_text(row_name);
    const std::string down = column < task_.columns.size()
                                 ? plain_text(task_.columns[column])
                                 : place_.scene.say(Word::ColumnNumber, {std::to_string(column + 1)});
    return place_.scene.say(Word::CellOf, {across, down});
  }

  [[nodiscard]] Node given(std::size_t row, std::size_t column) const {
    const std::string& markup = task_.rows[row].cells[column].text;
    Node node;
    node.layout.width = measures_.cell_width;
    node.layout.height = row_height(place_, task_.rows[row]);
    if (markup.empty()) return node;
    node.role = Role::Text;
    node.name = name_of_cell(row, column);
    node.value = plain_text(markup);
    node.text = markup;
    node.look.type = task_.rows[row].carries                                             ? TypeStyle::Small
                     : width_in_cell(place_, markup, measures_.type) > node.layout.width ? TypeStyle::Small
                                                                                         : measures_.type;
    node.look.align = TextAlign::Center;
    node.look.outline = task_.digits ? Paint::None : Paint::Line;
    node.look.radius = 8;
    node.layout.main = Place::Center;
    return node;
  }

  [[nodiscard]] Node row_node(std::size_t row) const {
    std::vector<Node> cells;
    if (measures_.names_width > 0)
      cells.push_back(name_node(task_.rows[row].name, measures_.names_width, row_height(place_, task_.rows[row])));
    for (std::size_t column = 0; column < task_.rows[row].cells.size(); ++column) {
      const std::optional<std::uint8_t> blank = task_.rows[row].cells[column].blank;
      const TypeStyle type = task_.rows[row].carries ? TypeStyle::Small : measures_.type;
      cells.push_back(blank
                          ? blank_node(place_, shown_, *blank, {name_of_cell(row, column), measures_.cell_width, type})
                          : given(row, column));
    }
    return row_of(std::move(cells));
  }

  const Workplace& place_;
  const engage::Table& task_;
  const BlanksShown& shown_;
  const Measures& measures_;
};

bool has_numbers_alone(const engage::Table& task) {
  return std::all_of(task.blanks.begin(), task.blanks.end(),
                     [](const engage::Blank& blank) { return std::holds_alternative<engage::NumberEntry>(blank); });
}

std::vector<std::size_t> blanks_in(const engage::Table& task, const RowsOfPage& rows) {
  std::vector<std::size_t> blanks;
  for (std::size_t row = rows.first; row < rows.end; ++row)
    for (const engage::TableCell& cell : task.rows[row].cells)
      if (cell.blank) blanks.emplace_back(*cell.blank);
  return blanks;
}

}  // namespace

Way way(std::type_identity<engage::Table>) { return {Word::WayTable, "way-table"}; }

float width_beside(const engage::Table&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::Table& task) {
  const parts::Frame& frame = place.frame();
  const bool beside = !frame.compact && has_numbers_alone(task) && place.width >= least_width_with_pad;
  Workplace for_filler = place;
  Workplace for_table = place;
  if (beside) {
    for_filler.width = pad_width;
    for_table.width -= pad_width + beside_gap;
  } else {
    for_filler.height =
        std::min(filler_height(place, task), place.height - height_above(place, task) - frame.target - frame.gap);
    for_table.height -= for_filler.height + frame.gap;
  }
  Measures measures = measures_of(place, task, for_table.width, for_table.height);
  if (measures.pages.size() > 1)
    measures = measures_of(place, task, for_table.width - frame.target - frame.gap, for_table.height);
  const std::size_t pages = measures.pages.size();
  const std::size_t page = place.key_page % pages;
  const RowsOfPage& rows = measures.pages[page];
  const engage::TableEntry& entry = place.shown(task);
  const BlanksShown shown{task, entry, blank_at_hand(task, entry, blanks_in(task, rows))};
  for_filler.key_page = place.key_page / static_cast<std::uint32_t>(pages);
  for_filler.key_page_step = static_cast<std::uint32_t>(pages);
  Node table = TableView(place, task, shown, measures).of_rows(rows);
  Node node = parts::group(
      beside ? Direction::Row : Direction::Column, beside ? beside_gap : frame.gap,
      {with_page_turner(place, {page, pages, for_table.height}, std::move(table)), filler(for_filler, shown)});
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  return node;
}

}  // namespace hornbook::ui::views
