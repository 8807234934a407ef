#include "content_packs/build/readability.hpp"

#include "content_packs/build/syllables.hpp"
#include "runtime/engage/source/text_blocks.hpp"

namespace hornbook::content {
namespace {

struct LanguageFormula {
  std::string_view language;
  ReadabilityFormula formula;
  CountSyllables syllables;
};
constexpr LanguageFormula formulas[] = {
    {"en", ReadabilityFormula::FleschKincaidGrade, english_syllables},
    {"es", ReadabilityFormula::SzigrisztPazos, spanish_syllables},
};

const LanguageFormula* formula_for(std::string_view language) {
  for (const LanguageFormula& each : formulas)
    if (language.substr(0, language.find('-')) == each.language) return &each;
  return nullptr;
}

// Sentences are counted within each. An entry of a list is one by itself; a table has none.
void add_paragraphs(const std::string& text, std::vector<std::string>& paragraphs) {
  std::string lines;
  for (const engage::TextBlock& block : engage::blocks_of(text)) {
    const auto* line = std::get_if<engage::TextLineBlock>(&block.what);
    if (line == nullptr) continue;
    const std::string_view words = line->words.of(text);
    if (line->in_list) {
      paragraphs.emplace_back(words);
    } else {
      lines.append(lines.empty() ? "" : "\n").append(words);
    }
  }
  if (!lines.empty()) paragraphs.push_back(std::move(lines));
}

std::vector<std::string> paragraphs_of(const engage::PassageLevel& level) {
  std::vector<std::string> paragraphs;
  for (const engage::PassageBlock& block : level.blocks)
    if (const auto* paragraph = std::get_if<engage::PassageParagraph>(&block))
      add_paragraphs(paragraph->text, paragraphs);
  return paragraphs;
}

PassageReadability readability_of(const engage::Passage& passage) {
  PassageReadability result{passage.id, passage.language, {}};
  for (const engage::PassageLevel& level : passage.levels)
    result.levels.push_back(
        {level.level, level.grade, readability(paragraphs_of(level), passage.language), std::nullopt});
  for (std::size_t at = 1; at < result.levels.size(); ++at) {
    LevelReadability& easier = result.levels[at - 1];
    const LevelReadability& harder = result.levels[at];
    if (easier.estimate && harder.estimate && reads_harder(*easier.estimate, *harder.estimate))
      easier.harder_than = harder.level;
  }
  return result;
}

}  // namespace

std::optional<Readability> readability(ReadabilityFormula formula, const TextCounts& counts) {
  if (counts.words == 0 || counts.sentences == 0) return std::nullopt;
  const double words_a_sentence = static_cast<double>(counts.words) / static_cast<double>(counts.sentences);
  const double syllables_a_word = static_cast<double>(counts.syllables) / static_cast<double>(counts.words);
  const double score = formula == ReadabilityFormula::FleschKincaidGrade
                           ? 0.39 * words_a_sentence + 11.8 * syllables_a_word - 15.59
                           : 206.835 - 62.3 * syllables_a_word - words_a_sentence;
  return Readability{formula, counts, score};
}

std::optional<Readability> readability(const std::vector<std::string>& paragraphs, std::string_view language) {
  const LanguageFormula* known = formula_for(language);
  if (known == nullptr) return std::nullopt;
  TextCounts all;
  for (const std::string& paragraph : paragraphs) {
    const TextCounts counts = count_paragraph(paragraph, known->syllables);
    all.words += counts.words;
    all.sentences += counts.sentences;
    all.syllables += counts.syllables;
  }
  return readability(known->formula, all);
}

bool reads_harder(const Readability& a, const Readability& b) {
  return a.formula == ReadabilityFormula::FleschKincaidGrade ? a.score > b.score : a.score < b.score;
}

std::string_view name_of(ReadabilityFormula formula) {
  return formula == ReadabilityFormula::FleschKincaidGrade ? "Flesch-Kincaid grade" : "Szigriszt-Pazos perspicuity";
}

std::vector<PassageReadability> readability_of(const PackSource& source) {
  std::vector<PassageReadability> result;
  for (const SourcePassage& passage : source.passages)
    for (const std::string& language : source.index.languages)
      if (const auto composed = engage::compose_passage(passage.decoded, language))
        result.push_back(readability_of(*composed));
  return result;
}

}  // namespace hornbook::content
