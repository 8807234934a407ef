// A line of words as it grows: spaces between words, none before a comma.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace hornbook::ui::text {

class SpokenLine {
 public:
  void add(std::string_view word) {
    if (word.empty()) return;
    const bool attached = word.size() == 1 && std::string_view(",;:?!.)]}").find(word[0]) != std::string_view::npos;
    const bool opened = text_.empty() || text_.back() == ' ' || text_.back() == '(' || text_.back() == '[' ||
                        text_.back() == '{' || text_.back() == '$';
    if (!opened && !attached) text_ += ' ';
    text_ += word;
  }
  // Words that mark an end, after a pause.
  void add_end(std::string_view words) {
    text_ += ',';
    add(words);
  }
  // Words that may begin or end with spaces of their own.
  void add_words(std::string_view words) {
    const std::size_t first = words.find_first_not_of(' ');
    if (first == std::string_view::npos) return;
    add(words.substr(first, words.find_last_not_of(' ') + 1 - first));
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace hornbook::ui::text
