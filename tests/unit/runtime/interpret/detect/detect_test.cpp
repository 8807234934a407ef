#include "runtime/interpret/detect/detect.hpp"

#include <gtest/gtest.h>

namespace hornbook::interpret::detect {
namespace {

// A learner who sits there and acts; everything in milliseconds.
class Sitting {
 public:
  Sitting() { act(SittingBegins{}); }
  void show() {
    wait(2000);
    act(ItemShown{});
  }
  void hint(std::int64_t after_ms) {
    wait(after_ms);
    ++hints_;
    act(HintOpened{});
  }
  void answer(std::int64_t after_ms, bool correct, std::uint8_t attempt = 1, double expected = 0.75) {
    wait(after_ms);
    AnswerGiven given;
    given.attempt = attempt;
    given.hints = hints_;
    given.correct = correct;
    given.response_ms = static_cast<std::uint32_t>(after_ms);
    given.expected = expected;
    given.skills = {skill};
    act(given);
  }
  void item(std::int64_t after_ms, bool correct) {
    hints_ = 0;
    show();
    answer(after_ms, correct);
  }
  // As long as usual each time, never by the hints, right at the third.
  void persist(std::int64_t after_ms) {
    item(after_ms, false);
    answer(after_ms + 1000, false, 2);
    answer(after_ms + 2000, true, 3);
  }
  void game_hints() {
    hints_ = 0;
    show();
    for (int hint_number = 0; hint_number < 3; ++hint_number) hint(700);
    answer(2500, true);
  }
  void wait(std::int64_t ms) { elapsed_ms_ += ms; }
  template <class What>
  void act(What what) {
    observe(state, {{}, epoch_, ++sequence_, elapsed_ms_, what});
  }
  void sit_down_again() {
    act(SittingEnds{});
    ++epoch_;
    sequence_ = 0;
    elapsed_ms_ = 0;
    act(SittingBegins{});
  }
  [[nodiscard]] bool is_on(Detector detector) const { return alarm_of(state, detector).is_on(); }
  [[nodiscard]] bool is_quiet() const {
    return std::none_of(all_detectors.begin(), all_detectors.end(), [this](Detector each) { return is_on(each); });
  }

  Detectors state;
  SkillKey skill = 1;

