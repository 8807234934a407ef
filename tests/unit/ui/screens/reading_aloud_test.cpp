#include <gtest/gtest.h>

#include "tests/unit/ui/sample_station.hpp"
#include "ui/screens/flow.hpp"

namespace hornbook::ui {
namespace {

const std::vector<Utterance> two{{"prompt", "One", "One", "en"}, {"choice-0", "Two", "Two", "es"}};

std::string spoken_in(const StationStep& step) {
  std::string all;
  for (const Effect& effect : step.effects) {
    if (const auto* speak = std::get_if<Speak>(&effect)) all += speak->words + "/" + speak->language + " ";
    if (std::holds_alternative<StopSpeaking>(effect)) all += "stop ";
  }
  return all;
}

TEST(ReadingAloud, Utterances_AreSaidOneAfterTheOther) {
  StationStep step = update({}, ReadAloud{two}, 0);
  EXPECT_EQ(spoken_in(step), "One/en ");
  step = update(std::move(step.state), WordSaid{{0, 3}}, 10);
  EXPECT_EQ(step.state.reading->word, (TextRange{0, 3}));
  step = update(std::move(step.state), SaidAll{}, 20);
  EXPECT_EQ(spoken_in(step), "Two/es ");
  EXPECT_TRUE(step.state.reading->word.empty());
  step = update(std::move(step.state), SaidAll{}, 30);
  EXPECT_EQ(spoken_in(step), "");
  EXPECT_FALSE(step.state.reading);
}

TEST(ReadingAloud, Stopped_IsSilentAtOnce) {
  StationStep step = update({}, ReadAloud{two}, 0);
  step = update(std::move(step.state), StopReading{}, 1);
  EXPECT_EQ(spoken_in(step), "stop ");
  EXPECT_FALSE(step.state.reading);
  EXPECT_EQ(spoken_in(update(std::move(step.state), StopReading{}, 2)), "");
}

TEST(ReadingAloud, WhoeverListens_IsNotAskedWhetherTheyAreThere) {
  StationStep step = update({}, ReadAloud{two}, 0);
  step = update(std::move(step.state), WordSaid{{0, 3}}, idle_asks_after_ms);
  EXPECT_EQ(step.state.last_act, idle_asks_after_ms);
}

TEST(ReadingAloud, LateWordsOfWhatWasStopped_ChangeNothing) {
  const StationStep word = update({}, WordSaid{{0, 3}}, 5);
  EXPECT_FALSE(word.state.reading);
  EXPECT_EQ(word.state.last_act, 0);
  EXPECT_FALSE(update({}, SaidAll{}, 5).state.reading);
}

TEST(ReadingAloud, NoVoice_IsRememberedUntilSomethingElseIsRead) {
  StationStep step = update({}, ReadAloud{two}, 0);
  step = update(std::move(step.state), NoVoice{"en"}, 1);
  EXPECT_FALSE(step.state.reading);
  EXPECT_EQ(step.state.no_voice_for, "en");
  EXPECT_TRUE(update(std::move(step.state), ReadAloud{two}, 2).state.no_voice_for.empty());
}

TEST(ReadingAloud, VoiceSwitchedOff_StopsAndReadsNoMore) {
  StationStep step = update({}, ReadAloud{two}, 0);
  step = update(std::move(step.state), SetVoice{VoiceUse::Off}, 1);
  EXPECT_EQ(spoken_in(step), "stop ");
  EXPECT_EQ(spoken_in(update(std::move(step.state), ReadAloud{two}, 2)), "");
}

TEST(ReadingAloud, Pace_GoesWithTheWords) {
  StationStep step = update({}, SetVoicePace{0.75F}, 0);
  step = update(std::move(step.state), ReadAloud{two}, 1);
  EXPECT_EQ(std::get<Speak>(step.effects.at(0)).pace, 0.75F);
  EXPECT_EQ(update({}, SetVoicePace{3}, 0).state.settings.voice_pace, 1);
}

TEST(ReadingAloud, VoiceAndPace_AreKeptInWords) {
  Settings settings;
  settings.voice = VoiceUse::ByItself;
  settings.voice_pace = 1.25F;
  EXPECT_EQ(settings_in(with_settings({}, settings)), settings);
  EXPECT_EQ(settings_in({{"voice.use", "shout"}, {"voice.pace_percent", "900"}}), Settings{});
}

}  // namespace
}  // namespace hornbook::ui
