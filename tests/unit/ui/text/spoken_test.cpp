#include "ui/text/spoken.hpp"

#include <gtest/gtest.h>

namespace hornbook::ui::text {
namespace {

TEST(Spoken, FractionsInEnglish_AreWords) {
  EXPECT_EQ(spoken("$\\frac{1}{2}$", "en"), "one half");
  EXPECT_EQ(spoken("$\\frac{3}{4}$ of a cup", "en-US"), "three fourths of a cup");
  EXPECT_EQ(spoken("$1\\frac{2}{3}$", "en"), "one and two thirds");
  EXPECT_EQ(spoken("$\\frac{5}{17}$", "en"), "five over seventeen");
  EXPECT_EQ(spoken("$\\frac{25}{100}$", "en"), "25 hundredths");
}

TEST(Spoken, FractionsInSpanish_AreWords) {
  EXPECT_EQ(spoken("$\\frac{3}{4}$", "es"), "tres cuartos");
  EXPECT_EQ(spoken("$\\frac{1}{2}$ taza", "es-MX"), "un medio taza");
  EXPECT_EQ(spoken("$2\\frac{1}{3}$", "es"), "dos y un tercio");
}

TEST(Spoken, EquationWithABlank_IsReadInOrder) {
  EXPECT_EQ(spoken("$\\frac{1}{2} + \\square = 3 \\times 4$", "en"), "one half plus blank equals 3 times 4");
  EXPECT_EQ(spoken("$2 < 3$", "es"), "2 es menor que 3");
}

TEST(Spoken, LanguageWithoutWords_GetsSigns) { EXPECT_EQ(spoken("$1\\frac{3}{4} > 1$", "hi"), "1 3/4 > 1"); }

TEST(Spoken, EmphasisAndParagraphs_LeaveWordsOnly) {
  EXPECT_EQ(spoken("Look *closely*.\n\nThen count.", "en"), "Look closely. Then count.");
  EXPECT_EQ(spoken("It costs \\$5.", "en"), "It costs $5.");
}

TEST(Spoken, EntriesOfALists_AreSentencesWithTheirNumbers) {
  EXPECT_EQ(spoken("You need:\n- two eggs\n- milk!\nMix.", "en"), "You need: two eggs. milk! Mix.");
  EXPECT_EQ(spoken("1. Wash\n2. Dry $\\frac{1}{2}$\n  slowly.", "en"), "1: Wash. 2: Dry one half. slowly.");
}

TEST(Spoken, Table_IsReadRowByRowWithTheNamesOfItsColumns) {
  EXPECT_EQ(spoken("Look.\n| Planet | Moons |\n|---|--:|\n| Mars | 2 |\n| Venus | |\nDone.", "en"),
            "Look. Planet: Mars, Moons: 2. Planet: Venus. Done.");
  EXPECT_EQ(spoken("| a | b |\n| c | d |", "en"), "a, b. c, d.");
}

TEST(Spoken, PictureInALine_IsItsDescription) {
  EXPECT_EQ(spoken("Take ![a coin](media/coin.svg) and go.", "en"), "Take a coin and go.");
}

TEST(Spoken, WordOfATable_IsFoundInItsCellAndTheNameOfItsColumnInTheHead) {
  const std::string text = "| Planet | Moons |\n|---|---|\n| Mars | 2 |";
  const SpokenText said = spoken_text(text, "en");
  const auto shown_at = [&](std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(said.words.find(word));
    const TextRange source = source_of(said, {begin, begin + static_cast<std::uint32_t>(word.size())});
    return text.substr(source.begin, source.end - source.begin);
  };
  EXPECT_EQ(shown_at("Mars"), "Mars");
  EXPECT_EQ(shown_at("Moons"), "Moons");
}

TEST(Spoken, LongPartsOfAFraction_AreMarkedWhereTheyEnd) {
  EXPECT_EQ(spoken("$\\frac{1+2}{3}$", "en"), "the fraction with numerator 1 plus 2 and denominator 3, end fraction");
  EXPECT_EQ(spoken("$\\frac{x}{y}$", "en"), "x over y");
  EXPECT_EQ(spoken("$\\frac{x+1}{y}$", "es"), "la fracción con numerador x más 1 y denominador y, fin de la fracción");
}

TEST(Spoken, PowersAndRoots_HaveTheirNames) {
  EXPECT_EQ(spoken("$x^2+y^3=z^n$", "en"), "x squared plus y cubed equals z to the power of n");
  EXPECT_EQ(spoken("$x^2+y^3=z^n$", "es"), "x al cuadrado más y al cubo es igual a z elevado a n");
  EXPECT_EQ(spoken("$\\sqrt{2}$, $\\sqrt[3]{x}$", "en"), "the square root of 2, the cube root of x");
  EXPECT_EQ(spoken("$\\sqrt{x+1}$", "en"), "the square root of x plus 1, end root");
  EXPECT_EQ(spoken("$\\sqrt[4]{16}$", "es"), "la raíz cuarta de 16");
  EXPECT_EQ(spoken("$x_1$", "en"), "x sub 1");
  EXPECT_EQ(spoken("$45^\\circ$", "en"), "45 degrees");
}

TEST(Spoken, BracketsAndBars_AreSaidWhereTheyMatter) {
  EXPECT_EQ(spoken("$2(x+1)$", "en"), "2 open parenthesis x plus 1 close parenthesis");
  EXPECT_EQ(spoken("$3-(-2)$", "en"), "3 minus minus 2");
  EXPECT_EQ(spoken("$|x|$", "en"), "the absolute value of x end absolute value");
  EXPECT_EQ(spoken("$\\left|-9\\right|$", "es"), "el valor absoluto de menos 9, fin del valor absoluto");
}

TEST(Spoken, SumsLimitsAndMatrices_AreReadInOrder) {
  EXPECT_EQ(spoken("$\\sum_{i=1}^{n} i$", "en"), "the sum from i equals 1 to n of i");
  EXPECT_EQ(spoken("$\\lim_{x\\to 0} x$", "en"), "the limit as x approaches 0 of x");
  EXPECT_EQ(spoken("$\\lim_{x\\to 0} x$", "es"), "el límite cuando x tiende a 0 de x");
  EXPECT_EQ(spoken("$\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}$", "en"),
            "2 by 2 matrix row 1: 1, 2; row 2: 3, 4, end matrix");
}

TEST(Spoken, WordsAndVariables_AreToldApart) {
  EXPECT_EQ(spoken("$distance=60$", "en"), "distance equals 60");
  EXPECT_EQ(spoken("$xy$", "en"), "x y");
  EXPECT_EQ(spoken("$5\\text{ cm}$", "en"), "5 cm");
}

TEST(Spoken, WhatIsNotUnderstood_IsReadAsWritten) { EXPECT_EQ(spoken("$1+\\nothing$", "en"), "1 plus \\nothing"); }

TEST(Spoken, LanguageWithoutWords_GetsPowersAndRootsInSigns) {
  EXPECT_EQ(spoken("$x^2+\\sqrt{x+1}$", "hi"), "x^2 + √(x + 1)");
}

TEST(SpokenFraction, WholeAndParts_AreJoined) {
  EXPECT_EQ(spoken_fraction(0, 3, 8, "en"), "three eighths");
  EXPECT_EQ(spoken_fraction(2, 1, 2, "es"), "dos y un medio");
  EXPECT_EQ(spoken_fraction(2, 1, 2, "fr"), "2 1/2");
}

std::string said_of(std::string_view text, std::string_view word) {
  const SpokenText said = spoken_text(text, "en");
  const auto begin = static_cast<std::uint32_t>(said.words.find(word));
  const TextRange source = source_of(said, {begin, begin + static_cast<std::uint32_t>(word.size())});
  return std::string(text.substr(source.begin, source.end - source.begin));
}

TEST(SpokenText, WordThatIsSaid_IsFoundInTheMarkup) {
  EXPECT_EQ(said_of("Is *half* of it \\$5?", "half"), "half");
  EXPECT_EQ(said_of("Is *half* of it \\$5?", "$5?"), "$5?");
  EXPECT_EQ(said_of("One line\n\nand cocoa", "cocoa"), "cocoa");
}

TEST(SpokenText, WordOfAFormula_IsTheWholeFormula) {
  EXPECT_EQ(said_of("Eat $\\frac{3}{4}$ of it", "fourths"), "$\\frac{3}{4}$");
}

TEST(SpokenText, WhatIsWrittenForItsSound_IsSaidAsItSounds) {
  EXPECT_EQ(spoken("Find [s](say:sss) now", "en"), "Find sss now");
  EXPECT_EQ(said_of("Find [s](say:sss) now", "sss"), "s");
  EXPECT_EQ(said_of("[two *b*](say:letters)", "letters"), "two *b");
}

TEST(SpokenText, NothingSaid_IsNowhere) { EXPECT_TRUE(source_of(spoken_text("abc", "en"), {7, 9}).empty()); }

}  // namespace
}  // namespace hornbook::ui::text
