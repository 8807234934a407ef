#include "platform/programs/model/simulate/policy.hpp"

#include <gtest/gtest.h>

#include "platform/programs/model/simulate/fixed_order.hpp"
#include "platform/programs/model/simulate/informed.hpp"
#include "platform/programs/model/simulate/practise.hpp"
#include "platform/programs/model/simulate/random_until_known.hpp"
#include "platform/programs/model/simulate/station_engine.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/session/replay.hpp"
#include "tests/unit/platform/model/simulate/small_course.hpp"

namespace hornbook::simulate {
namespace {

Performance answered(bool right) { return {{{false, 10'000, right, std::nullopt}}, {}}; }

TEST(FixedOrder, Skills_ComeInOrderWithTheSameNumberOfItems) {
  const Course course = test::small_course();
  FixedOrder policy(course, {0, 1}, 3);
  std::vector<std::size_t> items;
  while (const auto item = policy.choose(0)) {
    items.push_back(*item);
    policy.record(*item, answered(false), 0);
    EXPECT_EQ(policy.is_done(0), items.size() >= 3);
    EXPECT_EQ(policy.is_done(1), items.size() >= 6);
  }
  EXPECT_EQ(items, (std::vector<std::size_t>{0, 0, 0, 1, 2, 1}));
}

TEST(RandomUntilKnown, Belief_FollowsBayesAndLearning) {
  const Course course = test::small_course();
  RandomUntilKnown policy(course, {0, 1}, 1, {.initial = 0.4, .learn = 0.1, .slip = 0.1, .guess = 0.25});
  policy.record(0, answered(true), 0);
  const double right = 0.4 * 0.9 / (0.4 * 0.9 + 0.6 * 0.25);
  EXPECT_NEAR(policy.known(0), right + (1 - right) * 0.1, 1e-12);
  policy.record(1, answered(false), 0);
  const double wrong = 0.4 * 0.1 / (0.4 * 0.1 + 0.6 * 0.75);
  EXPECT_NEAR(policy.known(1), wrong + (1 - wrong) * 0.1, 1e-12);
}

TEST(RandomUntilKnown, KnownSkill_IsNotGivenAgain) {
  const Course course = test::small_course();
  RandomUntilKnown policy(course, {0, 1}, 1);
  while (!policy.is_done(0)) policy.record(0, answered(true), 0);
  for (int time = 0; time < 50; ++time) EXPECT_GT(*policy.choose(0), 0u);
  while (!policy.is_done(1)) policy.record(1, answered(true), 0);
  EXPECT_FALSE(policy.choose(0).has_value());
}

TEST(RandomUntilKnown, HintedAnswer_CountsAsNotCorrect) {
  const Course course = test::small_course();
  RandomUntilKnown hinted(course, {0, 1}, 1);
  RandomUntilKnown wrong(course, {0, 1}, 1);
  hinted.record(0, {{{true, 5000}, {false, 5000, true, std::nullopt}}, {}}, 0);
  wrong.record(0, answered(false), 0);
  EXPECT_EQ(hinted.known(0), wrong.known(0));
}

class StationEngineTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(crypto_start().has_value()); }

  // A learner who works for some days under the engine.
  void work(StationEngine& engine, const Course& course, std::size_t items) {
    SeededRandom random(8);
    const auto family = make_family(FamilyKind::Misconceptions, course, random);
    Student student = make_student(course, *family, draw_manner(ranges_of(Behaviour::Typical), random), {}, 12);
    practise(student, engine, {}, 12, [&](std::size_t item, const Performance& performance, UnixMs) {
      items_.push_back(item);
      performances_.push_back(performance);
      return items_.size() == items;
    });
  }

  std::vector<std::size_t> items_;
  std::vector<Performance> performances_;
};

TEST_F(StationEngineTest, Events_AreThoseOfAStationAndReplayBitForBit) {
  SeededRandom random(2);
  const Course course = make_course({.skills = 5, .items_per_skill = 6}, random);
  StationEngine engine(course, {0, 1, 2, 3, 4}, 3);
  work(engine, course, 120);
  const auto& context = *engine.state().context;
  const auto find = [&](std::uint32_t, const Hash&) { return std::optional(context.parameters); };
  const auto decisions = session::replay(engine.events(), {context.curricula, find, {}});
  EXPECT_GE(decisions.size(), 120u) << "one for each item, and those that say that it is enough";
  for (const session::ReplayedDecision& decision : decisions) EXPECT_EQ(decision.outcome, session::ReplayOutcome::Same);
}

TEST_F(StationEngineTest, Responses_AreTheLearnersActs) {
  SeededRandom random(2);
  const Course course = make_course({.skills = 3}, random);
  StationEngine engine(course, {0, 1, 2}, 3);
  work(engine, course, 80);
  std::vector<Act> expected;
  for (const Performance& performance : performances_)
    for (const Act& act : performance.acts)
      if (!act.is_hint) expected.push_back(act);
  std::size_t at = 0;
  for (const measure::EventRecord& record : engine.events()) {
    const auto* response = std::get_if<measure::Response>(&record.event.body);
    if (response == nullptr) continue;
    ASSERT_LT(at, expected.size());
    EXPECT_EQ(response->correct, expected[at].right);
    EXPECT_EQ(response->misconception, expected[at].bug);
    EXPECT_GE(response->response_ms, expected[at].after_ms);
    ++at;
  }
  EXPECT_EQ(at, expected.size());
}

TEST_F(StationEngineTest, SomeSkills_AreTaughtAlone) {
  SeededRandom random(2);
  const Course course = make_course({.skills = 6}, random);
  StationEngine engine(course, {2, 5}, 3);
  work(engine, course, 40);
  for (const std::size_t item : items_) {
    const std::size_t skill = course.items[item].skills.front();
    EXPECT_TRUE(skill == 2 || skill == 5);
  }
  EXPECT_FALSE(engine.is_done(0));
}

TEST(Informed, Items_AreOnlyOfWhatIsMissingAndCanBeLearned) {
  SeededRandom random(2);
  const Course course = make_course({.skills = 8}, random);
  const auto family = make_family(FamilyKind::AdditiveFactors, course, random);
  Student student = make_student(course, *family, {}, {}, 4);
  Informed policy(course, student, 1);
  practise(student, policy, {}, 4, [&](std::size_t item, const Performance&, UnixMs) {
    for (const std::size_t needed : course.skills[course.items[item].skills.front()].prerequisites)
      EXPECT_TRUE(policy.is_done(needed));
    return false;
  });
  for (std::size_t skill = 0; skill < 8; ++skill) EXPECT_TRUE(student.knows(skill));
}

TEST(Practise, Sessions_AreShortAndOnSchoolDays) {
  SeededRandom random(2);
  const Course course = make_course({}, random);
  const auto family = make_family(FamilyKind::KnowledgeTracing, course, random);
  Student student = make_student(course, *family, {}, {}, 4);
  FixedOrder policy(course, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 40);
  UnixMs session_start = 0;
  UnixMs last = 0;
  std::size_t sessions = 0;
  practise(student, policy, {}, 4, [&](std::size_t, const Performance&, UnixMs shown_at) {
    if (shown_at - last > test::ms_an_hour) {
      session_start = shown_at;
      ++sessions;
    }
    EXPECT_LT(shown_at - session_start, 15 * 60 * 1000);
    const auto weekday = (shown_at - test::monday_ms) / test::ms_a_day % 7;
    EXPECT_LT(weekday, 5);
    last = shown_at;
    return false;
  });
  EXPECT_GT(sessions, 10u);
}

}  // namespace
}  // namespace hornbook::simulate
