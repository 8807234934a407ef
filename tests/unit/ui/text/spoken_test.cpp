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

TEST(Spoken, NestedFraction_IsReadOver) { EXPECT_EQ(spoken("$\\frac{1+2}{3}$", "en"), "1 plus 2 over 3"); }

TEST(SpokenFraction, WholeAndParts_AreJoined) {
  EXPECT_EQ(spoken_fraction(0, 3, 8, "en"), "three eighths");
  EXPECT_EQ(spoken_fraction(2, 1, 2, "es"), "dos y un medio");
  EXPECT_EQ(spoken_fraction(2, 1, 2, "fr"), "2 1/2");
}

}  // namespace
}  // namespace hornbook::ui::text
