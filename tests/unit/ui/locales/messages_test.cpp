#include "ui/locales/messages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "runtime/adapt/messages/messages.hpp"
#include "ui/locales/words.hpp"

namespace hornbook::ui {
namespace {

std::string in_small_letters(std::string_view words) {
  std::string small(words);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

TEST(Messages, EveryOneHasItsOwnWordsInEveryLanguage_AndFitsALine) {
  for (const std::string_view language : spoken_languages) {
    std::set<std::string_view> distinct;
    for (const adapt::Message& message : adapt::messages()) {
      const std::string_view words = message_words(message.number, language);
      EXPECT_FALSE(words.empty()) << language << " " << message.number;
      EXPECT_LE(words.size(), 84u) << words;
      distinct.insert(words);
    }
    EXPECT_EQ(distinct.size(), adapt::messages().size()) << language;
    EXPECT_TRUE(message_words(static_cast<std::uint16_t>(adapt::messages().size() + 1), language).empty());
    EXPECT_TRUE(message_words(0, language).empty());
  }
}

// Praise of speed, of talent or by comparison, and shame, undermine what they mean to help (Mueller & Dweck 1998).
TEST(Messages, NoneSpeaksOfSpeedTalentOthersOrShame) {
  constexpr std::array forbidden{
      "fast",      "quick",       "speed",       "slow",      "smart",  "clever",    "talent",  "gift",      "genius",
      "bright",    "best",        "better than", "others",    "winner", "easy",      "stupid",  "lazy",      "ashamed",
      "shame",     "should have", "at last",     "finally",   "streak", "miss",      "perfect", "born",      "failed",
      "rápid",     "veloz",       "lent",        "listo ",    "lista ", "inteligen", "talento", "genio",     "dotad",
      "mejor que", "la mejor",    "el mejor",    "los demás", "fácil",  "tont",      "floj",    "vergüenza", "debiste",
      "por fin",   "racha",       "perfect",     "fracas"};
  for (const std::string_view language : spoken_languages)
    for (const adapt::Message& message : adapt::messages())
      for (const std::string_view word : forbidden)
        EXPECT_EQ(in_small_letters(message_words(message.number, language)).find(word), std::string::npos)
            << language << " " << message.number << ": " << word;
}

}  // namespace
}  // namespace hornbook::ui
