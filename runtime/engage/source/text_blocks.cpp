#include "runtime/engage/source/text_blocks.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

constexpr std::size_t spaces_of_a_level = 2;
constexpr std::size_t number_digits_max = 3;

// A line, without its end.
struct Line {
  TextPart part;
  bool after_blank_line = false;
};

// Lines with something in them; those within `$$…$$` belong together. The first may be empty.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  std::size_t ends = 0;
  const auto end_line = [&](std::size_t end) {
    while (end > begin && text[end - 1] == '\r') --end;
    if (end > begin || lines.empty()) {
      lines.push_back({{begin, end}, ends > 1});
      ends = 0;
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      end_line(at);
      ++ends;
      begin = ++at;
    } else if (text[at] == '\\') {
      at += text.substr(at + 1).starts_with('\n') ? 1U : 2U;
    } else {
      at = std::max(at + 1, end_of_mathematics(text, at));
    }
  }
  end_line(text.size());
  return lines;
}

std::size_t spaces_before(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

std::optional<TextLineBlock> list_entry(std::string_view text, TextPart part) {
  const std::string_view line = part.of(text);
  const std::size_t spaces = spaces_before(line);
  std::string_view rest = line.substr(spaces);
  TextLineBlock entry;
  entry.in_list = true;
  entry.depth = static_cast<std::uint8_t>(std::min(spaces / spaces_of_a_level, limits::text_list_depth_max - 1));
  std::size_t mark = 1;
  if (rest.starts_with("- ")) {
    entry.mark = TextLineBlock::Mark::Dot;
  } else {
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0 || digits > number_digits_max || !rest.substr(digits).starts_with(". ")) return std::nullopt;
    for (const char digit : rest.substr(0, digits))
      entry.number = entry.number * 10 + static_cast<std::uint32_t>(digit - '0');
    entry.mark = TextLineBlock::Mark::Number;
    mark = digits + 1;
  }
  rest = rest.substr(mark);
  entry.words = {part.begin + spaces + mark + spaces_before(rest), part.end};
  return entry.words.begin < entry.words.end ? std::optional(entry) : std::nullopt;
}

TextPart trimmed(std::string_view text, TextPart part) {
  while (part.begin < part.end && text[part.begin] == ' ') ++part.begin;
  while (part.end > part.begin && text[part.end - 1] == ' ') --part.end;
  return part;
}

// The cells between bars; nothing when the line does not begin and end with one, or has a single cell.
std::optional<std::vector<TextPart>> cells_of(std::string_view text, TextPart line) {
  line = trimmed(text, line);
  if (line.end - line.begin < 3 || text[line.begin] != '|') return std::nullopt;
  std::vector<TextPart> cells;
  std::size_t begin = line.begin + 1;
  std::size_t last_bar = line.begin;
  const std::string_view through = text.substr(0, line.end);
  for (std::size_t at = begin; at < line.end;) {
    if (text[at] == '|') {
      cells.push_back(trimmed(text, {begin, at}));
      begin = at + 1;
      last_bar = at++;
    } else if (text[at] == '\\') {
      at += 2;
    } else {
      at = std::max(at + 1, end_of_mathematics(through, at));
    }
  }
  if (last_bar + 1 != line.end || cells.size() < 2) return std::nullopt;
  return cells;
}

std::optional<CellAlign> align_of(std::string_view cell) {
  const bool from_start = cell.starts_with(':');
  const bool to_end = cell.ends_with(':');
  if (from_start) cell.remove_prefix(1);
  if (to_end && !cell.empty()) cell.remove_suffix(1);
  if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos) return std::nullopt;
  return !to_end ? CellAlign::Start : from_start ? CellAlign::Center : CellAlign::End;
}

std::optional<std::vector<CellAlign>> rule_of(std::string_view text, const std::vector<TextPart>& cells) {
  std::vector<CellAlign> aligns;
  for (const TextPart& cell : cells) {
    const auto align = align_of(cell.of(text));
    if (!align) return std::nullopt;
    aligns.push_back(*align);
  }
  return aligns;
}

// Rows that follow one another without a blank line, with what stands between their bars.
using Rows = std::vector<std::vector<TextPart>>;
Rows rows_from(std::string_view text, const std::vector<Line>& lines, std::size_t first) {
  Rows rows;
  for (std::size_t at = first; at < lines.size(); ++at) {
    if (at > first && lines[at].after_blank_line) break;
    auto cells = cells_of(text, lines[at].part);
    if (!cells) break;
    rows.push_back(std::move(*cells));
  }
  return rows;
}

