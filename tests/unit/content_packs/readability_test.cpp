#include "content_packs/build/readability.hpp"

#include <gtest/gtest.h>

#include "content_packs/build/syllables.hpp"

namespace hornbook::content {
namespace {

double score_of(std::string_view text, std::string_view language) {
  const auto found = readability(std::vector<std::string>{std::string(text)}, language);
  return found ? found->score : -1000;
}

TEST(Readability, WorkedExamples_ComeOutAsTheyWerePublished) {
  // Of a sentence of 13 words and 24 syllables that is worked out in many places as grade 11.3.
  constexpr const char* platypus = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
  const auto counts = count_paragraph(platypus, english_syllables);
  EXPECT_EQ(counts.words, 13u);
  EXPECT_EQ(counts.syllables, 24u);
  EXPECT_EQ(counts.sentences, 1u);
  EXPECT_NEAR(score_of(platypus, "en"), 11.3, 0.05);
  // The formulas by hand: 0.39 · 10 + 11.8 · 1.3 − 15.59, and 206.835 − 62.3 · 2 − 10.
  EXPECT_NEAR(readability(ReadabilityFormula::FleschKincaidGrade, {100, 10, 130})->score, 3.65, 1e-9);
  EXPECT_NEAR(readability(ReadabilityFormula::SzigrisztPazos, {100, 10, 200})->score, 72.235, 1e-9);
}

TEST(Readability, EnglishSyllables_AreCountedWithoutSilentLetters) {
  const std::vector<std::pair<std::string_view, std::size_t>> words{
      {"the", 1},   {"cake", 1},   {"makes", 1},    {"table", 2}, {"tables", 2},    {"walked", 1}, {"wanted", 2},
      {"boxes", 2}, {"dishes", 2}, {"water", 2},    {"happy", 2}, {"evaporate", 4}, {"be", 1},     {"tree", 1},
      {"I'm", 1},   {"rhythm", 1}, {"elephant", 3}, {"Ages", 2},  {"hmm", 1},       {"people", 2}};
  for (const auto& [word, expected] : words) EXPECT_EQ(english_syllables(word), expected) << word;
}

TEST(Readability, SpanishSyllables_FollowDiphthongAndHiatus) {
  const std::vector<std::pair<std::string_view, std::size_t>> words{
      {"sol", 1},      {"agua", 2},  {"país", 2}, {"ciudad", 2},    {"queso", 2},      {"guitarra", 3}, {"pingüino", 3},
      {"leer", 2},     {"aéreo", 4}, {"día", 2},  {"huevo", 2},     {"rey", 1},        {"muy", 1},      {"ÁRBOL", 2},
      {"prohibir", 2}, {"búho", 2},  {"nube", 2}, {"evapora", 4},   {"averiguáis", 4}, {"ruido", 2},    {"y", 1},
      {"yo", 1},       {"mayo", 2},  {"niño", 2}, {"construir", 2}, {"oír", 2}};
  for (const auto& [word, expected] : words) EXPECT_EQ(spanish_syllables(word), expected) << word;
}

TEST(Readability, Sentences_EndWherePeopleEndThem) {
  const auto sentences = [](std::string_view text) { return count_paragraph(text, english_syllables).sentences; };
  EXPECT_EQ(sentences("It rains. It rains!"), 2u);
  EXPECT_EQ(sentences("It costs 3.50 a kilo"), 1u);
  EXPECT_EQ(sentences("Some plants, e.g. trees, grow."), 1u);
  EXPECT_EQ(sentences("\"Come here,\" she said. \"Now?\" He came."), 3u);
  EXPECT_EQ(sentences("*Well* … what is $3.5 + 1$? I know."), 3u);
  EXPECT_EQ(sentences(" - "), 0u);
  EXPECT_EQ(count_paragraph("well-known don't 3.5 $x + 1$ 12", english_syllables).words, 5u);
}

TEST(Readability, OtherLanguages_HaveNoEstimate) {
  EXPECT_FALSE(readability(std::vector<std::string>{"Jua linang'aa."}, "sw").has_value());
  EXPECT_FALSE(readability(std::vector<std::string>{"…"}, "en").has_value());
  EXPECT_TRUE(readability(std::vector<std::string>{"Sol."}, "es-MX").has_value());
}

TEST(Readability, LevelThatReadsHarderThanTheNext_IsFound) {
  const auto level = [](std::uint8_t number, const std::string& text) {
    engage::Texts texts;
    texts.emplace("en", engage::TextTemplate::parse(text, engage::Holes::None).value());
    return engage::PassageLevelTemplate{number, {}, {engage::ParagraphTemplate{std::move(texts)}}};
  };
  PackSource source;
  source.index.languages = {"en"};
  SourcePassage passage;
  passage.decoded.id = "p";
  passage.decoded.title = {{"en", "P"}};
  passage.decoded.levels = {level(1, "Enormous evaporating quantities of saturated moisture accumulate."),
                            level(2, "It rains. We get wet."), level(4, "The falling water makes everything wet.")};
  source.passages.push_back(std::move(passage));
  const auto found = readability_of(source);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].levels[0].harder_than, 2);
  EXPECT_FALSE(found[0].levels[1].harder_than.has_value());
  EXPECT_FALSE(found[0].levels[2].harder_than.has_value());
}

}  // namespace
}  // namespace hornbook::content
