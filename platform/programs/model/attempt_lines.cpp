#include "platform/programs/model/attempt_lines.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "runtime/core/limits.hpp"

namespace hornbook::platform {
namespace {

using interpret::AttemptLog;
using interpret::no_index;
using interpret::no_time;

constexpr double milliseconds_from = 1e11;  // in seconds this would be the year 5138
constexpr double microseconds_from = 1e14;
constexpr double clock_from = 2.5e8;  // in seconds the year 1977: what begins below counts from the learner's beginning
constexpr double long_gap = 500;      // in seconds over eight minutes: nobody takes that long for nine questions of ten
constexpr std::size_t gaps_min = 100;

tl::unexpected<Error> wrong(const std::string& what) { return fail(ErrorCode::BadInput, "attempts", what); }

tl::unexpected<Error> too_long(const std::string& what) {
  return fail(ErrorCode::LimitExceeded, "attempts", what + " is too long");
}

tl::unexpected<Error> at_line(std::size_t number, const Error& error) {
  return fail(error.code, "attempts", "line " + std::to_string(number) + ": " + error.sentence);
}

bool is_unknown(std::string_view field) { return field.empty() || field == "-1"; }

// The fields of a line; quotes as RFC 4180 has them, within one line.
Result<std::vector<std::string>> fields_of(std::string_view line) {
  if (line.size() > limits::model_line_bytes_max) return too_long("the line");
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string> fields(1);
  bool is_quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char sign = line[at];
    if (is_quoted && sign == '"' && at + 1 < line.size() && line[at + 1] == '"') {
      fields.back() += '"';
      ++at;
    } else if (sign == '"') {
      is_quoted = !is_quoted;
    } else if (sign == ',' && !is_quoted) {
      fields.emplace_back();
    } else {
      fields.back() += sign;
    }
  }
  if (is_quoted) return wrong("a quote is opened and not closed; close it in the same line");
  return fields;
}

Result<double> time_of(std::string_view field) {
  if (is_unknown(field)) return no_time;
  double time = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), time);
  if (error != std::errc{} || end != field.data() + field.size() || !(time >= -1e18 && time <= 1e18))
    return wrong("the timestamp is no number; write seconds, or -1 when it is not known");
  return time < 0 ? no_time : time;
}

Result<bool> outcome_of(std::string_view field) {
  if (field == "1") return true;
  if (field == "0") return false;
  return wrong("correct is neither 0 nor 1");
}

// Where each column stands.
enum Column : std::size_t { LearnerColumn, ItemColumn, SkillColumn, CorrectColumn, TimeColumn, column_count };
using Columns = std::array<std::size_t, column_count>;
constexpr std::array<std::string_view, column_count> column_names = {"learner", "item", "skill", "correct",
                                                                     "timestamp"};
constexpr Columns usual_columns = {0, 1, 2, 3, 4};

bool is_header(const std::vector<std::string>& fields) { return std::ranges::find(fields, "learner") != fields.end(); }

Result<Columns> columns_of(const std::vector<std::string>& header) {
  Columns columns{};
  for (std::size_t column = 0; column < column_count; ++column) {
    const auto found = std::ranges::find(header, column_names[column]);
    if (found == header.end()) {
      return wrong("line 1: there is no column " + std::string(column_names[column]) +
                   "; name the columns learner,item,skill,correct,timestamp there");
    }
    columns[column] = static_cast<std::size_t>(found - header.begin());
  }
  return columns;
}

std::string without_byte_order_mark(std::string line) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  return line.starts_with(mark) ? line.substr(mark.size()) : line;
}

// The differences between one learner's times that follow one another, where there are any.
std::vector<double> gaps_between(const std::vector<TrainingRow>& rows, std::size_t learners) {
  std::vector<double> before(learners, no_time), gaps;
  for (const TrainingRow& row : rows) {
    if (row.asked.seconds < 0) continue;
    double& last = before[row.asked.learner];
    if (last >= 0 && row.asked.seconds > last) gaps.push_back(row.asked.seconds - last);
    last = row.asked.seconds;
  }
  return gaps;
}

// How many of the times' units make a second. Logs say it nowhere, so it is told by the size of clock times, and of
// times that count from a learner's beginning by their gaps.
double units_per_second(const std::vector<TrainingRow>& rows, std::size_t learners) {
  double least = microseconds_from, greatest = 0;
  for (const TrainingRow& row : rows) {
    if (row.asked.seconds < 0) continue;
    least = std::min(least, row.asked.seconds);
    greatest = std::max(greatest, row.asked.seconds);
  }
  if (greatest > microseconds_from) return 1e6;
  if (greatest > milliseconds_from) return 1e3;
  std::vector<double> gaps = gaps_between(rows, learners);
  if (least >= clock_from || gaps.size() < gaps_min) return 1;
  const auto tenth = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 10);
  std::ranges::nth_element(gaps, tenth);
  return *tenth >= long_gap ? 1e3 : 1;
}

