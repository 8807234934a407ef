#include "runtime/core/csv.hpp"

#include <algorithm>
#include <optional>

#include "runtime/core/limits.hpp"

namespace hornbook {
namespace {

tl::unexpected<Error> bad_line(std::size_t line, const char* why) {
  return fail(ErrorCode::BadInput, "CSV", "line " + std::to_string(line) + ": " + why);
}

// Reads one record after the other.
class RecordReader {
 public:
  RecordReader(std::string_view text, char separator)
      : rest_(text), separator_(separator), field_ends_{separator, '\r', '\n', '"'} {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }
  [[nodiscard]] std::size_t line() const { return line_; }

  // nullopt at the end of the text. Empty lines are passed over.
  Result<std::optional<std::vector<std::string>>> next() {
    while (!rest_.empty() && (rest_.front() == '\n' || rest_.front() == '\r')) drop_line_end();
    if (rest_.empty()) return std::optional<std::vector<std::string>>{};
    std::vector<std::string> fields;
    while (true) {
      if (fields.size() == limits::csv_columns_max)
        return fail(ErrorCode::LimitExceeded, "CSV", "a line has too many fields");
      TRY_ASSIGN(std::string field, next_field());
      fields.push_back(std::move(field));
      if (!rest_.empty() && rest_.front() == separator_) {
        rest_.remove_prefix(1);
        continue;
      }
      if (!rest_.empty()) drop_line_end();
      return std::optional<std::vector<std::string>>(std::move(fields));
    }
  }

 private:
  void drop_line_end() {
    rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
    ++line_;
  }

  Result<std::string> next_field() {
    if (!rest_.empty() && rest_.front() == '"') return quoted_field();
    const std::size_t end = std::min(rest_.find_first_of(field_ends_), rest_.size());
    if (end < rest_.size() && rest_[end] == '"') return bad_line(line_, "a quote stands in the middle of a field");
    std::string field(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return field;
  }

  Result<std::string> quoted_field() {
    const std::size_t first_line = line_;
    rest_.remove_prefix(1);
    std::string field;
    while (true) {
      const std::size_t quote = rest_.find('"');
      if (quote == std::string_view::npos) return bad_line(first_line, "a quote does not close");
      const std::string_view part = rest_.substr(0, quote);
      line_ += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
      field.append(part);
      rest_.remove_prefix(quote + 1);
      if (rest_.empty() || rest_.front() != '"') break;
      field.push_back('"');
      rest_.remove_prefix(1);
    }
    const bool at_field_end =
        rest_.empty() || rest_.front() == separator_ || rest_.front() == '\r' || rest_.front() == '\n';
    if (!at_field_end) return bad_line(line_, "something follows a closing quote");
    return field;
  }

  std::string_view rest_;
  char separator_;
  std::string field_ends_;
  std::size_t line_ = 1;
};

}  // namespace

Result<CsvTable> CsvTable::parse(std::string_view text, char separator) {
  if (text.size() > limits::csv_bytes_max) return fail(ErrorCode::LimitExceeded, "CSV", "the file is too long");
  RecordReader reader(text, separator);
  std::vector<std::vector<std::string>> records;
  std::vector<std::size_t> lines;
  while (true) {
    const std::size_t line = reader.line();
    TRY_ASSIGN(auto fields, reader.next());
    if (!fields) return of_records(std::move(records), std::move(lines));
    if (!records.empty() && fields->size() != records.front().size())
      return bad_line(line, "it has another number of fields than the first line");
    if (records.size() > limits::csv_rows_max)
      return fail(ErrorCode::LimitExceeded, "CSV", "the file has too many lines");
    records.push_back(std::move(*fields));
    lines.push_back(line);
  }
}

Result<CsvTable> CsvTable::of_records(std::vector<std::vector<std::string>> records, std::vector<std::size_t> lines) {
  if (records.empty()) return fail(ErrorCode::BadInput, "CSV", "the file is empty");
  CsvTable table;
  table.header_ = std::move(records.front());
  for (std::size_t i = 0; i < table.header_.size(); ++i)
    if (!table.columns_.emplace(table.header_[i], i).second) return bad_line(lines.front(), "a column is named twice");
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (records[i].size() > table.header_.size())
      return bad_line(lines[i], "it has more fields than the first line has names");
    records[i].resize(table.header_.size());
  }
  records.erase(records.begin());
  lines.erase(lines.begin());
  table.rows_ = std::move(records);
  table.lines_ = std::move(lines);
  return table;
}

const std::string& CsvTable::field(std::size_t row, std::string_view column) const {
  static const std::string none;
  const auto found = columns_.find(column);
  return found == columns_.end() ? none : rows_[row][found->second];
}

}  // namespace hornbook
