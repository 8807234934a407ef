// The letters that a keyboard on the screen offers for a language, in rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook::ui {

struct LetterRows {
  std::vector<std::string> rows;    // each letter one character
  std::vector<std::string> marked;  // what stands at the end of each row where there is room: letters with accents
  std::string_view marks = ".,?!";  // of sentences
};
// By the language's BCP 47 tag. No rows for a language whose letters are not known here.
[[nodiscard]] LetterRows letters_of_language(std::string_view language);

}  // namespace hornbook::ui
