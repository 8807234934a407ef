#include "ui/text/markup.hpp"

#include <utility>

#include "runtime/core/limits.hpp"

namespace hornbook::ui::text {
namespace {

constexpr std::string_view say_link = "](say:";

class MarkupParser {
 public:
  explicit MarkupParser(std::string_view text) : text_(text) {}

  std::vector<Paragraph> parse() {
    paragraphs_.emplace_back();
    while (at_ < text_.size()) step();
    end_words();
    return std::move(paragraphs_);
  }

 private:
  void step() {
    const char next = text_[at_];
    if (link_end_ && at_ > *link_end_) link_end_.reset();  // its end was a part of a formula
    if (next == '\\' && at_ + 1 < text_.size() && is_marked(text_[at_ + 1])) {
      end_words();
      ++at_;
      add_to_words();
    } else if (next == '\n') {
      line_end();
    } else if (display_end(at_) != std::string_view::npos) {
      mathematics(at_ + 2, display_end(at_), true);
      ++at_;
    } else if (next == '$' && partner(at_) != std::string_view::npos) {
      mathematics(at_ + 1, partner(at_), false);
    } else if (next == '[' && !link_end_ && link_end(at_)) {
      start_link(*link_end(at_));
    } else if (link_end_ == at_) {
      end_link();
    } else if (next == '*' && (emphasis_ || partner(at_) != std::string_view::npos)) {
      end_words();
      emphasis_ = !emphasis_;
      ++at_;
    } else {
      add_to_words();
    }
  }

  void add_to_words() {
    if (words_.empty()) words_begin_ = at_;
    words_ += text_[at_++];
  }

  static bool is_marked(char character) {
    return character == '$' || character == '*' || character == '[' || character == '\\';
  }

  // The same mark further on in this line, not escaped, with something in between.
  [[nodiscard]] std::size_t partner(std::size_t mark) const {
    for (std::size_t at = mark + 1; at < text_.size() && text_[at] != '\n'; ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_[at] == text_[mark]) {
        return at > mark + 1 ? at : std::string_view::npos;
      }
    }
    return std::string_view::npos;
  }

  // Where the "$$" is that closes the one at `mark`.
  [[nodiscard]] std::size_t display_end(std::size_t mark) const {
    if (!text_.substr(mark).starts_with("$$")) return std::string_view::npos;
    for (std::size_t at = mark + 2; at + 1 < text_.size(); ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_.substr(at, 2) == "$$") {
        return at > mark + 2 ? at : std::string_view::npos;
      }
    }
    return std::string_view::npos;
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
    paragraphs_.back().links.push_back({std::string(text_.substr(target, text_.find(')', target) - target))});
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
    return static_cast<std::uint32_t>(paragraphs_.back().links.size() - 1);
  }

  void mathematics(std::size_t begin, std::size_t end, bool display) {
    end_words();
    add_span(parse_math(text_.substr(begin, end - begin), display), at_, end + (display ? 2 : 1));
    at_ = end + 1;
  }

  void line_end() {
    end_words();
    emphasis_ = false;
    std::size_t ends = 0;
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) ends += text_[at_++] == '\n' ? 1u : 0u;
    if (at_ < text_.size()) paragraphs_.push_back({{}, {}, ends > 1});
  }

  void end_words() {
    if (words_.empty()) return;
    const std::size_t end = words_begin_ + words_.size();
    add_span(Words{std::exchange(words_, {}), emphasis_}, words_begin_, end);
  }

  void add_span(std::variant<Words, MathFormula> what, std::size_t begin, std::size_t end) {
    paragraphs_.back().spans.push_back(
        {std::move(what), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), link()});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string words_;
  std::size_t words_begin_ = 0;
  std::optional<std::size_t> link_end_;  // while in brackets: where they end
  bool emphasis_ = false;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace

std::vector<Paragraph> parse_markup(std::string_view text) {
  return MarkupParser(text.substr(0, limits::item_text_bytes_max)).parse();
}

}  // namespace hornbook::ui::text
