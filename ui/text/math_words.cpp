#include "ui/text/math_words.hpp"

namespace hornbook::ui::text {

const MathWords* math_words_of(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "en" || primary.empty()) return &english_math_words();
  if (primary == "es") return &spanish_math_words();
  return nullptr;
}

std::string_view look_up(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::string_view entry = list.substr(0, list.find('|'));
    const std::size_t space = entry.find(' ');
    if (entry.substr(0, space) == word) return entry.substr(space + 1);
    list.remove_prefix(entry.size() == list.size() ? entry.size() : entry.size() + 1);
  }
  return {};
}

}  // namespace hornbook::ui::text
