#include "runtime/adapt/messages/messages.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace hornbook::adapt {
namespace {

constexpr UnixMs now = 1'790'000'000'000;

std::optional<std::uint16_t> choose(const interpret::LearnerState& state, std::vector<Occasion> occasions,
                                    UnixMs at = now, std::uint8_t learner = 1) {
  LearnerId id;
  id.bytes.fill(learner);
  return choose_message(occasions, {state, id, at});
}

Occasion occasion_of(std::uint16_t number) { return messages()[number - 1U].occasion; }

interpret::LearnerState after(std::uint16_t last, std::uint32_t answers_ago, std::int64_t ms_ago) {
  interpret::LearnerState state;
  state.responses = 40;
  state.agency.message = {last, 40 - answers_ago, now - ms_ago};
  return state;
}

TEST(Messages, NumbersGoUpByOne_AndEveryOccasionHasThreeAtLeast) {
  std::map<Occasion, int> counts;
  for (std::size_t i = 0; i < messages().size(); ++i) {
    EXPECT_EQ(messages()[i].number, i + 1);
    ++counts[messages()[i].occasion];
  }
  EXPECT_GE(messages().size(), 30u);
  EXPECT_EQ(counts.size(), 10u);
  for (const auto& [occasion, count] : counts) EXPECT_GE(count, 3) << static_cast<int>(occasion);
}

TEST(Messages, FirstOccasion_ChoosesAmongItsOwn) {
  const auto chosen = choose({}, {Occasion::RightAfterFailures, Occasion::RightAfterHint});
  ASSERT_TRUE(chosen.has_value());
  EXPECT_EQ(occasion_of(*chosen), Occasion::RightAfterFailures);
  EXPECT_FALSE(choose({}, {}).has_value());
}

TEST(Messages, SoonAfterAnother_NothingIsSaid) {
  constexpr std::int64_t long_ago = time_between_messages_ms;
  const std::vector<Occasion> occasions{Occasion::RightAtOnce};
  EXPECT_FALSE(choose(after(1, answers_between_messages - 1, long_ago), occasions).has_value());
  EXPECT_FALSE(choose(after(1, answers_between_messages, long_ago - 1), occasions).has_value());
  EXPECT_TRUE(choose(after(1, answers_between_messages, long_ago), occasions).has_value());
}

TEST(Messages, ReturnGoalAndGoodbye_AreNotHeldBack) {
  for (const Occasion occasion : {Occasion::Returned, Occasion::GoalReached, Occasion::Goodbye}) {
    const auto chosen = choose(after(1, 0, 0), {Occasion::RightAtOnce, occasion});
    ASSERT_TRUE(chosen.has_value());
    EXPECT_EQ(occasion_of(*chosen), occasion);
  }
}

TEST(Messages, TheSame_NeverComesTwiceRunning) {
  for (const Message& last : messages()) {
    for (std::uint8_t learner = 0; learner < 40; ++learner) {
      interpret::LearnerState state = after(last.number, 50, 1'000'000);
      const auto chosen = choose(state, {last.occasion}, now, learner);
      ASSERT_TRUE(chosen.has_value());
      EXPECT_NE(*chosen, last.number);
      EXPECT_EQ(occasion_of(*chosen), last.occasion);
    }
  }
}

TEST(Messages, ChanceIsSeeded_SoThatAReplaySaysTheSameAndNeighboursDiffer) {
  std::set<std::uint16_t> heard;
  for (std::uint8_t learner = 0; learner < 60; ++learner) {
    const auto chosen = choose({}, {Occasion::RightAtOnce}, now, learner);
    EXPECT_EQ(chosen, choose({}, {Occasion::RightAtOnce}, now, learner));
    heard.insert(*chosen);
  }
  EXPECT_EQ(heard.size(), 6u) << "all that the occasion has";
}

TEST(Messages, AClockThatWentBack_HoldsNothingUp) {
  interpret::LearnerState state = after(1, answers_between_messages, 0);
  state.agency.message.shown_ms = now + 10'000'000;
  EXPECT_TRUE(choose(state, {Occasion::RightAtOnce}).has_value());
}

}  // namespace
}  // namespace hornbook::adapt
