// How hard a text is to read, by formulas that were published for its language:
//   English  the Flesch–Kincaid grade: 0.39 words/sentence + 11.8 syllables/word − 15.59, in years of school (Kincaid,
//            Fishburne, Rogers & Chissom 1975, Navy Research Branch Report 8-75). Greater is harder.
//   Spanish  Szigriszt-Pazos' perspicuity: 206.835 − 62.3 syllables/word − words/sentence (Szigriszt Pazos 1993,
//   thesis,
//            Universidad Complutense de Madrid). Smaller is harder; 66 to 75 is fairly easy.
// Other languages have the author's estimate alone. An estimate knows nothing of what words mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content_packs/build/pack_source.hpp"

namespace hornbook::content {

struct TextCounts {
  std::size_t words = 0;
  std::size_t sentences = 0;
  std::size_t syllables = 0;
};

enum class ReadabilityFormula : std::uint8_t { FleschKincaidGrade, SzigrisztPazos };
struct Readability {
  ReadabilityFormula formula{};
  TextCounts counts;
  double score = 0;
};

// The score of what was counted; nothing when there is no word.
[[nodiscard]] std::optional<Readability> readability(ReadabilityFormula formula, const TextCounts& counts);
// Of paragraphs in the markup of texts; each ends a sentence. Nothing when no formula is known for `language`, a BCP 47
// tag, or there is no word.
[[nodiscard]] std::optional<Readability> readability(const std::vector<std::string>& paragraphs,
                                                     std::string_view language);
// Both of one formula.
[[nodiscard]] bool reads_harder(const Readability& a, const Readability& b);
[[nodiscard]] std::string_view name_of(ReadabilityFormula formula);

struct LevelReadability {
  std::uint8_t level = 1;
  std::optional<std::uint8_t> grade;        // the author's estimate
  std::optional<Readability> estimate;      // where there is a formula
  std::optional<std::uint8_t> harder_than;  // the next level, when this one reads harder than it
};
struct PassageReadability {
  std::string id;
  std::string language;
  std::vector<LevelReadability> levels;
};
// Every passage in every language of the pack. `source` must have no problems.
[[nodiscard]] std::vector<PassageReadability> readability_of(const PackSource& source);

}  // namespace hornbook::content
