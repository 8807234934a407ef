#include "platform/speech/espeak_voice.hpp"

#include <gtest/gtest.h>

namespace hornbook::platform {
namespace {

std::vector<std::string> words_of(const std::string& text, const Spoken& spoken) {
  std::vector<std::string> words;
  for (const SpokenWord& word : spoken.words) words.push_back(text.substr(word.begin, word.end - word.begin));
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word + "|";
  return all;
}

class EspeakVoiceTest : public testing::Test {
 protected:
  Spoken said(const std::string& text, const char* language = "en", float pace = 1) {
    return voice_.say(text, language, pace).value();
  }
  EspeakVoice voice_;
};

TEST_F(EspeakVoiceTest, Sentence_HasSoundAndEachOfItsWordsInOrder) {
  const std::string text = "Seven apples fell down.";
  const Spoken spoken = said(text);
  EXPECT_GT(spoken.samples.size(), static_cast<std::size_t>(spoken.rate_hz));
  EXPECT_EQ(joined(words_of(text, spoken)), "Seven|apples|fell|down.|");
  for (std::size_t at = 1; at < spoken.words.size(); ++at)
    EXPECT_GT(spoken.words[at].at_ms, spoken.words[at - 1].at_ms);
}

TEST_F(EspeakVoiceTest, WordsSaidInOneBreath_AreLitTogether) {
  const std::string text = "half of the loaf";
  const std::vector<std::string> words = words_of(text, said(text));
  EXPECT_EQ(words.back(), "loaf");
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  EXPECT_EQ(all, text);
}

TEST_F(EspeakVoiceTest, LettersOfSeveralBytes_AreCountedInBytes) {
  const std::string text = "¿Cuántos niños están aquí?";
  const std::vector<std::string> words = words_of(text, said(text, "es"));
  EXPECT_EQ(words.back(), "aquí?");
  EXPECT_EQ(words[words.size() - 2], "están");
}

TEST_F(EspeakVoiceTest, LanguagesOfThePromise_HaveVoices) {
  for (const auto& [language, text] :
       {std::pair("ar", "قسمت ليلى الكعكة"), std::pair("hi", "लीला ने केक काटा"), std::pair("ur", "لیلیٰ نے کیک کاٹا"),
        std::pair("sw", "Mtoto anasoma"), std::pair("vi", "Linh cắt chiếc bánh"), std::pair("zh", "小丽把蛋糕分开"),
        std::pair("my", "မလှ စားသည်"), std::pair("am", "ለምለም ኬኩን ቆረጠች"), std::pair("es-MX", "hola"),
        std::pair("th", "มาลีตัดขนมเค้ก")}) {
    const auto spoken = voice_.say(text, language, 1);
    ASSERT_TRUE(spoken) << language;
    EXPECT_GT(spoken->samples.size(), 2'000u) << language;
    for (const SpokenWord& word : spoken->words) {
      EXPECT_LT(word.begin, word.end) << language;
      EXPECT_LE(word.end, std::string(text).size()) << language;
    }
  }
}

TEST_F(EspeakVoiceTest, SoundsBetweenBrackets_AreOneWord) {
  const std::string text = "Find [[s:]] now";
  EXPECT_EQ(joined(words_of(text, said(text))), "Find|[[s:]]|now|");
}

TEST_F(EspeakVoiceTest, LanguageWithoutAVoice_IsNotFoundAndTheNextIsSaidAgain) {
  const auto none = voice_.say("hello", "qx", 1);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::NotFound);
  EXPECT_EQ(none.error().sentence.find("hello"), std::string::npos);
  EXPECT_FALSE(said("hello").samples.empty());
}

TEST_F(EspeakVoiceTest, SlowPace_TakesLonger) {
  const std::string text = "one two three four five six seven";
  EXPECT_GT(said(text, "en", 0.75f).samples.size(), said(text, "en", 1.25f).samples.size() * 5 / 4);
}

TEST_F(EspeakVoiceTest, SameText_IsSaidTheSame) {
  const std::string text = "Again and again.";
  const Spoken once = said(text);
  const Spoken twice = said(text);
  // The library's waves go on where they stopped: a text begins anywhere within one, which is a few samples.
  EXPECT_NEAR(static_cast<double>(once.samples.size()), static_cast<double>(twice.samples.size()), 100);
  ASSERT_EQ(once.words.size(), twice.words.size());
  EXPECT_NEAR(static_cast<double>(once.words.back().at_ms), static_cast<double>(twice.words.back().at_ms), 5);
}

}  // namespace
}  // namespace hornbook::platform
