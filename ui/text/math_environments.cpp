// \begin{…} … \end{…}: matrices, arrays, cases and aligned equations.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "runtime/core/limits.hpp"
#include "ui/text/math_parser.hpp"
#include "ui/text/math_symbols.hpp"

namespace hornbook::ui::text {
namespace {

enum class EnvironmentForm : std::uint8_t { Matrix, Array, Cases, Aligned, Centered, Column };

struct Environment {
  EnvironmentForm form = EnvironmentForm::Matrix;
  char32_t opening = 0, closing = 0;
  MathSize size = MathSize::Text;
};

const Environment* find_environment(std::string_view name) {
  using enum EnvironmentForm;
  static const std::unordered_map<std::string_view, Environment> environments{
      {"matrix", {Matrix}},
      {"pmatrix", {Matrix, U'(', U')'}},
      {"bmatrix", {Matrix, U'[', U']'}},
      {"Bmatrix", {Matrix, U'{', U'}'}},
      {"vmatrix", {Matrix, U'|', U'|'}},
      {"Vmatrix", {Matrix, U'‖', U'‖'}},
      {"smallmatrix", {Matrix, 0, 0, MathSize::Script}},
      {"array", {Array}},
      {"tabular", {Array}},
      {"column", {Column}},
      {"subarray", {Array, 0, 0, MathSize::Script}},
      {"cases", {Cases, U'{', 0}},
      {"dcases", {Cases, U'{', 0, MathSize::Display}},
      {"rcases", {Cases, 0, U'}'}},
      {"drcases", {Cases, 0, U'}', MathSize::Display}},
      {"aligned", {Aligned, 0, 0, MathSize::Display}},
      {"align", {Aligned, 0, 0, MathSize::Display}},
      {"alignat", {Aligned, 0, 0, MathSize::Display}},
      {"alignedat", {Aligned, 0, 0, MathSize::Display}},
      {"flalign", {Aligned, 0, 0, MathSize::Display}},
      {"split", {Aligned, 0, 0, MathSize::Display}},
      {"eqnarray", {Aligned, 0, 0, MathSize::Display}},
      {"gather", {Centered, 0, 0, MathSize::Display}},
      {"gathered", {Centered, 0, 0, MathSize::Display}},
      {"equation", {Centered, 0, 0, MathSize::Display}},
      {"multline", {Centered, 0, 0, MathSize::Display}},
      {"displaymath", {Centered, 0, 0, MathSize::Display}},
      {"math", {Centered}}};
  if (name.ends_with('*')) name.remove_suffix(1);
  const auto found = environments.find(name);
  return found == environments.end() ? nullptr : &found->second;
}

void add_column(MathTable& table, char32_t letter) {
  table.columns.push_back(letter == U'c'   ? ColumnAlign::Center
                          : letter == U'r' ? ColumnAlign::Right
                                           : ColumnAlign::Left);
  table.column_lines.push_back(0);
}

// "{r|cc}", with "*{3}{c}" repeated and what is in "@{…}" left out.
void read_columns(MathTable& table, std::string_view written) {
  table.column_lines.push_back(0);
  for (MathTokens tokens(written); tokens.peek().kind != TokenKind::End;) {
    const MathToken token = tokens.take();
    if (table.columns.size() > limits::math_columns_max) return;
    switch (token.character) {
      case U'|':
        ++table.column_lines.back();
        break;
      case U'l':
      case U'c':
      case U'r':
        add_column(table, token.character);
        break;
      case U'p':
      case U'm':
        static_cast<void>(tokens.take_raw_group());
        add_column(table, U'l');
        break;
      case U'*': {
        const std::string_view times = tokens.take_raw_group();
        const std::string_view columns = tokens.take_raw_group();
        const int count = times.size() == 1 && is_digit(static_cast<unsigned char>(times[0])) ? times[0] - '0' : 1;
        for (int time = 0; time < count; ++time) {
          for (const char column : columns) {
            if (column == 'l' || column == 'c' || column == 'r') add_column(table, static_cast<char32_t>(column));
          }
        }
        break;
      }
      case U'@':
      case U'!':
        static_cast<void>(tokens.take_raw_group());
        break;
      default:
        break;
    }
  }
}

constexpr float matrix_gap = 1;
constexpr float sign_gap = 0.25f;
constexpr float equations_gap = 2;

MathTable table_for(const Environment& environment, std::string_view name, MathTokens& tokens) {
  MathTable table;
  table.opening = environment.opening;
  table.closing = environment.closing;
  table.size = environment.size;
  table.column_gaps_ems = {matrix_gap};
  switch (environment.form) {
    case EnvironmentForm::Matrix:
      static_cast<void>(tokens.take_raw_option());
      table.columns = {ColumnAlign::Center};
      if (environment.size == MathSize::Script) table.column_gaps_ems = {0.5f};
      break;
    case EnvironmentForm::Array:
      static_cast<void>(tokens.take_raw_option());
      if (tokens.peek().kind == TokenKind::Open) read_columns(table, tokens.take_raw_group());
      if (table.columns.empty()) table.columns = {ColumnAlign::Center};
      break;
    case EnvironmentForm::Cases:
      table.columns = {ColumnAlign::Left};
      break;
    case EnvironmentForm::Aligned:
      if (name.starts_with("aligna") || name.starts_with("alignedat")) static_cast<void>(tokens.take_raw_group());
      static_cast<void>(tokens.take_raw_option());
      table.columns = {ColumnAlign::Right, ColumnAlign::Left};
      table.column_gaps_ems = {0, equations_gap};
      table.open_rows = true;
      if (name.starts_with("eqnarray")) {
        table.columns = {ColumnAlign::Right, ColumnAlign::Center, ColumnAlign::Left};
        table.column_gaps_ems = {0.28f};
      }
      break;
    case EnvironmentForm::Column:
      table.columns = {ColumnAlign::Left, ColumnAlign::Right, ColumnAlign::Left};
      table.column_gaps_ems = {sign_gap, 0};
      break;
    case EnvironmentForm::Centered:
      static_cast<void>(tokens.take_raw_option());
      table.columns = {ColumnAlign::Center};
      table.open_rows = true;
      break;
  }
  return table;
}

// Column arithmetic: the sign of each row in a column of its own, and what stands behind the point in another, so that
// ones stand under ones.
void part_columns(MathTable& table) {
  for (std::vector<MathRow>& row : table.rows) {
    MathRow content = std::move(row[0]);
    row.assign(3, {});
    std::size_t at = 0;
    if (!content.empty() && class_of(content[0]) == MathClass::Binary) row[0].push_back(content[at++]);
    for (; at < content.size(); ++at) {
      auto* number = std::get_if<MathNumber>(&content[at].what);
      const std::size_t point = number == nullptr ? std::string::npos : number->digits.find('.');
      if (point != std::string::npos) {
        row[2].push_back({MathNumber{number->digits.substr(point), number->alphabet}});
        number->digits.resize(point);
      }
      row[1].push_back(std::move(content[at]));
    }
  }
}

}  // namespace

bool MathParser::row_end() {
  if (!tokens_.take_command("\\") && !tokens_.take_command("cr")) return false;
  static_cast<void>(tokens_.take_character(U'*'));
  // A bracket straight after it is room between the rows; one of an interval has no length in it.
  MathTokens ahead = tokens_;
  if (ems_of_length(ahead.take_raw_option()) != 0) tokens_ = ahead;
  return true;
}

void MathParser::row_lines(MathTable& table) {
  table.row_lines.resize(std::max(table.row_lines.size(), table.rows.size()), 0);
  for (;;) {
    if (tokens_.take_command("hline") || tokens_.take_command("hdashline")) {
      ++table.row_lines.back();
    } else if (tokens_.take_command("cline")) {
      static_cast<void>(tokens_.take_raw_group());
      ++table.row_lines.back();
    } else {
      return;
    }
  }
}

void MathParser::table_body(MathTable& table) {
  if (table.rows.empty()) {
    table.rows.emplace_back(1);
    row_lines(table);
  }
  for (;;) {
    MathRow cell = row(Until::Cell);
    MathRow& place = table.rows.back().back();
    std::move(cell.begin(), cell.end(), std::back_inserter(place));
    if (tokens_.peek().kind == TokenKind::Align) {
      tokens_.take();
      ++items_;
      table.rows.back().emplace_back();
    } else if (row_end()) {
      ++items_;
      table.rows.emplace_back(1);
      row_lines(table);
    } else {
      break;
    }
  }
  // An end of row before the end of the table starts no row, but lines may stand below the last one.
  if (table.rows.size() > 1 && table.rows.back().size() == 1 && table.rows.back()[0].empty()) table.rows.pop_back();
}

void MathParser::environment(MathRow& items, std::size_t begin) {
  const std::string_view name = tokens_.take_raw_group();
  const Environment* known = find_environment(name);
  if (known == nullptr) {
    const std::string end = "\\end{" + std::string(name) + "}";
    const std::size_t found = tokens_.source().find(end, tokens_.at());
    const std::size_t after = found == std::string_view::npos ? tokens_.source().size() : found + end.size();
    add(items, {MathUnknown{std::string(tokens_.source().substr(begin, after - begin))}});
    return tokens_.go_to(after);
  }
  MathTable table = table_for(*known, name, tokens_);
  table_body(table);
  while (tokens_.peek().kind == TokenKind::Close) {
    tokens_.take();
    table_body(table);
  }
  if (known->form == EnvironmentForm::Column) part_columns(table);
  if (tokens_.take_command("end")) static_cast<void>(tokens_.take_raw_group());
  add(items, {std::move(table)});
}

}  // namespace hornbook::ui::text
