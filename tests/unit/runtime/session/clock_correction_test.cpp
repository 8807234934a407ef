#include "runtime/session/clock_correction.hpp"

#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::session {
namespace {

constexpr UnixMs noon = 1'790'000'000'000;  // where OneLearner begins, at 1000 on the monotonic clock

TEST(ClockCorrection, ClockThatWanders_IsLeftAlone) {
  const test::OneLearner learner;
  EXPECT_FALSE(correction_of(learner.state(), 61'000, {noon + 60'000 + clock_tolerance_ms, 1000}));
  EXPECT_FALSE(correction_of(learner.state(), 61'000, {noon + 60'000 - clock_tolerance_ms, 1000}));
}

TEST(ClockCorrection, ClockThatJumped_IsRecordedAndReckonedWith) {
  test::OneLearner learner;
  const UnixMs evening = noon + 6 * 60 * 60'000;
  const auto correction = correction_of(learner.state(), 1000, {evening, 1000});
  ASSERT_TRUE(correction.has_value());
  learner.intend(*correction);
  EXPECT_TRUE(std::holds_alternative<measure::ClockCorrected>(learner.events().back().body));
  EXPECT_EQ(wall_time(learner.state(), 6000), evening + 5000);
  EXPECT_FALSE(correction_of(learner.state(), 6000, {evening + 5000, 1000})) << "once is enough";
  learner.intend(ChooseOption{0});
  learner.finish_item(true);
  EXPECT_GE(learner.state().learner.last_event_ms, evening);
}

TEST(ClockCorrection, ClockThatBecameUnknown_IsRecordedOnce) {
  test::OneLearner learner;
  const TimeEstimate unknown{noon, -1};
  const auto correction = correction_of(learner.state(), 1000, unknown);
  ASSERT_TRUE(correction.has_value());
  learner.intend(*correction);
  EXPECT_FALSE(correction_of(learner.state(), 900'000, unknown));
}

TEST(ClockCorrection, SystemClockBehindTheSchoolsSignedTime_IsNotBelieved) {
  EXPECT_EQ(believable({noon, 1000}, 0), (TimeEstimate{noon, 1000}));
  EXPECT_EQ(believable({noon, 1000}, noon + 500), (TimeEstimate{noon, 1000})) << "within what it says of itself";
  EXPECT_EQ(believable({5000, 1000}, noon), (TimeEstimate{noon, -1}));
}

}  // namespace
}  // namespace hornbook::session
