#include "runtime/engage/passage/glossary.hpp"

#include <gtest/gtest.h>

namespace hornbook::engage {
namespace {

// The found parts of the text, joined by '|'.
std::string found_in(std::string_view text, const std::vector<GlossaryWord>& glossary) {
  std::string found;
  for (const GlossaryPlace& place : find_glossary_words(text, glossary))
    found += (found.empty() ? "" : "|") + std::string(text.substr(place.begin, place.end - place.begin));
  return found;
}

TEST(Glossary, WholeWordsAreFoundWhateverTheirCapitals) {
  const std::vector<GlossaryWord> glossary{{"vapour", {"vapours"}, "m"}};
  EXPECT_EQ(found_in("Vapour rises. The VAPOURS, vapour-like, avapour vapoured vapour2", glossary),
            "Vapour|VAPOURS|vapour");
}

TEST(Glossary, OfTwoThatBeginTogetherTheLongerIsTaken) {
  const std::vector<GlossaryWord> glossary{{"water", {}, "a"}, {"water cycle", {}, "b"}};
  const auto places = find_glossary_words("The water\ncycle moves water.", glossary);
  ASSERT_EQ(places.size(), 2u);
  EXPECT_EQ(places[0], (GlossaryPlace{4, 15, 1}));
  EXPECT_EQ(places[1].word, 0u);
}

TEST(Glossary, WordsInOtherScriptsAreFound) {
  EXPECT_EQ(found_in("El niño evaporó el agua: ¡ÁRBOL!", {{"árbol", {}, ""}, {"evaporó", {}, ""}}), "evaporó|ÁRBOL");
  EXPECT_EQ(found_in("l’eau de l'eau", {{"l'eau", {}, ""}}), "l’eau|l'eau");
  EXPECT_EQ(found_in("ฉันกินข้าวทุกวัน", {{"ข้าว", {}, ""}}), "ข้าว") << "no spaces between words";
  EXPECT_EQ(found_in("ماء الماء", {{"ماء", {}, ""}}), "ماء") << "not within another word";
}

TEST(Glossary, MathematicsAndBrokenBytesArePassedOver) {
  EXPECT_EQ(found_in("sum $sum + x$ *sum*", {{"sum", {}, ""}}), "sum|sum");
  EXPECT_EQ(found_in("It costs \\$5, the sum", {{"sum", {}, ""}}), "sum");
  EXPECT_EQ(found_in("\xff\xfe sum\xff", {{"sum", {}, ""}, {"\xff", {}, ""}}), "sum");
  EXPECT_EQ(found_in("", {{"sum", {}, ""}}), "");
}

}  // namespace
}  // namespace hornbook::engage
