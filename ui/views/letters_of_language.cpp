#include "ui/views/letters_of_language.hpp"

#include "ui/semantics/utf8.hpp"

namespace hornbook::ui {

// The arrangements that children meet on the keyboards and telephones of their country.
LetterRows letters_of_language(std::string_view language) {
  const std::string_view main = language.substr(0, language.find('-'));
  if (main == "es") return {{"qwertyuiop", "asdfghjklñ", "zxcvbnm"}, {"áé", "íó", "úü"}};
  if (main == "pt") return {{"qwertyuiop", "asdfghjklç", "zxcvbnm"}, {"áâ", "ãé", "êíóôõú"}};
  if (main == "fr") return {{"azertyuiop", "qsdfghjklm", "wxcvbn"}, {"éè", "êà", "âçîôûù"}};
  if (main == "ar") return {{"ضصثقفغعهخح", "شسيبلاتنمك", "ئءؤرىةوزظ"}, {"جد", "طذ", "أإآ"}};
  if (main == "en" || main == "sw") return {{"qwertyuiop", "asdfghjkl", "zxcvbnm"}, {"", "'", "-"}};
  return {};
}

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = decode_utf8(text, at).bytes;
    characters.emplace_back(text.substr(at, bytes));
    at += bytes;
  }
  return characters;
}

}  // namespace hornbook::ui
