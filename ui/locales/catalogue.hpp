// The words of one language, each beside its name and in the order of the names. For the languages of this folder
// alone.
#pragma once

#include <array>
#include <string_view>

#include "ui/locales/words.hpp"

namespace hornbook::ui {

struct CatalogueEntry {
  Word word;
  std::string_view text;
};
using Catalogue = std::array<CatalogueEntry, static_cast<std::size_t>(word_count)>;

// Whether every word is there, in its place, with a text.
constexpr bool is_complete(const Catalogue& catalogue) {
  for (std::size_t i = 0; i < catalogue.size(); ++i) {
    if (catalogue[i].word != static_cast<Word>(i) || catalogue[i].text.empty()) return false;
  }
  return true;
}

}  // namespace hornbook::ui
