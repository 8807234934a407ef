#include "ui/views/letters_of_language.hpp"

namespace hornbook::ui {

// The arrangements that children meet on the keyboards and telephones of their country.
LetterRows letters_of_language(std::string_view language) {
  const std::string_view main = language.substr(0, language.find('-'));
  if (main == "es") return {{"qwertyuiop", "asdfghjklñ", "zxcvbnm"}, {"áé", "íó", "úü"}, ".,?!¿¡"};
  if (main == "pt") return {{"qwertyuiop", "asdfghjklç", "zxcvbnm"}, {"áâ", "ãé", "êíóôõú"}};
  if (main == "fr") return {{"azertyuiop", "qsdfghjklm", "wxcvbn"}, {"éè", "êà", "âçîôûù"}};
  if (main == "ar") return {{"ضصثقفغعهخح", "شسيبلاتنمك", "ئءؤرىةوزظ"}, {"جد", "طذ", "أإآ"}, ".،؟!"};
  if (main == "en" || main == "sw") return {{"qwertyuiop", "asdfghjkl", "zxcvbnm"}, {"", "'", "-"}};
  return {};
}

}  // namespace hornbook::ui
