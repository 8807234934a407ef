#include "tests/support/learners/mixed_school.hpp"

#include <gtest/gtest.h>

namespace hornbook::test {
namespace {

TEST(MixedSchool, Learners_FollowFromTheSeed_AndTellWhatWasPlanted) {
  for (const Pupil pupil : all_pupils) {
    const MixedLearner learner = mixed_learner(pupil, 4, 5), same = mixed_learner(pupil, 4, 5);
    EXPECT_EQ(learner.events, same.events) << name_of(pupil);
    ASSERT_EQ(learner.planted.size(), 4u);
    for (const MixedItem& item : learner.items)
      EXPECT_TRUE(std::holds_alternative<measure::ItemPresented>(learner.events[item.first_event].event.body));
    const bool is_honest = pupil <= Pupil::Mixed;
    EXPECT_EQ(std::any_of(learner.planted.begin(), learner.planted.end(), [](bool each) { return each; }), !is_honest)
        << name_of(pupil);
  }
}

TEST(MixedSchool, SlowLearnersTakeLonger_AndBothKindsOfHonestOnesAreMostlyRight) {
  const auto usual = [](Pupil pupil) {
    double seconds = 0, right = 0, answers = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      for (const measure::EventRecord& record : mixed_learner(pupil, 3, seed).events) {
        const auto* response = std::get_if<measure::Response>(&record.event.body);
        if (response == nullptr || response->attempt > 1) continue;
        seconds += response->response_ms / 1000.0;
        right += response->correct ? 1 : 0;
        ++answers;
      }
    }
    return std::pair{seconds / answers, right / answers};
  };
  EXPECT_GT(usual(Pupil::SlowCareful).first, 4 * usual(Pupil::FastFluent).first);
  EXPECT_GT(usual(Pupil::SlowCareful).second, 0.7);
  EXPECT_GT(usual(Pupil::FastFluent).second, 0.88);
}

}  // namespace
}  // namespace hornbook::test