AttemptLog grouped_by_learner(const std::vector<TrainingRow>& rows, std::size_t learners) {
  std::vector<std::vector<std::uint32_t>> rows_of(learners);
  for (std::size_t row = 0; row < rows.size(); ++row)
    rows_of[rows[row].asked.learner].push_back(static_cast<std::uint32_t>(row));
  AttemptLog log;
  for (const std::vector<std::uint32_t>& own : rows_of) {
    log.begin_learner();
    for (const std::uint32_t row : own) {
      const AskedQuestion& asked = rows[row].asked;
      log.add(asked.item, asked.skills, asked.seconds, rows[row].correct);
    }
  }
  return log;
}

}  // namespace

Result<std::uint32_t> Numbering::number_of(const std::string& name) {
  const auto found = numbers_.find(name);
  if (found != numbers_.end()) return found->second;
  if (numbers_.size() >= limits::model_items_max)
    return fail(ErrorCode::LimitExceeded, "attempts", "there are more than a million names in one column");
  const auto number = static_cast<std::uint32_t>(numbers_.size());
  numbers_.emplace(name, number);
  return number;
}

Done AttemptLines::fill(AskedQuestion& asked, std::string_view item, std::string_view skills, std::string_view time) {
  if (!is_unknown(item)) {
    TRY_ASSIGN(asked.item, items_.number_of(std::string(item)));
  }
  while (!skills.empty()) {
    const std::size_t end = std::min(skills.find('~'), skills.size());
    const std::string_view name = skills.substr(0, end);
    skills.remove_prefix(std::min(skills.size(), end + 1));
    if (is_unknown(name)) continue;
    TRY_ASSIGN(const std::uint32_t skill, skills_.number_of(std::string(name)));
    if (std::ranges::find(asked.skills, skill) == asked.skills.end()) asked.skills.push_back(skill);
    if (asked.skills.size() > limits::model_skills_of_row_max) return wrong("the row has more than 64 skills");
  }
  TRY_ASSIGN(asked.seconds, time_of(time));
  return {};
}

Result<AttemptLog> AttemptLines::read_training(std::istream& csv) {
  std::vector<TrainingRow> rows;
  Columns columns = usual_columns;
  std::string line;
  for (std::size_t number = 1; std::getline(csv, line); ++number) {
    if (rows.size() >= limits::model_rows_max) return too_long("the file");
    if (number == 1) line = without_byte_order_mark(line);
    if (line.empty() || line == "\r") continue;
    const auto fields = fields_of(line);
    if (!fields) return at_line(number, fields.error());
    if (number == 1 && is_header(*fields)) {
      TRY_ASSIGN(columns, columns_of(*fields));
      continue;
    }
    auto row = training_row(*fields, columns);
    if (!row) return at_line(number, row.error());
    rows.push_back(std::move(*row));
  }
  known_learners_ = learners_.size();
  units_per_second_ = units_per_second(rows, known_learners_);
  for (TrainingRow& row : rows) row.asked.seconds = seconds_of(row.asked.seconds);
  return grouped_by_learner(rows, known_learners_);
}

Result<TrainingRow> AttemptLines::training_row(const std::vector<std::string>& fields,
                                               const std::array<std::size_t, 5>& columns) {
  if (fields.size() <= std::ranges::max(columns)) return wrong("the row has too few fields");
  TrainingRow row;
  TRY_ASSIGN(row.asked.learner, learners_.number_of(fields[columns[LearnerColumn]]));
  TRY_DONE(fill(row.asked, fields[columns[ItemColumn]], fields[columns[SkillColumn]], fields[columns[TimeColumn]]));
  TRY_ASSIGN(row.correct, outcome_of(fields[columns[CorrectColumn]]));
  return row;
}

Result<AskedQuestion> AttemptLines::read_question(const std::string& line) {
  TRY_ASSIGN(const auto fields, fields_of(line));
  if (fields.size() != 4) return wrong("a question has four fields: learner,item,skill,timestamp");
  AskedQuestion asked;
  TRY_ASSIGN(asked.learner, learners_.number_of(fields[0]));
  TRY_DONE(fill(asked, fields[1], fields[2], fields[3]));
  asked.seconds = seconds_of(asked.seconds);
  return asked;
}

double AttemptLines::seconds_of(double time) const { return time < 0 ? no_time : time / units_per_second_; }

}  // namespace hornbook::platform
