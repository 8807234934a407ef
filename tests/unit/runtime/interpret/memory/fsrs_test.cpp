#include "runtime/interpret/memory/fsrs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "runtime/core/seeded_random.hpp"
#include "runtime/interpret/memory/card_memory.hpp"

namespace hornbook::interpret {
namespace {

constexpr double agreement = 1e-4;  // relative

struct Step {
  int rating;
  double days;  // since the review before
};

// The equations of MODEL.md a second time, in the order of that page, in long double with the C library.
struct Derivation {
  std::array<long double, 21> w{};
  long double stability = 0, difficulty = 0;

  explicit Derivation(const FsrsWeights& weights) { std::copy(weights.begin(), weights.end(), w.begin()); }

  long double recall(long double t) const {
    const long double factor = std::pow(0.9L, -1 / w[20]) - 1;
    return std::pow(1 + factor * t / stability, -w[20]);
  }
  void review(int g, long double t, bool is_first) {
    const long double s = stability, d = difficulty;
    const long double easy = w[4] - std::exp(3 * w[5]) + 1;
    if (is_first) {
      stability = w[static_cast<std::size_t>(g - 1)];
      difficulty = std::clamp(w[4] - std::exp(w[5] * (g - 1)) + 1, 1.0L, 10.0L);
      return;
    }
    const long double r = recall(t);
    if (t < 1) {
      const long double growth = std::exp(w[17] * (g - 3 + w[18])) * std::pow(s, -w[19]);
      stability = s * (g < 3 ? growth : std::max(growth, 1.0L));
    } else if (g > 1) {
      const long double bonus = g == 2 ? w[15] : g == 4 ? w[16] : 1;
      stability = s * (std::exp(w[8]) * (11 - d) * std::pow(s, -w[9]) * (std::exp(w[10] * (1 - r)) - 1) * bonus + 1);
    } else {
      stability = std::min(w[11] * std::pow(d, -w[12]) * (std::pow(s + 1, w[13]) - 1) * std::exp(w[14] * (1 - r)),
                           s / std::exp(w[17] * w[18]));
    }
    stability = std::clamp(stability, 0.001L, 36500.0L);
    difficulty = std::clamp(w[7] * easy + (1 - w[7]) * (d - w[6] * (g - 3) * (10 - d) / 9), 1.0L, 10.0L);
  }
};

void expect_agreement(const FsrsWeights& weights, const std::vector<Step>& steps) {
  const Fsrs fsrs(weights);
  Derivation exact(weights);
  Memory memory;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto [rating, days] = steps[i];
    if (i > 0) {
      ASSERT_NEAR(fsrs.retrievability(memory.stability, days), static_cast<double>(exact.recall(days)), agreement);
    }
    memory = i == 0 ? fsrs.first(static_cast<Rating>(rating)) : fsrs.after(memory, days, static_cast<Rating>(rating));
    exact.review(rating, days, i == 0);
    ASSERT_NEAR(memory.stability / static_cast<double>(exact.stability), 1, agreement) << "step " << i;
    ASSERT_NEAR(memory.difficulty, static_cast<double>(exact.difficulty), agreement) << "step " << i;
  }
}

double drawn(SeededRandom& random, double low, double high) {
  return low + (high - low) * static_cast<double>(random.next() >> 11) * 0x1p-53;
}

std::vector<Step> drawn_steps(SeededRandom& random) {
  constexpr double delays[] = {0, 0.003, 0.5, 0.999, 1, 1.25, 3, 17, 120, 900, 100'000};
  std::vector<Step> steps;
  for (int i = 0; i < 30; ++i)
    steps.push_back({static_cast<int>(1 + random.below(4)), delays[random.below(std::size(delays))]});
  return steps;
}

TEST(Fsrs, RandomSequences_AgreeWithAnIndependentDerivation) {
  SeededRandom random(6);
  for (int sequence = 0; sequence < 300; ++sequence) expect_agreement(fsrs_default_weights, drawn_steps(random));
}

TEST(Fsrs, RandomWeightsWithinTheirBounds_AgreeWithAnIndependentDerivation) {
  SeededRandom random(66);
  for (int sequence = 0; sequence < 300; ++sequence) {
    FsrsWeights weights;
    for (std::size_t i = 0; i < weights.size(); ++i)
      weights[i] = drawn(random, fsrs_weights_min[i], fsrs_weights_max[i]);
    expect_agreement(weights, drawn_steps(random));
  }
}

struct Worked {
  Step step;
  double recall, stability, difficulty;  // recall before the review, the others after it
};

// From the equations of MODEL.md typed into mpmath (Python) with 50 digits, rounded to nine. The first value of each
// sequence can be checked by eye: it is w0 … w3.
const std::vector<std::vector<Worked>> worked_sequences{
    // good each time it was nearly forgotten
    {{{3, 0}, 1, 2.3065, 2.11810397},
     {{3, 2}, 0.909493256, 10.9643323, 2.11121424},
     {{3, 10}, 0.906199146, 43.9316692, 2.10433139},
     {{3, 45}, 0.898340827, 157.98435, 2.09745543}},
    // four times on the first day, then once a day after
    {{{1, 0}, 1, 0.212, 6.4133},
     {{1, 0.01}, 0.993053563, 0.0833567171, 8.80630447},
     {{3, 0.02}, 0.967950572, 0.10314065, 8.79272653},
     {{3, 0.9}, 0.706077319, 0.125844237, 8.77916218},
     {{3, 1}, 0.715213514, 0.77896147, 8.76561138}},
    // hard, a lapse, hard on the same day, easy
    {{{4, 0}, 1, 8.2956, 1},
     {{2, 8}, 0.902473301, 26.7041834, 4.01060897},
     {{1, 20}, 0.918607247, 2.17263036, 8.01655627},
     {{2, 0.5}, 0.969116354, 1.26094044, 8.66852599},
     {{4, 1}, 0.915124947, 3.66860764, 8.20883779}},
    // a lapse after ten years, and two more on the following days
    {{{2, 0}, 1, 1.2931, 5.11217071},
     {{3, 1.5}, 0.889483139, 5.65484162, 5.1022869},
     {{4, 6.25}, 0.892978945, 32.7170774, 3.45092779},
     {{1, 3650}, 0.484163903, 4.89566216, 7.83259287},
     {{1, 1}, 0.972246557, 0.813359769, 9.27281638},
     {{1, 1}, 0.885191298, 0.264817613, 9.74620806}},
    // as stable as can be, then forgotten after centuries
    {{{4, 0}, 1, 8.2956, 1},
     {{4, 30}, 0.791778759, 136.320499, 1},
     {{4, 300}, 0.83753396, 1146.97888, 1},
     {{4, 3000}, 0.822030945, 7720.78167, 1},
     {{4, 30000}, 0.784916862, 36500, 1},
     {{1, 100000}, 0.817785364, 29.7038114, 7.02698957}},
};

TEST(Fsrs, WorkedSequences_AreReproduced) {
  const Fsrs fsrs(fsrs_default_weights);
  for (const auto& sequence : worked_sequences) {
    Memory memory;
    for (const Worked& worked : sequence) {
      const auto rating = static_cast<Rating>(worked.step.rating);
      if (&worked == &sequence.front()) {
        memory = fsrs.first(rating);
      } else {
        EXPECT_NEAR(fsrs.retrievability(memory.stability, worked.step.days), worked.recall, 1e-8);
        memory = fsrs.after(memory, worked.step.days, rating);
      }
      EXPECT_NEAR(memory.stability / worked.stability, 1, 1e-8);
      EXPECT_NEAR(memory.difficulty, worked.difficulty, 1e-8);
    }
  }
}

// What the published programs' own tests expect, in single precision: fsrs-rs (src/model_v6.rs) and py-fsrs
// (tests/test_basic.py, the memory state after six reviews).
TEST(Fsrs, PublishedValues_AreReproduced) {
  const Fsrs fsrs(fsrs_default_weights);
  EXPECT_NEAR(fsrs.retrievability(2, 1), 0.9403443, 1e-6);
  EXPECT_NEAR(fsrs.retrievability(2, 5), 0.8261359, 1e-6);
  EXPECT_NEAR(fsrs.retrievability(4, 3), 0.9185229, 1e-6);
  constexpr double after_a_day[] = {0.10088589, 3.2494123, 7.3153, 18.014914};
  constexpr double difficulties[] = {8.806304, 6.7404594, 2.1112142, 1};
  for (int g = 1; g <= 4; ++g) {
    const auto rating = static_cast<Rating>(g);
    const Memory memory = fsrs.after(fsrs.first(rating), 1, rating);
    EXPECT_NEAR(memory.stability / after_a_day[g - 1], 1, 1e-5);
    EXPECT_NEAR(memory.difficulty, difficulties[g - 1], 1e-5);
  }
  Memory memory = fsrs.first(Rating::Again);
  for (const double days : {0, 1, 3, 8, 21}) memory = fsrs.after(memory, days, Rating::Good);
  EXPECT_NEAR(memory.stability, 53.62691, 1e-4);
  EXPECT_NEAR(memory.difficulty, 6.3574867, 1e-4);
}

TEST(Fsrs, AfterAsManyDaysAsTheStability_RecallIsNinetyPercent) {
  for (const double decay : {0.1, 0.1542, 0.5, 0.8}) {
    FsrsWeights weights = fsrs_default_weights;
    weights[20] = decay;
    const Fsrs fsrs(weights);
    for (const double stability : {0.001, 0.7, 30.0, 36'500.0}) {
      EXPECT_NEAR(fsrs.retrievability(stability, stability), 0.9, 1e-12);
      EXPECT_NEAR(fsrs.days_until(target_retention, stability), stability, 1e-9 * stability);
      EXPECT_EQ(fsrs.retrievability(stability, 0), 1);
    }
  }
}

TEST(Fsrs, DaysUntilARetention_AreThoseAfterWhichItIsReached) {
  const Fsrs fsrs(fsrs_default_weights);
  EXPECT_NEAR(fsrs.days_until(0.8, 10), 33.1595979, 1e-6);  // mpmath, as above
  EXPECT_NEAR(fsrs.days_until(0.95, 10), 4.02558692, 1e-6);
  for (const double retention : {0.7, 0.85, 0.97})
    EXPECT_NEAR(fsrs.retrievability(12, fsrs.days_until(retention, 12)), retention, 1e-12);
  EXPECT_EQ(fsrs.days_until(0.1, 30'000), stability_days_max);
  EXPECT_GT(fsrs.days_until(1, 30'000), 0);
}

TEST(Fsrs, BetterRatings_NeverLeaveLessStabilityOrMoreDifficulty) {
  const Fsrs fsrs(fsrs_default_weights);
  SeededRandom random(4);
  for (int i = 0; i < 2000; ++i) {
    const Memory memory{std::exp(drawn(random, -6, 10)), drawn(random, 1, 10)};
    const double days = i % 3 == 0 ? drawn(random, 0, 1) : std::exp(drawn(random, 0, 9));
    for (int g = 1; g < 4; ++g) {
      const Memory worse = fsrs.after(memory, days, static_cast<Rating>(g));
      const Memory better = fsrs.after(memory, days, static_cast<Rating>(g + 1));
      EXPECT_LE(worse.stability, better.stability);
      EXPECT_GE(worse.difficulty, better.difficulty);
    }
    EXPECT_LE(fsrs.after(memory, days, Rating::Again).stability, memory.stability);
    EXPECT_GE(fsrs.after(memory, days, Rating::Good).stability, memory.stability);
  }
}

TEST(Fsrs, DaysThatCannotBe_CountAsTheNearestThatCan) {
  const Fsrs fsrs(fsrs_default_weights);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(fsrs.retrievability(5, -3), 1);
  EXPECT_EQ(fsrs.retrievability(5, nan), 1);
  EXPECT_EQ(fsrs.retrievability(5, infinity), fsrs.retrievability(5, limits::memory_days_max));
  EXPECT_GT(fsrs.retrievability(stability_days_min, infinity), 0);
  for (const double days : {-3.0, nan, infinity, 1e300}) {
    const Memory memory = fsrs.after({5, 5}, days, Rating::Good);
    EXPECT_TRUE(memory.stability >= 5 && memory.stability <= stability_days_max) << days;
  }
}

TEST(Fsrs, WeightsOutOfBounds_MoveToTheNearestAllowed) {
  FsrsWeights weights = fsrs_default_weights;
  EXPECT_EQ(within_bounds(weights), weights);
  weights[3] = 1000;
  weights[20] = 0;
  EXPECT_EQ(within_bounds(weights)[3], 100);
  EXPECT_EQ(within_bounds(weights)[20], 0.1);
}

TEST(Fsrs, FixedSequence_LeavesTheseBitsOnEveryProcessor) {
  const Fsrs fsrs(fsrs_default_weights);
  Memory memory = fsrs.first(Rating::Hard);
  for (const auto& [rating, days] : std::vector<Step>{{3, 1.5}, {4, 6.25}, {1, 365}, {2, 0.1}, {3, 2}})
    memory = fsrs.after(memory, days, static_cast<Rating>(rating));
  EXPECT_EQ(std::bit_cast<std::uint64_t>(memory.stability), 0x40115ae5400a555bu);
  EXPECT_EQ(std::bit_cast<std::uint64_t>(memory.difficulty), 0x402110f072f32999u);
  EXPECT_EQ(std::bit_cast<std::uint64_t>(fsrs.retrievability(memory.stability, 7)), 0x3feba56cc1604fb1u);
}

TEST(CardMemory, FirstReview_IsNotExpected_LaterOnesAreByTheDaysBetween) {
  const Fsrs fsrs(fsrs_default_weights);
  CardMemory<double> memory;
  EXPECT_FALSE(memory.review(fsrs, 100, Rating::Good));
  const auto second = memory.review(fsrs, 102, Rating::Good);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->days, 2);
  EXPECT_NEAR(second->recall, 0.909493256, 1e-8);
  EXPECT_NEAR(memory.review(fsrs, 112, Rating::Again)->recall, 0.906199146, 1e-8);
}

}  // namespace
}  // namespace hornbook::interpret
