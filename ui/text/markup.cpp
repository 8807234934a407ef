#include "ui/text/markup.hpp"

#include <utility>

#include "runtime/core/limits.hpp"

namespace hornbook::ui::text {
namespace {

constexpr std::string_view say_link = "](say:";

// The words of one line or cell.
class LineParser {
 public:
  // Places are counted from the beginning of `text`.
  LineParser(std::string_view text, engage::TextPart part) : text_(text.substr(0, part.end)), at_(part.begin) {}

  Paragraph parse() {
    while (at_ < text_.size()) step();
    end_words();
    return std::move(paragraph_);
  }

 private:
  void step() {
    const char next = text_[at_];
    if (link_end_ && at_ > *link_end_) link_end_.reset();  // its end was a part of a formula
    if (next == '\\' && at_ + 1 < text_.size() && is_marked(text_[at_ + 1])) {
      end_words();
      ++at_;
      add_to_words();
    } else if (const std::size_t end = engage::end_of_mathematics(text_, at_)) {
      mathematics(end);
    } else if (const auto picture = engage::picture_at(text_, at_)) {
      end_words();
      add_span(InlinePicture{std::string(picture->path.of(text_)), std::string(picture->description.of(text_))}, at_,
               picture->end);
      at_ = picture->end;
    } else if (next == '[' && !link_end_ && link_end(at_)) {
      start_link(*link_end(at_));
    } else if (link_end_ == at_) {
      end_link();
    } else if (next == '*' && (emphasis_ || has_partner(at_))) {
      end_words();
      emphasis_ = !emphasis_;
      ++at_;
    } else {
      add_to_words();
    }
  }

  void add_to_words() {
    if (words_.empty()) words_begin_ = at_;
    words_ += text_[at_] == '\n' ? ' ' : text_[at_];
    ++at_;
  }

  static bool is_marked(char character) {
    return std::string_view("$*[\\|-.").find(character) != std::string_view::npos;
  }

  // Whether the same mark comes again, not escaped, with something in between.
  [[nodiscard]] bool has_partner(std::size_t mark) const {
    for (std::size_t at = mark + 1; at < text_.size() && text_[at] != '\n'; ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_[at] == text_[mark]) {
        return at > mark + 1;
      }
    }
    return false;
  }

  // Where in this line the "]" is that ends the brackets opened at `mark`, when something to say follows it.
  [[nodiscard]] std::optional<std::size_t> link_end(std::size_t mark) const {
    const std::size_t end = text_.find_first_of("[]\n", mark + 1);
    if (end == mark + 1 || end == std::string_view::npos || !text_.substr(end).starts_with(say_link)) return {};
    const std::size_t target = end + say_link.size();
    const std::size_t close = text_.find_first_of(")\n", target);
    if (close == target || close == std::string_view::npos || text_[close] != ')') return {};
    return end;
  }

  void start_link(std::size_t end) {
    end_words();
    const std::size_t target = end + say_link.size();
    paragraph_.links.push_back({std::string(text_.substr(target, text_.find(')', target) - target))});
    link_end_ = end;
    ++at_;
  }

  void end_link() {
    end_words();
    link_end_.reset();
    at_ = text_.find(')', at_) + 1;
  }

  [[nodiscard]] std::optional<std::uint32_t> link() const {
    if (!link_end_) return std::nullopt;
    return static_cast<std::uint32_t>(paragraph_.links.size() - 1);
  }

  void mathematics(std::size_t end) {
    end_words();
    const std::string_view all = text_.substr(at_, end - at_);
    const bool display = all.size() > 4 && all.starts_with("$$") && all.ends_with("$$");
    const std::size_t sign = display ? 2 : 1;
    add_span(parse_math(all.substr(sign, all.size() - 2 * sign), display), at_, end);
    at_ = end;
  }

  void end_words() {
    if (words_.empty()) return;
    const std::size_t end = words_begin_ + words_.size();
    add_span(Words{std::exchange(words_, {}), emphasis_}, words_begin_, end);
  }

  void add_span(decltype(Span::what) what, std::size_t begin, std::size_t end) {
    paragraph_.spans.push_back(
        {std::move(what), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), link()});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string words_;
  std::size_t words_begin_ = 0;
  std::optional<std::size_t> link_end_;  // while in brackets: where they end
  bool emphasis_ = false;
  Paragraph paragraph_;
};

Paragraph parse_line(std::string_view text, const engage::TextLineBlock& line) {
  Paragraph paragraph = LineParser(text, line.words).parse();
  if (line.in_list) paragraph.entry = ListEntry{line.mark, line.number, line.depth};
  return paragraph;
}

Table parse_table(std::string_view text, const engage::TextTable& read) {
  Table table{{}, read.aligns, read.has_head};
  for (const std::vector<engage::TextPart>& cells : read.rows) {
    std::vector<Paragraph>& row = table.rows.emplace_back();
    for (const engage::TextPart& cell : cells) row.push_back(LineParser(text, cell).parse());
  }
  return table;
}

}  // namespace

std::vector<Block> parse_markup(std::string_view whole) {
  const std::string_view text = whole.substr(0, limits::item_text_bytes_max);
  std::vector<Block> blocks;
  for (const engage::TextBlock& block : engage::blocks_of(text)) {
    if (const auto* line = std::get_if<engage::TextLineBlock>(&block.what)) {
      blocks.push_back({parse_line(text, *line), block.after_blank_line});
    } else {
      blocks.push_back({parse_table(text, std::get<engage::TextTable>(block.what)), block.after_blank_line});
    }
  }
  return blocks;
}

}  // namespace hornbook::ui::text
