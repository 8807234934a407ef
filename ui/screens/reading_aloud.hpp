// What is read aloud: texts of the screen, one after the other, with the word that is heard.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ui/semantics/text_range.hpp"

namespace hornbook::ui {

struct Utterance {
  std::string node;      // the id of the node that says it, or of the one around it
  std::string markup;    // as it is shown there
  std::string words;     // as it is said; never empty
  std::string language;  // BCP 47
  bool operator==(const Utterance&) const = default;
};

struct ReadingAloud {
  std::vector<Utterance> utterances;
  std::size_t at = 0;  // the one that is heard: below utterances.size()
  TextRange word;      // of its words; empty before the first is heard
};

}  // namespace hornbook::ui
