#include "runtime/engage/entry/compare_words.hpp"

#include <gtest/gtest.h>

#include <string>

namespace hornbook::engage {
namespace {

WordsMatch ignoring_case(std::string_view expected, std::string_view typed) {
  return compare_words(expected, typed, LetterCase::Ignore);
}

TEST(CompareWords, SameWordsInAnotherDress_AreTheSame) {
  EXPECT_EQ(ignoring_case("numerator", "Numerator"), WordsMatch::Same);
  EXPECT_EQ(ignoring_case("número", "nu\u0301mero"), WordsMatch::Same) << "composed and decomposed";
  EXPECT_EQ(ignoring_case("it's  ten", " it’s ten. "), WordsMatch::Same);
  EXPECT_EQ(ignoring_case("¿qué?", "qué"), WordsMatch::Same);
  EXPECT_EQ(ignoring_case("straße", "STRASSE"), WordsMatch::Same);
  EXPECT_EQ(ignoring_case("ＡＢＣ", "abc"), WordsMatch::Same) << "wide letters";
  EXPECT_EQ(ignoring_case("क़लम", "क\u093cलम"), WordsMatch::Same);
  EXPECT_EQ(ignoring_case("می\u200cروم", "میروم"), WordsMatch::Same) << "a joiner that cannot be seen";
  EXPECT_EQ(ignoring_case("?", "?"), WordsMatch::Same);
}

TEST(CompareWords, WhatIsNearlyRight_SaysHow) {
  EXPECT_EQ(ignoring_case("número", "numero"), WordsMatch::OtherAccents);
  EXPECT_EQ(ignoring_case("half", "hafl"), WordsMatch::NearlySpelled) << "two letters changed places";
  EXPECT_EQ(ignoring_case("denominator", "denomenater"), WordsMatch::NearlySpelled);
  EXPECT_EQ(ignoring_case("третий", "трётий"), WordsMatch::OtherAccents);
  EXPECT_EQ(compare_words("Kenya", "kenya", LetterCase::Exact), WordsMatch::OtherCapitals);
}

TEST(CompareWords, AnotherWord_IsDifferent) {
  EXPECT_EQ(ignoring_case("add", "odd"), WordsMatch::Different) << "short words are other words when a letter is off";
  EXPECT_EQ(ignoring_case("half", "tall"), WordsMatch::Different);
  EXPECT_EQ(ignoring_case("numerator", "denominator"), WordsMatch::Different);
  EXPECT_EQ(ignoring_case("number", ""), WordsMatch::Different);
  EXPECT_EQ(ignoring_case("number", "\xff\xfe"), WordsMatch::Different);
  EXPECT_EQ(ignoring_case("!", "?"), WordsMatch::Different);
  EXPECT_EQ(ignoring_case("a", std::string(10'000, 'a')), WordsMatch::Different);
}

TEST(CompareWords, CharacterThatBecomesMany_IsReadWhole) {
  const std::string ligature = "\uFDFA";  // one letter whose plain form has eighteen
  EXPECT_EQ(ignoring_case(ligature, ligature), WordsMatch::Same);
  EXPECT_EQ(ignoring_case(ligature, "صلى الله عليه وسلم"), WordsMatch::Same);
}

}  // namespace
}  // namespace hornbook::engage
