// Where words of a glossary stand in a text.
#pragma once

#include <string_view>

#include "runtime/engage/passage/passage.hpp"

namespace hornbook::engage {

struct GlossaryPlace {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::size_t word = 0;            // its place in the glossary
  bool operator==(const GlossaryPlace&) const = default;
};

// Every place where a word or one of its forms stands in `text`, in the order of the text, none within another; of two
// that begin at the same place the longer one. Capitals and the shape of apostrophes make no difference. A word is
// found whole, which means between signs that are no letters, marks or digits; scripts that put no spaces between words
// (Thai, Lao, Burmese, Khmer, Chinese, Japanese) have no such ends. What stands between two `$`, and a picture, is
// passed over.
[[nodiscard]] std::vector<GlossaryPlace> find_glossary_words(std::string_view text,
                                                             const std::vector<GlossaryWord>& glossary);

}  // namespace hornbook::engage
