#include "ui/views/text_cuts.hpp"

#include <algorithm>
#include <array>

#include "runtime/engage/source/text_blocks.hpp"

namespace hornbook::ui::views {
namespace {

bool ends_sentence(std::string_view before) {
  while (!before.empty() && (before.back() == ' ' || before.back() == '\n' || before.back() == '"')) {
    before.remove_suffix(1);
  }
  static constexpr std::array<std::string_view, 9> ends{".", "!", "?", "…", "”", "»", "।", "۔", "።"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return before.ends_with(end); });
}

// Behind the `)` of the "[shown](say:said)" that begins at `at`; 0 when none does.
std::size_t end_of_saying(std::string_view text, std::size_t at) {
  if (text[at] != '[') return 0;
  const std::size_t bracket = text.find_first_of("[]\n", at + 1);
  if (bracket == std::string_view::npos || !text.substr(bracket).starts_with("](say:")) return 0;
  const std::size_t close = text.find_first_of(")\n", bracket);
  return close == std::string_view::npos || text[close] != ')' ? 0 : close + 1;
}

// What stands together at `at`: behind the end of it.
std::size_t end_of_whole(std::string_view text, std::size_t at) {
  if (text[at] == '\\') return at + 2;
  if (const std::size_t end = engage::end_of_mathematics(text, at)) return end;
  if (const auto picture = engage::picture_at(text, at)) return picture->end;
  return std::max(at + 1, end_of_saying(text, at));
}

class CutFinder {
 public:
  explicit CutFinder(std::string_view text) : text_(text) {}

  std::vector<TextCut> find() {
    for (const engage::TextBlock& block : engage::blocks_of(text_)) {
      if (const auto* line = std::get_if<engage::TextLineBlock>(&block.what)) {
        cut_at_spaces(*line);
        cut_behind(line->words.end);
      } else {
        const auto& table = std::get<engage::TextTable>(block.what);
        cut_between_rows(table);
        cut_behind(table.rows.back().back().end);
      }
    }
    return std::move(cuts_);
  }

 private:
  void cut_at_spaces(const engage::TextLineBlock& line) {
    bool in_emphasis = false;
    const std::string_view through = text_.substr(0, line.words.end);
    for (std::size_t at = line.words.begin; at < line.words.end; at = end_of_whole(through, at)) {
      if (text_[at] == '*') in_emphasis = !in_emphasis;
      if (text_[at] == ' ' && !in_emphasis && at + 1 < line.words.end)
        cuts_.push_back({at, at + 1, ends_sentence(text_.substr(0, at)), line.in_list, {}});
    }
  }

  // At the end of the line that `end` stands in, when more follows.
  void cut_behind(std::size_t end) {
    std::size_t at = std::min(text_.find('\n', end), text_.size());
    const std::size_t line_end = std::min(at + 1, text_.size());
    while (at < text_.size() && (text_[at] == '\n' || text_[at] == '\r')) ++at;
    if (at < text_.size()) cuts_.push_back({line_end, at, true, false, {}});
  }

  [[nodiscard]] std::size_t line_of(const std::vector<engage::TextPart>& row) const {
    const std::size_t end_before = text_.rfind('\n', row.front().begin);
    return end_before == std::string_view::npos ? 0 : end_before + 1;
  }

  // What is left on both sides must be a table still: two rows, or the head and one.
  void cut_between_rows(const engage::TextTable& table) {
    const std::size_t begin = line_of(table.rows.front());
    std::string_view head;
    if (table.has_head && table.rows.size() > 1) head = text_.substr(begin, line_of(table.rows[1]) - begin);
    for (std::size_t row = 2; row + (table.has_head ? 1 : 2) <= table.rows.size(); ++row) {
      const std::size_t at = line_of(table.rows[row]);
      cuts_.push_back({at, at, true, false, head});
    }
  }

  std::string_view text_;
  std::vector<TextCut> cuts_;
};

}  // namespace

std::vector<TextCut> cuts_of(std::string_view words) { return CutFinder(words).find(); }

std::vector<TextRange> sentences_of(std::string_view words) {
  std::vector<TextRange> sentences;
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (begin < end) sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  const std::vector<TextCut> cuts = cuts_of(words);
  for (const engage::TextBlock& block : engage::blocks_of(words)) {
    if (const auto* table = std::get_if<engage::TextTable>(&block.what)) {
      for (std::size_t row = table->has_head ? 1 : 0; row < table->rows.size(); ++row)
        for (const engage::TextPart& cell : table->rows[row]) add(cell.begin, cell.end);
      continue;
    }
    const engage::TextPart& line = std::get<engage::TextLineBlock>(block.what).words;
    std::size_t begin = line.begin;
    for (const TextCut& cut : cuts) {
      if (!cut.ends_sentence || cut.at <= begin || cut.at >= line.end) continue;
      add(begin, cut.end);
      begin = cut.at;
    }
    add(begin, line.end);
  }
  return sentences;
}

}  // namespace hornbook::ui::views
