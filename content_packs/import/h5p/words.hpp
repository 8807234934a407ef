// Texts of H5P: fragments of HTML, and the signs by which authors mark blanks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook::content::h5p {

// The words of a fragment, one line for each block; nothing when it is no well-formed fragment.
[[nodiscard]] std::optional<std::string> words_of_html(std::string_view html);

// A text cut at its blanks: before each blank and after the last stand words, which may be empty.
struct Blank {
  std::vector<std::string> answers;  // one at least
  std::string tip;                   // may be empty
};
struct TextWithBlanks {
  std::vector<std::string> words;  // one more than there are blanks
  std::vector<Blank> blanks;
};
// "Oslo is the *capital/main city:Where the king lives* of Norway": answers are divided by '/', a tip stands behind
// ':', feedback behind "\+" and "\-" is passed over. A sign without a partner is itself.
[[nodiscard]] TextWithBlanks cut_at_blanks(std::string_view words);

}  // namespace hornbook::content::h5p
