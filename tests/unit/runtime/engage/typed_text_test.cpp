#include "runtime/engage/entry/typed_text.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

TEST(TypedText, EveryScript_IsTakenAndControlsAreNot) {
  std::string text;
  EXPECT_TRUE(type_into(text, "número"));
  EXPECT_TRUE(type_into(text, " عدد हिंदी ቁጥር 数"));
  EXPECT_EQ(text, "número عدد हिंदी ቁጥር 数");
  EXPECT_FALSE(type_into(text, "\n\t\x7f"));
  EXPECT_FALSE(type_into(text, "\xc3"));
  EXPECT_TRUE(type_into(text, "\xff!"));
  EXPECT_EQ(text.back(), '!');
}

TEST(TypedText, TooLong_IsNotTaken) {
  std::string text(limits::typed_answer_bytes_max - 1, 'a');
  EXPECT_FALSE(type_into(text, "ñ"));
  EXPECT_TRUE(type_into(text, "b"));
}

TEST(TypedText, EraseLast_TakesAWholeCharacter) {
  std::string text = "año数";
  EXPECT_TRUE(erase_last(text));
  EXPECT_EQ(text, "año");
  EXPECT_TRUE(erase_last(text));
  EXPECT_TRUE(erase_last(text));
  EXPECT_EQ(text, "a");
  EXPECT_TRUE(erase_last(text));
  EXPECT_FALSE(erase_last(text));
}

TEST(TypedText, NextKey_TypesWholeCharactersAndErasesWhatIsInTheWay) {
  EXPECT_EQ(next_key("a", "año", 2), std::optional<Gesture>(TypeText{"ñ", 2}));
  EXPECT_EQ(next_key("an", "año", 0), std::optional<Gesture>(EraseLast{0}));
  EXPECT_EQ(next_key("a\xc3", "año", 0), std::optional<Gesture>(EraseLast{0})) << "half a character";
  EXPECT_FALSE(next_key("año", "año", 0));
}

TEST(TypedText, MarkupIsEscaped) {
  EXPECT_EQ(escaped_for_markup("2*x$\\"), "2\\*x\\$\\\\");
  EXPECT_EQ(escaped_for_markup("[a](say:b)"), "\\[a](say:b)");
}

TEST(TypedText, LinesThatLookLikeListsAndTables_AreEscaped) {
  EXPECT_EQ(escaped_for_markup("- a\n  12. b\n| c |"), "\\- a\n  12\\. b\n\\| c |");
  EXPECT_EQ(escaped_for_markup("-5 - 3.5 | x"), "-5 - 3.5 | x");
}

}  // namespace
}  // namespace hornbook::engage
