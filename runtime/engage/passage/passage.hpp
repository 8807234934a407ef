// A text to read, at up to four levels, in one language: read for a question, or for itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/engage/figure.hpp"

namespace hornbook::engage {

// Texts carry the markup of items' texts.
struct PassageHeading {
  std::string text;
};
struct PassageParagraph {
  std::string text;
};
using PassageBlock = std::variant<PassageHeading, PassageParagraph, Figure>;

struct PassageLevel {
  std::uint8_t level = 1;             // 1, the easiest, to limits::passage_levels_max
  std::optional<std::uint8_t> grade;  // the author's estimate, in years of school
  std::vector<PassageBlock> blocks;   // at least one paragraph or figure
};

struct GlossaryWord {
  std::string word;
  std::vector<std::string> forms;  // the same word as texts bend it
  std::string meaning;
};

struct Passage {
  std::uint32_t index = 0;  // position in the pack's list of passages
  std::string id;
  std::string language;  // BCP 47
  std::string title;
  std::vector<PassageLevel> levels;  // ascending, 1 … limits::passage_levels_max
  std::vector<GlossaryWord> glossary;
  std::vector<std::string> authors;  // empty: the pack's
  std::string licence;               // likewise
  std::string source;                // likewise
};

[[nodiscard]] std::size_t count_paragraphs(const PassageLevel& level);

}  // namespace hornbook::engage
