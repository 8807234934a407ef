#include <gtest/gtest.h>

#include "tests/unit/ui/sample_station.hpp"

namespace hornbook::ui {
namespace {

Hash file(std::uint8_t number) {
  Hash hash;
  hash.bytes.fill(number);
  return hash;
}

template <class Kind>
std::size_t count(const StationStep& step) {
  std::size_t found = 0;
  for (const Effect& effect : step.effects) found += std::holds_alternative<Kind>(effect) ? 1U : 0U;
  return found;
}

TEST(Sounds, AreHeardOneAtATime) {
  StationStep step = update(test::working_station(0), HearSound{file(1)}, 0);
  ASSERT_EQ(count<PlaySound>(step), 1u);
  EXPECT_EQ(step.state.hearing, file(1));
  step = update(std::move(step.state), HearSound{file(2)}, 10);
  ASSERT_EQ(count<PlaySound>(step), 1u) << "in place of the first";
  EXPECT_EQ(std::get<PlaySound>(step.effects.front()).file, file(2));
  step = update(std::move(step.state), SoundOver{}, 20);
  EXPECT_FALSE(step.state.hearing);
}

TEST(Sounds, TheSameAgain_StopsIt) {
  StationStep step = update(test::working_station(0), HearSound{file(1)}, 0);
  step = update(std::move(step.state), HearSound{file(1)}, 10);
  EXPECT_EQ(count<StopSound>(step), 1u);
  EXPECT_FALSE(step.state.hearing);
}

TEST(Sounds, WhoeverLeavesTheItem_LeavesItsSound_WorkingOnItDoesNot) {
  StationStep step = update(test::working_station(0), HearSound{file(1)}, 0);
  step = update(std::move(step.state), test::act(engage::Choose{1}), 10);
  EXPECT_EQ(count<StopSound>(step), 0u);
  EXPECT_TRUE(step.state.hearing);
  step = update(std::move(step.state), Back{}, 20);
  EXPECT_EQ(count<StopSound>(step), 1u);
  EXPECT_FALSE(step.state.hearing);
}

TEST(Sounds, AVoiceThatReadsIsSilentForASound) {
  StationState state = test::working_station(0);
  state.reading = ReadingAloud{{{"prompt", "Which?", "Which?", "en"}}, 0, {}};
  const StationStep step = update(std::move(state), HearSound{file(1)}, 0);
  EXPECT_EQ(count<StopSpeaking>(step), 1u);
  EXPECT_FALSE(step.state.reading);
}

TEST(Sounds, ASoundThatIsOverKeepsAwakeButIsNoTouch) {
  StationState state = test::working_station(0);
  state.last_act = 0;
  StationStep step = update(std::move(state), SoundOver{}, 5'000);
  EXPECT_EQ(step.state.last_act, 0) << "nothing was heard";
  step = update(std::move(step.state), HearSound{file(1)}, 10'000);
  step = update(std::move(step.state), SoundOver{}, 50'000);
  EXPECT_EQ(step.state.last_act, 50'000);
}

TEST(Sounds, WhoeverLeavesWhileOneIsHeard_IsSignedOutInSilence) {
  StationStep step = update(test::working_station(0), HearSound{file(1)}, 0);
  step = update(std::move(step.state), SignOut{}, 10);
  EXPECT_EQ(count<StopSound>(step), 1u);
  EXPECT_EQ(count<Append>(step), 1u);
  EXPECT_TRUE(step.state.ending);
  step = update(std::move(step.state), Saved{}, 20);
  EXPECT_EQ(count<EndSession>(step), 1u);
}

}  // namespace
}  // namespace hornbook::ui
