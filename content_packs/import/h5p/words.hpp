// Texts of H5P: fragments of HTML, and the signs by which authors mark blanks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content_packs/import/report.hpp"

namespace hornbook::content::h5p {

// The markup of a fragment, with its lists, tables and formulas; nothing when it is no well-formed fragment. `remarks`
// gains what is changed or left out, about `where`.
[[nodiscard]] std::optional<std::string> markup_of_html(std::string_view html, const std::string& where,
                                                        Remarks& remarks);

// What stands in a fragment for the blank with this number, from 1, up to blank_numbers_max: a character of Unicode's
// private area.
inline constexpr std::size_t blank_numbers_max = 256;
[[nodiscard]] std::string blank_here(std::size_t number);

struct Blank {
  std::vector<std::string> answers;  // markup; one at least
  std::string tip;                   // markup; may be empty
};
struct TextWithBlanks {
  std::string html;  // with blank_here(n) for the n-th blank
  std::vector<Blank> blanks;
};
// "Oslo is the *capital/main city:Where the king lives* of Norway": answers are divided by '/', a tip stands behind
// ':', feedback behind "\+" and "\-" is passed over. A sign without a partner is itself.
[[nodiscard]] TextWithBlanks cut_at_blanks(std::string_view html);

}  // namespace hornbook::content::h5p
