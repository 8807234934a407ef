// What a behaviour leaves behind in what a station would record.
#include "platform/programs/model/simulate/student.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/platform/model/simulate/small_course.hpp"

namespace hornbook::simulate {
namespace {

struct Watched {
  Item item;
  Performance performance;
};

// The work of many learners of one manner, one session of 40 items each.
std::vector<Watched> watch(const MannerRanges& ranges, FamilyKind kind = FamilyKind::KnowledgeTracing) {
  std::vector<Watched> watched;
  for (std::uint64_t learner = 0; learner < 60; ++learner) {
    SeededRandom random = stream_of(77, {learner});
    const Course course = make_course({.skills = 4}, random);
    const auto family = make_family(kind, course, random);
    Student student = make_student(course, *family, draw_manner(ranges, random), {}, random.next());
    UnixMs now = test::monday_ms;
    for (int item = 0; item < 40; ++item) {
      const std::size_t at = random.below(course.items.size());
      watched.push_back({course.items[at], student.work_on(at, now, 0.4 * item)});
      now += watched.back().performance.duration_ms();
    }
  }
  return watched;
}

std::vector<Watched> watch(Behaviour behaviour) { return watch(ranges_of(behaviour)); }

template <class Count>
double share_of(const std::vector<Watched>& watched, Count counts) {
  const auto count = std::count_if(watched.begin(), watched.end(), counts);
  return static_cast<double>(count) / static_cast<double>(watched.size());
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Of the first act, against the median time that the item takes.
double median_pace(const std::vector<Watched>& watched) {
  std::vector<double> paces;
  for (const Watched& each : watched)
    paces.push_back(static_cast<double>(each.performance.acts.front().after_ms) / 1000 / each.item.seconds);
  return median(std::move(paces));
}

bool is_guess(const Watched& each) { return each.performance.planted.rapid_guess; }
bool is_gamed(const Watched& each) { return each.performance.planted.gamed_hints; }
bool has_idled(const Watched& each) { return each.performance.planted.idled; }

TEST(Student, EveryPerformance_IsOneThatAStationAllows) {
  for (const Behaviour behaviour : all_behaviours) {
    for (const Watched& each : watch(behaviour)) {
      std::size_t answers = 0;
      std::size_t hints = 0;
      for (const Act& act : each.performance.acts) {
        EXPECT_GT(act.after_ms, 0);
        ++(act.is_hint ? hints : answers);
        if (act.right) {
          EXPECT_EQ(&act, &each.performance.acts.back());
        }
        if (act.bug) {
          EXPECT_FALSE(act.right);
        }
      }
      EXPECT_LE(hints, hints_an_item);
      EXPECT_GE(answers, 1u);
      EXPECT_LE(answers, 3u);
      EXPECT_FALSE(each.performance.acts.back().is_hint);
      if (answers < 3) {
        EXPECT_TRUE(each.performance.acts.back().right);
      }
    }
  }
}

TEST(Student, HonestLearners_NeitherGuessNorGame) {
  for (const Behaviour behaviour : {Behaviour::Typical, Behaviour::SlowCareful, Behaviour::FastFluent}) {
    const std::vector<Watched> watched = watch(behaviour);
    EXPECT_EQ(share_of(watched, is_guess), 0) << name_of(behaviour);
    EXPECT_EQ(share_of(watched, is_gamed), 0) << name_of(behaviour);
    EXPECT_LT(share_of(watched, has_idled), 0.02) << name_of(behaviour);
  }
}

TEST(Student, RapidGuesses_AreFastAndAsGoodAsBlind) {
  const std::vector<Watched> watched = watch(Behaviour::RapidGuesser);
  std::size_t guesses = 0;
  std::size_t right = 0;
  double blind = 0;
  for (const Watched& each : watched) {
    if (!is_guess(each)) continue;
    ++guesses;
    right += each.performance.right_at_first_try() ? 1u : 0u;
    blind += each.item.blind_chance;
    EXPECT_LT(each.performance.acts.front().after_ms, 8000);
  }
  ASSERT_GT(guesses, 300u);
  ASSERT_LT(guesses, watched.size() * 3 / 4) << "between the bouts they work";
  EXPECT_NEAR(static_cast<double>(right), blind, 0.05 * static_cast<double>(guesses));
}

TEST(Student, Guesses_ComeInBouts) {
  const std::vector<Watched> watched = watch(Behaviour::RapidGuesser);
  std::size_t guesses = 0;
  std::size_t after_one = 0;
  for (std::size_t at = 1; at < watched.size(); ++at) {
    if (!is_guess(watched[at - 1])) continue;
    ++guesses;
    after_one += is_guess(watched[at]) ? 1u : 0u;
  }
  EXPECT_GT(static_cast<double>(after_one) / static_cast<double>(guesses), 0.6);
}

TEST(Student, GamedItems_HaveEveryHintHardlyRead) {
  const std::vector<Watched> watched = watch(Behaviour::HintGamer);
  EXPECT_GT(share_of(watched, is_gamed), 0.15);
  for (const Watched& each : watched) {
    if (!is_gamed(each)) continue;
    EXPECT_EQ(each.performance.hints_before_first_try(), hints_an_item);
    EXPECT_LT(each.performance.acts[1].after_ms, 6000);
    EXPECT_LT(each.performance.acts[2].after_ms, 6000);
  }
}

TEST(Student, Idlers_PauseForMinutes) {
  const std::vector<Watched> watched = watch(Behaviour::Idler);
  EXPECT_GT(share_of(watched, has_idled), 0.07);
  for (const Watched& each : watched) {
    if (!has_idled(each)) continue;
    EXPECT_GT(each.performance.acts.front().after_ms, 60'000);
  }
}

TEST(Student, SlowAndFastLearners_DifferInTimeAndBothAreOftenRight) {
  const std::vector<Watched> slow = watch(Behaviour::SlowCareful);
  const std::vector<Watched> fast = watch(Behaviour::FastFluent);
  const std::vector<Watched> typical = watch(Behaviour::Typical);
  EXPECT_GT(median_pace(slow), 1.5 * median_pace(typical));
  EXPECT_LT(median_pace(fast), 0.5 * median_pace(typical));
  const auto is_right = [](const Watched& each) { return each.performance.right_at_first_try(); };
  EXPECT_GT(share_of(fast, is_right), share_of(typical, is_right) + 0.1);
  EXPECT_GE(share_of(slow, is_right), share_of(typical, is_right) - 0.03);
}

TEST(Student, Persisters_TryAgainWithoutHelp) {
  // Of the items that were not right at once: how many were gone on with at once, and how many with a hint.
  const auto share_tried_again = [](const std::vector<Watched>& watched) {
    double wrong = 0;
    double again = 0;
    for (const Watched& each : watched) {
      if (each.performance.acts.size() < 2) continue;
      ++wrong;
      again += each.performance.hints_before_first_try() == 0 && !each.performance.acts[1].is_hint ? 1 : 0;
    }
    return again / wrong;
  };
  const std::vector<Watched> persisters = watch(Behaviour::Persister);
  const std::vector<Watched> typical = watch(Behaviour::Typical);
  EXPECT_GT(share_tried_again(persisters), 0.85);
  EXPECT_LT(share_tried_again(typical), 0.75);
  EXPECT_GT(median_pace(persisters), 1.2 * median_pace(typical));
}

TEST(Student, TiringLearners_AreWorseTowardsTheEnd) {
  // Additive learners forget nothing and know much, so that what is lost at the end is the tiring alone.
  MannerRanges ranges = ranges_of(Behaviour::Tiring);
  ranges.level_shift = {2, 2};
  const std::vector<Watched> watched = watch(ranges, FamilyKind::AdditiveFactors);
  double early = 0;
  double late = 0;
  for (std::size_t at = 0; at < watched.size(); ++at) {
    const double right = watched[at].performance.right_at_first_try() ? 1 : 0;
    if (at % 40 < 10) early += right;
    if (at % 40 >= 30) late += right;
    if (at % 40 >= 30) {
      EXPECT_TRUE(watched[at].performance.planted.tired);
    }
  }
  EXPECT_LT(late, early - 60) << "of 600 each";
}

// School days missed in a row within 90, on average over learners.
double longest_gap(Behaviour behaviour) {
  constexpr int learners = 50;
  SeededRandom random(3);
  const Course course = test::small_course();
  const auto family = make_family(FamilyKind::AdditiveFactors, course, random);
  double sum = 0;
  for (int learner = 0; learner < learners; ++learner) {
    Student student = make_student(course, *family, draw_manner(ranges_of(behaviour), random), {}, random.next());
    int longest = 0;
    int gap = 0;
    for (int day = 0; day < 90; ++day) {
      gap = student.comes_to_school() ? 0 : gap + 1;
      longest = std::max(longest, gap);
    }
    sum += longest;
  }
  return sum / learners;
}

TEST(Student, LongAbsentLearners_MissWeeks) {
  EXPECT_GT(longest_gap(Behaviour::LongAbsent), 15);
  EXPECT_LT(longest_gap(Behaviour::Typical), 5);
}

TEST(Student, Misconceptions_ShowAsTags) {
  const std::vector<Watched> watched = watch(ranges_of(Behaviour::Typical), FamilyKind::Misconceptions);
  std::size_t wrong_and_shows = 0;
  std::size_t tagged = 0;
  for (const Watched& each : watched) {
    const Act& last = each.performance.acts.back();
    if (!each.item.shows_bugs) {
      EXPECT_FALSE(last.bug.has_value());
      continue;
    }
    if (last.right) continue;
    ++wrong_and_shows;
    tagged += last.bug ? 1u : 0u;
    if (last.bug) {
      EXPECT_EQ(*last.bug / bugs_per_skill, each.item.skills.front());
    }
  }
  EXPECT_GT(static_cast<double>(tagged) / static_cast<double>(wrong_and_shows), 0.7);
}

TEST(Manner, Parameters_AreDrawnFromTheRangesGiven) {
  MannerRanges ranges;
  ranges.guess_ms = {3000, 3001};
  ranges.hint_when_unsure = {0.9, 1};
  SeededRandom random(1);
  for (int draw = 0; draw < 100; ++draw) {
    const Manner manner = draw_manner(ranges, random);
    EXPECT_GE(manner.guess_ms, 3000);
    EXPECT_LT(manner.guess_ms, 3001);
    EXPECT_GE(manner.hint_when_unsure, 0.9);
  }
}

TEST(Manner, EveryBehaviour_OccursInAClassAndMostAreTypical) {
  SeededRandom random(1);
  std::array<int, all_behaviours.size()> counts{};
  for (int draw = 0; draw < 2000; ++draw) ++counts[static_cast<std::size_t>(draw_behaviour(random))];
  EXPECT_EQ(std::max_element(counts.begin(), counts.end()), counts.begin());
  EXPECT_GT(*std::min_element(counts.begin(), counts.end()), 40);
}

}  // namespace
}  // namespace hornbook::simulate
