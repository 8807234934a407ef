// OATutor's texts in the markup of items.
//
// There: `$$…$$` is TeX, `##name.gif##` (or to the end of the line) a picture, the two characters `\n` end a line, `**`
// is a power, and everything else is shown as it is. Facts from the renderer of CAHLR/OATutor
// (src/platform-logic/renderText.js).
#pragma once

#include "content_packs/import/report.hpp"

namespace hornbook::content::oatutor {

struct Text {
  std::string markup;
  std::vector<std::string> pictures;  // as named, in order
  std::vector<std::string> formulas;  // TeX, without its signs
};

// Remarks are about `where`: mathematics that is not closed, braces without a partner.
[[nodiscard]] Text convert_text(std::string_view source, const std::string& where, Remarks& remarks);

// TeX as OATutor shows it: `x**10` is x^{10}, a bare $ is a sign.
[[nodiscard]] std::string convert_formula(std::string_view source);

// `markup` without its signs, for places that show words alone.
[[nodiscard]] std::string plain_words(std::string_view markup);

}  // namespace hornbook::content::oatutor