std::optional<std::string> problem_of(const Rows& rows, bool has_head) {
  const std::size_t columns = rows.front().size();
  for (const auto& row : rows) {
    if (row.size() != columns)
      return "a table has rows of " + std::to_string(columns) + " and of " + std::to_string(row.size()) +
             " cells; give all of them as many, and write \\| for a bar that ends no cell";
  }
  const std::size_t body = rows.size() - (has_head ? 2 : 0);  // without the head and the line under it
  if (columns > limits::text_table_columns_max || body > limits::text_table_rows_max)
    return "a table in a text has at most " + std::to_string(limits::text_table_columns_max) + " columns and " +
           std::to_string(limits::text_table_rows_max) + " rows; make two of it";
  return std::nullopt;
}

// A table of these rows, when there is one.
std::optional<TextTable> table_of(std::string_view text, Rows rows) {
  if (rows.size() < 2) return std::nullopt;
  TextTable table;
  const auto rule = rule_of(text, rows[1]);
  table.has_head = rule.has_value();
  if (problem_of(rows, table.has_head)) return std::nullopt;
  table.aligns = rule.value_or(std::vector(rows.front().size(), CellAlign::Start));
  if (rule) rows.erase(rows.begin() + 1);
  table.rows = std::move(rows);
  return table;
}

// What stands in a line that is in no table. `entry_before` is the list's entry that it may go on.
TextLineBlock line_block(std::string_view text, const Line& line, bool several, const TextLineBlock* entry_before) {
  if (several)
    if (const auto entry = list_entry(text, line.part)) return *entry;
  const std::size_t spaces = spaces_before(line.part.of(text));
  if (entry_before != nullptr && !line.after_blank_line && spaces >= spaces_of_a_level) {
    TextLineBlock more;
    more.words = {line.part.begin + spaces, line.part.end};
    more.in_list = true;
    more.depth = entry_before->depth;
    return more;
  }
  TextLineBlock plain;
  plain.words = line.part;
  return plain;
}

}  // namespace

std::vector<TextBlock> blocks_of(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  const bool several = text.find('\n') != std::string_view::npos;
  std::vector<TextBlock> blocks;
  for (std::size_t at = 0; at < lines.size();) {
    Rows rows = rows_from(text, lines, at);
    const std::size_t count = rows.size();
    if (auto table = table_of(text, std::move(rows))) {
      blocks.push_back({std::move(*table), lines[at].after_blank_line});
      at += count;
      continue;
    }
    const std::size_t end = at + std::max<std::size_t>(1, count);
    for (; at < end; ++at) {
      const auto* before = blocks.empty() ? nullptr : std::get_if<TextLineBlock>(&blocks.back().what);
      const TextLineBlock* entry_before = before != nullptr && before->in_list ? before : nullptr;
      blocks.push_back({line_block(text, lines[at], several, entry_before), lines[at].after_blank_line});
    }
  }
  return blocks;
}

std::optional<std::string> problem_in_blocks(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  for (std::size_t at = 0; at < lines.size();) {
    const Rows rows = rows_from(text, lines, at);
    const bool has_head = rows.size() > 1 && rule_of(text, rows[1]).has_value();
    if (rows.size() > 1)
      if (auto problem = problem_of(rows, has_head)) return problem;
    at += std::max<std::size_t>(1, rows.size());
  }
  return std::nullopt;
}

std::optional<TextPicture> picture_at(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("![")) return std::nullopt;
  const std::size_t description = at + 2;
  const std::size_t bracket = text.find_first_of("[]\n", description);
  if (bracket == std::string_view::npos || bracket == description) return std::nullopt;
  const std::string_view target = text.substr(bracket);
  if (!target.starts_with("](") || target.starts_with("](say:")) return std::nullopt;
  const std::size_t path = bracket + 2;
  const std::size_t close = text.find_first_of(" )\n", path);
  if (close == std::string_view::npos || close == path || text[close] != ')') return std::nullopt;
  return TextPicture{{description, bracket}, {path, close}, close + 1};
}

std::size_t end_of_mathematics(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (!rest.starts_with('$')) return 0;
  const auto closed_by = [&](std::string_view sign) -> std::size_t {
    for (std::size_t end = sign.size(); end + sign.size() <= rest.size(); ++end) {
      if (sign.size() == 1 && rest[end] == '\n') return 0;
      if (rest[end] == '\\') {
        ++end;
      } else if (rest.substr(end, sign.size()) == sign) {
        return end > sign.size() ? at + end + sign.size() : 0;
      }
    }
    return 0;
  };
  const std::size_t doubled = rest.starts_with("$$") ? closed_by("$$") : 0;
  return doubled != 0 ? doubled : closed_by("$");
}

}  // namespace hornbook::engage
