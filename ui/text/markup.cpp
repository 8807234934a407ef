#include "ui/text/markup.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::ui::text {
namespace {

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
    if (next == '\\' && at_ + 1 < text_.size() && is_marked(text_[at_ + 1])) {
      words_ += text_[at_ + 1];
      at_ += 2;
    } else if (next == '\n') {
      line_end();
    } else if (display_end(at_) != std::string_view::npos) {
      mathematics(at_ + 2, display_end(at_), true);
      ++at_;
    } else if (next == '$' && partner(at_) != std::string_view::npos) {
      mathematics(at_ + 1, partner(at_), false);
    } else if (next == '*' && (emphasis_ || partner(at_) != std::string_view::npos)) {
      end_words();
      emphasis_ = !emphasis_;
      ++at_;
    } else {
      words_ += next;
      ++at_;
    }
  }

  static bool is_marked(char character) { return character == '$' || character == '*' || character == '\\'; }

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

  void mathematics(std::size_t begin, std::size_t end, bool display) {
    end_words();
    paragraphs_.back().spans.emplace_back(parse_math(text_.substr(begin, end - begin), display));
    at_ = end + 1;
  }

  void line_end() {
    end_words();
    emphasis_ = false;
    std::size_t ends = 0;
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) ends += text_[at_++] == '\n' ? 1u : 0u;
    if (at_ < text_.size()) paragraphs_.push_back({{}, ends > 1});
  }

  void end_words() {
    if (!words_.empty()) paragraphs_.back().spans.emplace_back(Words{std::move(words_), emphasis_});
    words_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string words_;
  bool emphasis_ = false;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace

std::vector<Paragraph> parse_markup(std::string_view text) {
  return MarkupParser(text.substr(0, limits::item_text_bytes_max)).parse();
}

}  // namespace hornbook::ui::text
