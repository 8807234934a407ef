#include "ui/locales/words.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace hornbook::ui {
namespace {

auto slots(std::string_view sentence) {
  std::size_t count = 0;
  for (std::size_t at = sentence.find("{}"); at != std::string_view::npos; at = sentence.find("{}", at + 2)) ++count;
  return count;
}

TEST(Words, EveryWordIsSaidInEveryLanguageWithTheSamePlacesForValues) {
  for (int at = 0; at < word_count; ++at) {
    const Word word = static_cast<Word>(at);
    EXPECT_FALSE(english(word).empty()) << at;
    EXPECT_FALSE(spanish(word).empty()) << at;
    EXPECT_EQ(slots(english(word)), slots(spanish(word))) << english(word);
  }
}

TEST(Words, TheRegionDoesNotMatterAndAnUnknownLanguageIsEnglish) {
  EXPECT_EQ(say(Word::GoOn, "es-MX"), "Seguir");
  EXPECT_EQ(say(Word::GoOn, "est"), "Go on");
  EXPECT_EQ(say(Word::GoOn, ""), "Go on");
}

TEST(Words, ValuesGoIntoTheirPlacesAndAreNotReadForPlacesThemselves) {
  EXPECT_EQ(say(Word::PageOf, "en", {"{}", "2"}), "{} of 2");
}

TEST(Words, NoSentenceShouts) {
  for (int at = 0; at < word_count; ++at) {
    for (const std::string_view sentence : {english(static_cast<Word>(at)), spanish(static_cast<Word>(at))}) {
      const auto lower = [](char letter) { return letter >= 'a' && letter <= 'z'; };
      EXPECT_TRUE(std::any_of(sentence.begin(), sentence.end(), lower) ||
                  sentence.find("{}") != std::string_view::npos);
      EXPECT_EQ(sentence.find('!'), std::string_view::npos) << sentence;
    }
  }
}

}  // namespace
}  // namespace hornbook::ui
