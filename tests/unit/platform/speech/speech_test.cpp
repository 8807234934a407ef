#include "platform/speech/speech.hpp"

#include <gtest/gtest.h>

#include "platform/sound/silent_sound_output.hpp"
#include "platform/speech/transcript.hpp"

namespace hornbook::platform {
namespace {

constexpr int rate_hz = 8'000;
constexpr std::int64_t word_ms = 100;

// Says each word in a tenth of a second.
class PlainVoice final : public Voice {
 public:
  Result<Spoken> say(const std::string& text, std::string_view language, float) override {
    if (language == "none") return fail(ErrorCode::NotFound, "speech", "there is no voice for the language none");
    sentences.push_back(text);
    Spoken spoken;
    spoken.rate_hz = rate_hz;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      if (end > at) {
        spoken.words.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end),
                                static_cast<std::int64_t>(spoken.words.size()) * word_ms});
      }
      at = end + 1;
    }
    spoken.samples.resize(spoken.words.size() * rate_hz * word_ms / 1000);
    return spoken;
  }
  std::vector<std::string> sentences;
};

class SpeechTest : public testing::Test {
 protected:
  // What is heard within a time: words, and "." at the end.
  std::string heard(const std::string& text, std::int64_t ms) {
    std::string all;
    const auto collect = [&] {
      for (const SpeechEvent& event : speech_.take_events()) {
        const auto* word = std::get_if<WordHeard>(&event);
        all += word == nullptr ? "." : text.substr(word->begin, word->end - word->begin) + " ";
      }
    };
    collect();
    for (const MonotonicMs end = clock_.monotonic_ms() + ms; clock_.monotonic_ms() < end;) {
      clock_.advance(std::min(end, speech_.next_change().value_or(end)) - clock_.monotonic_ms());
      collect();
    }
    return all;
  }

  ScriptedClock clock_{0};
  SilentSoundOutput output_{clock_};
  PlainVoice voice_;
  Speech speech_{voice_, output_, clock_};
};

TEST_F(SpeechTest, Words_AreHeardWhenTheirTimeComes) {
  const std::string text = "one two three";
  ASSERT_TRUE(speech_.say(text, "en", 1));
  EXPECT_EQ(heard(text, 150), "one two ");
  EXPECT_EQ(heard(text, 100), "three ");
  EXPECT_EQ(heard(text, 200), ".");
  EXPECT_FALSE(speech_.next_change());
}

TEST_F(SpeechTest, LongText_IsSaidSentenceBySentenceWithoutAPause) {
  const std::string text = "One two three four five six. Seven eight? Nine";
  ASSERT_TRUE(speech_.say(text, "en", 1));
  EXPECT_EQ(voice_.sentences.size(), 1u);
  EXPECT_EQ(heard(text, 901), "One two three four five six. Seven eight? Nine .");
  EXPECT_EQ(voice_.sentences.size(), 3u);
}

TEST_F(SpeechTest, AnotherText_TakesThePlaceOfTheFirst) {
  const std::string second = "four five";
  ASSERT_TRUE(speech_.say("one two three", "en", 1));
  clock_.advance(150);
  ASSERT_TRUE(speech_.say(second, "en", 1));
  EXPECT_EQ(heard(second, 500), "four five .");
}

TEST_F(SpeechTest, Stopped_SaysNothingMore) {
  ASSERT_TRUE(speech_.say("one two three", "en", 1));
  speech_.stop();
  EXPECT_EQ(heard("one two three", 1'000), "");
  EXPECT_TRUE(output_.is_drained());
}

TEST_F(SpeechTest, NoVoiceForTheLanguage_IsAnErrorAndSilence) {
  const Done said = speech_.say("one", "none", 1);
  ASSERT_FALSE(said);
  EXPECT_EQ(said.error().code, ErrorCode::NotFound);
  EXPECT_FALSE(speech_.next_change());
}

TEST_F(SpeechTest, Transcript_IsKeptOnlyWhenAskedForAndTellsHowMuchWasHeard) {
  ASSERT_TRUE(speech_.say("one two three", "en", 1));
  EXPECT_TRUE(speech_.take_transcript().empty());
  speech_.keep_transcript();
  ASSERT_TRUE(speech_.say("one \"two\" three", "en", 1));
  heard("one \"two\" three", 150);
  EXPECT_EQ(
      transcript_json(speech_.take_transcript()),
      "[\n {\n  \"heard\": \"one \\\"two\\\"\",\n  \"lang\": \"en\",\n  \"text\": \"one \\\"two\\\" three\"\n }\n]\n");
  EXPECT_EQ(transcript_json(speech_.take_transcript()), "[]\n");
}

TEST(SentenceEnd, StandsBehindItsMarkInEveryScript) {
  EXPECT_EQ(sentence_end("One. Two", 0), 5u);
  EXPECT_EQ(sentence_end("One. Two", 5), 8u);
  EXPECT_EQ(sentence_end("3.5 cups", 0), 8u);
  EXPECT_EQ(sentence_end("एक। दो", 0), std::string("एक।").size());
  EXPECT_EQ(sentence_end("一。二", 0), std::string("一。").size());
}

TEST(SentenceEnd, OfAVeryLongOne_IsASpace) {
  std::string text;
  for (int word = 0; word < 200; ++word) text += "word ";
  const std::size_t end = sentence_end(text, 0);
  EXPECT_LT(end, 450u);
  EXPECT_EQ(text[end - 1], ' ');
}

}  // namespace
}  // namespace hornbook::platform