 private:
  std::uint64_t epoch_ = 1;
  std::uint64_t sequence_ = 0;
  std::int64_t elapsed_ms_ = 0;
  std::uint8_t hints_ = 0;
};

// Times around a median without chance: the same on every run.
std::int64_t spread_around(std::int64_t median_ms, int n) {
  constexpr std::array factors{1.0, 0.7, 1.4, 0.85, 1.2, 0.6, 1.7};
  return static_cast<std::int64_t>(static_cast<double>(median_ms) *
                                   factors[static_cast<std::size_t>(n) % factors.size()]);
}

TEST(Detectors, SlowCarefulLearner_IsLeftAlone) {
  Sitting sitting;
  for (int n = 0; n < 40; ++n) {
    sitting.skill = static_cast<SkillKey>(n / 8);
    sitting.item(spread_around(75'000, n), n % 5 != 3);
    EXPECT_TRUE(sitting.is_quiet()) << n;
  }
}

TEST(Detectors, FastFluentLearner_IsLeftAlone) {
  Sitting sitting;
  for (int n = 0; n < 60; ++n) {
    sitting.skill = static_cast<SkillKey>(n / 8);
    sitting.item(spread_around(2500, n), n % 11 != 6);
    EXPECT_TRUE(sitting.is_quiet()) << n;
  }
}

TEST(Detectors, RapidGuessing_FiresInABout_ClearsAfterIt) {
  Sitting sitting;
  for (int n = 0; n < 10; ++n) sitting.item(spread_around(18'000, n), n % 4 != 1);
  EXPECT_FALSE(was_rapid_guess(sitting.state));
  for (int n = 0; n < 3; ++n) sitting.item(900, n == 1);
  EXPECT_TRUE(sitting.is_on(Detector::RapidGuessing));
  EXPECT_TRUE(was_rapid_guess(sitting.state));
  const Alarm alarm = alarm_of(sitting.state, Detector::RapidGuessing);
  EXPECT_EQ(alarm.first_sequence, 22u)
      << "the first question of the bout: one event each before it, and one to sit down";
  EXPECT_EQ(alarm.last_sequence, 27u);
  int items = 0;
  while (sitting.is_on(Detector::RapidGuessing) && items < 10) sitting.item(spread_around(18'000, items++), true);
  EXPECT_LE(items, 6);
}

TEST(Detectors, RapidGuessing_IsSeenFromTheFirstItemsOn) {
  Sitting sitting;
  for (int n = 0; n < 4; ++n) sitting.item(800, n == 2);
  EXPECT_TRUE(sitting.is_on(Detector::RapidGuessing));
}

TEST(Detectors, RapidGuessing_ASlowAnswerIsNone_HoweverSlow) {
  for (const std::uint32_t ms : {60'000u, 600'000u, 3'600'000u, 4'294'967'295u}) {
    Sitting sitting;
    for (int n = 0; n < 10; ++n) sitting.item(spread_around(18'000, n), true);
    sitting.item(ms, true);
    EXPECT_FALSE(was_rapid_guess(sitting.state)) << ms;
  }
}

TEST(Detectors, Times_ThatNobodyMeasured_AreNoEvidence) {
  Sitting sitting;
  for (int n = 0; n < 20; ++n) sitting.item(0, n % 4 != 0);
  EXPECT_TRUE(sitting.is_quiet());
}

TEST(Detectors, HintGaming_FiresWhenHintsAreClickedThrough_NotWhenTheyAreRead) {
  Sitting gamer, reader;
  for (int n = 0; n < 6; ++n) {
    gamer.item(spread_around(18'000, n), true);
    reader.item(spread_around(18'000, n), true);
  }
  for (int n = 0; n < 3; ++n) {
    gamer.game_hints();
    reader.show();
    for (int hint = 0; hint < 3; ++hint) reader.hint(spread_around(9000, n + hint));
    reader.answer(14'000, true);
  }
  EXPECT_TRUE(gamer.is_on(Detector::HintGaming));
  EXPECT_FALSE(reader.is_on(Detector::HintGaming));
  for (int n = 0; n < 12; ++n) {
    gamer.show();
    gamer.hint(15'000);
    gamer.hint(9000);
    gamer.answer(14'000, true);
  }
  EXPECT_FALSE(gamer.is_on(Detector::HintGaming));
}

TEST(Detectors, HintGaming_IsSeenWhereHintsAreOnlyCounted) {
  const auto counted = [](std::int64_t after_ms) {
    Sitting sitting;
    for (int n = 0; n < 6; ++n) sitting.item(spread_around(18'000, n), true);
    for (int n = 0; n < 3; ++n) {
      sitting.show();
      AnswerGiven given;
      given.hints = 3;
      given.correct = true;
      given.response_ms = static_cast<std::uint32_t>(after_ms);
      sitting.wait(after_ms);
      sitting.act(given);
    }
    return sitting.is_on(Detector::HintGaming);
  };
  EXPECT_TRUE(counted(4000));
  EXPECT_FALSE(counted(45'000));
}

TEST(Detectors, WheelSpinning_IsForeseenAtTheSeventhFailure_ClearsWhenTheSkillGetsThere) {
  Sitting sitting;
  for (int n = 0; n < 7; ++n) {
    EXPECT_FALSE(sitting.is_on(Detector::WheelSpinning)) << n;
    sitting.item(spread_around(18'000, n), false);
  }
  EXPECT_TRUE(sitting.is_on(Detector::WheelSpinning));
  for (int n = 0; n < 3; ++n) sitting.item(spread_around(18'000, n), true);
  EXPECT_FALSE(sitting.is_on(Detector::WheelSpinning));
}

TEST(Detectors, WheelSpinning_AfterTenWithoutThreeInARow_UnlessHalfComeRight) {
  Sitting third, half;
  for (int n = 0; n < 10; ++n) {
    third.item(spread_around(18'000, n), n % 3 == 0);
    half.item(spread_around(18'000, n), n % 2 == 0);
  }
  EXPECT_TRUE(third.is_on(Detector::WheelSpinning));
  EXPECT_EQ(alarm_of(third.state, Detector::WheelSpinning).strength_permille, 1000);
  EXPECT_FALSE(half.is_on(Detector::WheelSpinning));
}

// How many failures in a skill that is new it takes.
int failures_until_told(Sitting& sitting, SkillKey skill) {
  sitting.skill = skill;
  int failures = 0;
  do {
    sitting.item(spread_around(18'000, failures++), false);
  } while (!sitting.is_on(Detector::WheelSpinning) && failures < 20);
  return failures;
}

TEST(Detectors, WheelSpinning_IsForeseenLaterForWhoGotThereBefore_EarlierForWhoDidNot) {
  Sitting first, got, spun;
  for (int skill = 0; skill < 4; ++skill) {
    for (int n = 0; n < 4; ++n)
      got.skill = static_cast<SkillKey>(10 + skill), got.item(spread_around(18'000, n), n > 0);
    for (int n = 0; n < 11; ++n)
      spun.skill = static_cast<SkillKey>(10 + skill), spun.item(spread_around(18'000, n), n == 0);
  }
  EXPECT_EQ(failures_until_told(first, 1), 7);
  EXPECT_EQ(failures_until_told(got, 1), 7);
  spun.sit_down_again();
  EXPECT_EQ(failures_until_told(spun, 1), 5);
}

TEST(Detectors, WheelSpinning_ClearsAfterAHundredFailuresToo) {
  Sitting sitting;
  for (int n = 0; n < 250; ++n) sitting.item(spread_around(18'000, n), false);
  EXPECT_TRUE(sitting.is_on(Detector::WheelSpinning));
  for (int n = 0; n < 3; ++n) sitting.item(spread_around(18'000, n), true);
  EXPECT_FALSE(sitting.is_on(Detector::WheelSpinning));
}

TEST(Detectors, Idle_IsALongPauseForThisLearner) {
  Sitting quick, slow;
  for (int n = 0; n < 12; ++n) {
    quick.item(spread_around(12'000, n), true);
    slow.item(spread_around(80'000, n), true);
  }
  quick.item(180'000, true);
  slow.item(180'000, true);
  EXPECT_TRUE(quick.is_on(Detector::Idle));
  EXPECT_FALSE(slow.is_on(Detector::Idle));
  quick.item(12'000, true);
  EXPECT_FALSE(quick.is_on(Detector::Idle));
}

TEST(Detectors, Idle_ReadingAndWatchingAreNoPause) {
  Sitting sitting;
  for (int n = 0; n < 12; ++n) sitting.item(spread_around(12'000, n), true);
  sitting.show();
  for (int page = 0; page < 8; ++page) {
    sitting.wait(30'000);
    sitting.act(OtherAct{});
  }
  sitting.answer(14'000, true);
  EXPECT_FALSE(sitting.is_on(Detector::Idle));
}

TEST(Detectors, Fatigue_MoreWrongAndSlowerThanAtTheStart) {
  Sitting sitting;
  for (int n = 0; n < 14; ++n) {
    sitting.skill = static_cast<SkillKey>(n / 3);
    sitting.item(spread_around(15'000, n), n % 6 != 5);
  }
  EXPECT_TRUE(sitting.is_quiet());
  for (int n = 0; n < 20; ++n) {
    sitting.skill = static_cast<SkillKey>(10 + n / 3);
    sitting.item(spread_around(26'000, n), n % 3 == 0);
  }
  EXPECT_TRUE(sitting.is_on(Detector::Fatigue));
  sitting.sit_down_again();
  EXPECT_TRUE(sitting.is_quiet()) << "the next day begins anew";
}

TEST(Detectors, Persistence_IsNotInterrupted) {
  Sitting sitting;
  for (int n = 0; n < 12; ++n) sitting.persist(spread_around(20'000, n));
  EXPECT_TRUE(sitting.is_on(Detector::Persistence));
  EXPECT_TRUE(sitting.state.wheel_spinning.alarm.is_on()) << "it is there, and is not told";
  EXPECT_FALSE(sitting.is_on(Detector::WheelSpinning));
}

TEST(Detectors, Frustration_EverHastierFailures) {
  Sitting sitting;
  for (int n = 0; n < 10; ++n) {
    sitting.skill = static_cast<SkillKey>(n);
    sitting.item(spread_around(25'000, n), true);
  }
  for (int n = 0; n < 3; ++n) {
    sitting.skill = static_cast<SkillKey>(20 + n);
    sitting.item(16'000, false);
    sitting.answer(2800, false, 2);
    sitting.answer(2500, false, 3);
  }
  EXPECT_TRUE(sitting.is_on(Detector::Frustration));
  int items = 0;
  while (sitting.is_on(Detector::Frustration) && items < 20) sitting.item(20'000, items++ >= 0);
  EXPECT_LE(items, 8);
}

TEST(Detectors, Frustration_QuestionsLeftAfterAFailure_AndHintsAtOnce) {
  Sitting sitting;
  for (int n = 0; n < 6; ++n) sitting.item(spread_around(25'000, n), n % 2 == 0);
  for (int n = 0; n < 4; ++n) {
    sitting.item(9000, false);
    sitting.hint(500);
  }
  sitting.show();
  EXPECT_TRUE(sitting.is_on(Detector::Frustration));
}

TEST(Detectors, Frustration_FurtherTriesAtAnOrdinaryPaceAreNone) {
  Sitting sitting;
  for (int n = 0; n < 20; ++n) {
    sitting.item(spread_around(20'000, n), false);
    sitting.answer(spread_around(12'000, n + 1), false, 2);
    sitting.answer(spread_around(10'000, n + 2), n % 3 == 0, 3);
    EXPECT_FALSE(sitting.is_on(Detector::Frustration)) << n;
  }
}

TEST(Detectors, RapidGuessing_FastRightAnswersAreFluency) {
  Sitting sitting;
  for (int n = 0; n < 40; ++n) {
    sitting.item(spread_around(1100, n), n % 12 != 5);
    EXPECT_FALSE(sitting.is_on(Detector::RapidGuessing)) << n;
  }
}

TEST(Detectors, TimeOfAnAnswer_IsTheOneMeasuredForIt) {
  Sitting sitting;
  for (int n = 0; n < 10; ++n) sitting.item(spread_around(18'000, n), n % 4 != 1);
  sitting.wait(18'000);  // as if the question had been shown before it was recorded
  for (int n = 0; n < 3; ++n) {
    sitting.show();
    sitting.wait(19'000);
    sitting.answer(900, n == 1);
  }
  EXPECT_TRUE(sitting.is_on(Detector::RapidGuessing));
}

TEST(Detectors, WithoutAClock_NothingIsConcludedFromIt) {
  Detectors state;
  observe(state, {{}, 1, 1, 0, SittingBegins{}});
  std::uint64_t sequence = 1;
  for (int n = 0; n < 12; ++n) {
    observe(state, {{}, 1, ++sequence, 0, ItemShown{}});
    observe(state, {{}, 1, ++sequence, 0, HintOpened{}});
    observe(state, {{}, 1, ++sequence, 0, HintOpened{}});
    AnswerGiven given;
    given.hints = 2;
    given.correct = true;
    given.response_ms = 30'000;
    observe(state, {{}, 1, ++sequence, 0, given});
    for (const Detector each : all_detectors) EXPECT_FALSE(alarm_of(state, each).is_on()) << name_of(each);
  }
}

TEST(Detectors, TooEasy_ALongRunWithoutThought) {
  Sitting sitting;
  for (int n = 0; n < 20; ++n) sitting.item(spread_around(6000, n % 2), true);
  EXPECT_TRUE(sitting.is_on(Detector::TooEasy));
  sitting.item(9000, false);
  EXPECT_FALSE(sitting.is_on(Detector::TooEasy));
}

TEST(Detectors, ActsOfAnotherSitting_ArePassedOver) {
  Sitting sitting;
  for (int n = 0; n < 4; ++n) sitting.item(15'000, true);
  const Detectors before = sitting.state;
  observe(sitting.state, {{}, 77, 1, 0, ItemShown{}});
  EXPECT_EQ(sitting.state, before);
}

}  // namespace
}  // namespace hornbook::interpret::detect
