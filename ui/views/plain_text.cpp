#include "ui/views/plain_text.hpp"

#include <array>
#include <utility>

#include "runtime/engage/source/text_blocks.hpp"

namespace hornbook::ui {
namespace {

constexpr std::string_view fraction_command = "\\frac{";
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signs{{
    {"\\times", "×"},
    {"\\div", "÷"},
    {"\\cdot", "·"},
    {"\\,", " "},
}};

bool ends_in_digit(std::string_view text) { return !text.empty() && text.back() >= '0' && text.back() <= '9'; }

// Reads "\frac{a}{b}" at the start of `rest`; returns the length read, 0 when there is none.
std::size_t take_fraction(std::string_view rest, std::string& plain) {
  if (rest.substr(0, fraction_command.size()) != fraction_command) return 0;
  const std::size_t middle = rest.find("}{");
  const std::size_t end = middle == std::string_view::npos ? middle : rest.find('}', middle + 2);
  if (end == std::string_view::npos) return 0;
  if (ends_in_digit(plain)) plain += ' ';
  plain += rest.substr(fraction_command.size(), middle - fraction_command.size());
  plain += '/';
  plain += rest.substr(middle + 2, end - middle - 2);
  return end + 1;
}

std::size_t take_sign(std::string_view rest, std::string& plain) {
  for (const auto& [command, sign] : signs) {
    if (rest.substr(0, command.size()) != command) continue;
    plain += sign;
    return command.size();
  }
  return 0;
}

// Reads "](say:…)" at the start of `rest`: what is said there is not written.
std::size_t take_saying(std::string_view rest) {
  if (!rest.starts_with("](say:")) return 0;
  const std::size_t end = rest.find(')');
  return end == std::string_view::npos ? 0 : end + 1;
}

// Whether `rest` begins with a backslash that takes the next sign literally.
bool is_escape(std::string_view rest) {
  return rest.size() > 1 && rest[0] == '\\' && std::string_view("$*[\\|-.").find(rest[1]) != std::string_view::npos;
}

// The words of one line or cell.
std::string plain_line(std::string_view markup) {
  std::string plain;
  bool in_mathematics = false;
  for (std::size_t at = 0; at < markup.size();) {
    const std::string_view rest = markup.substr(at);
    if (!in_mathematics && is_escape(rest)) {
      plain += rest[1];
      at += 2;
    } else if (const auto picture = engage::picture_at(markup, at)) {
      plain += picture->description.of(markup);
      at = picture->end;
    } else if (const std::size_t length = take_fraction(rest, plain)) {
      at += length;
    } else if (const std::size_t command = take_sign(rest, plain)) {
      at += command;
    } else if (const std::size_t saying = take_saying(rest)) {
      if (const std::size_t opening = plain.rfind('['); opening != std::string::npos) plain.erase(opening, 1);
      at += saying;
    } else {
      if (rest.front() == '$') in_mathematics = !in_mathematics;
      if (rest.front() != '$' && rest.front() != '*') plain += rest.front();
      ++at;
    }
  }
  return plain;
}

std::string plain_entry(const engage::TextLineBlock& line, std::string_view markup) {
  using Mark = engage::TextLineBlock::Mark;
  const std::string mark = line.mark == Mark::Number ? std::to_string(line.number) + ". "
                           : line.mark == Mark::Dot  ? "• "
                                                     : "";
  return mark + plain_line(line.words.of(markup));
}

// A line for each row, in which each cell stands behind the name of its column.
std::string plain_table(const engage::TextTable& table, std::string_view markup) {
  std::string plain;
  for (std::size_t row = table.has_head ? 1 : 0; row < table.rows.size(); ++row) {
    if (!plain.empty()) plain += '\n';
    bool is_first = true;
    for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
      const std::string cell = plain_line(table.rows[row][column].of(markup));
      const std::string name = table.has_head ? plain_line(table.rows[0][column].of(markup)) : std::string();
      if (cell.empty()) continue;
      if (!std::exchange(is_first, false)) plain += ", ";
      plain += name.empty() ? cell : name + ": " + cell;
    }
  }
  return plain;
}

}  // namespace

std::string plain_text(std::string_view markup) {
  std::string plain;
  const std::vector<engage::TextBlock> blocks = engage::blocks_of(markup);
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    if (at > 0) plain += blocks[at].after_blank_line ? "\n\n" : "\n";
    const auto* line = std::get_if<engage::TextLineBlock>(&blocks[at].what);
    plain += line != nullptr ? plain_entry(*line, markup)
                             : plain_table(std::get<engage::TextTable>(blocks[at].what), markup);
  }
  return plain;
}

}  // namespace hornbook::ui
