#include "runtime/interpret/memory/fit_memory.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cstdio>
#include <map>

#include "tests/unit/runtime/interpret/memory/simulated_reviews.hpp"

namespace hornbook::interpret {
namespace {

using Family = test::MakeCard (*)(test::Draws&);

struct Loss {
  double sum = 0;  // nats
  int reviews = 0;
};

// Of the reviews from `begin` on that come a day or more after the one before.
Loss loss_of(const std::vector<MemoryReview>& reviews, const FsrsWeights& weights, std::size_t begin = 0) {
  const Fsrs fsrs(weights);
  std::map<std::uint32_t, CardMemory<double>> cards;
  Loss loss;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    const auto expected = cards[reviews[i].card].review(fsrs, reviews[i].day, reviews[i].rating);
    if (i < begin || !expected || expected->days < 1) continue;
    loss.sum -= std::log(reviews[i].rating == Rating::Again ? 1 - expected->recall : expected->recall);
    ++loss.reviews;
  }
  return loss;
}

struct Comparison {
  double defaults = 0, fitted = 0;  // log-loss a held-out review
  int learners = 0, not_worse = 0;
};

// Fits to the first 70 % of each learner's reviews and looks at the rest.
Comparison held_out(Family family, std::uint64_t first_seed, int learners, std::size_t count) {
  Comparison comparison;
  int reviews_held_out = 0;
  for (int learner = 0; learner < learners; ++learner) {
    const auto reviews = test::simulate(family, first_seed + static_cast<std::uint64_t>(learner), count);
    const std::size_t past = count * 7 / 10;
    const FsrsWeights fitted = fit_memory(std::span(reviews).first(past)).value();
    const Loss before = loss_of(reviews, fsrs_default_weights, past);
    const Loss after = loss_of(reviews, fitted, past);
    if (before.reviews == 0) continue;
    reviews_held_out += before.reviews;
    comparison.defaults += before.sum;
    comparison.fitted += after.sum;
    comparison.not_worse += after.sum <= before.sum ? 1 : 0;
    ++comparison.learners;
  }
  comparison.defaults /= reviews_held_out;
  comparison.fitted /= reviews_held_out;
  return comparison;
}

const std::pair<const char*, Family> families[] = {{"half-life", test::half_life_learner},
                                                   {"activation", test::activation_learner},
                                                   {"power law", test::power_law_learner},
                                                   {"other weights", test::other_weights_learner}};

Comparison printed(const char* name, std::size_t count, const Comparison& comparison) {
  std::printf("%-14s %5zu reviews, held out: defaults %.4f fitted %.4f, not worse for %d of %d\n", name, count,
              comparison.defaults, comparison.fitted, comparison.not_worse, comparison.learners);
  return comparison;
}

TEST(FitMemory, ManyReviews_LowerTheLossOnHeldOutOnes_InEveryFamily) {
  for (const auto& [name, family] : families) {
    const Comparison comparison = printed(name, 400, held_out(family, 20'000, 40, 400));
    EXPECT_LT(comparison.fitted, comparison.defaults - 0.002) << name;
    EXPECT_GE(comparison.not_worse * 3, comparison.learners * 2) << name;
  }
}

TEST(FitMemory, AFewReviews_AreOnAverageNoWorseThanTheDefaults_InAnyFamily) {
  for (const auto& [name, family] : families) {
    for (const std::size_t count : {10u, 20u, 40u, 100u}) {
      const Comparison comparison = printed(name, count, held_out(family, 30'000, 200, count));
      EXPECT_LT(comparison.fitted, comparison.defaults + 0.001) << name << ' ' << count;
    }
  }
}

TEST(FitMemory, ReviewsOfTheDefaultsThemselves_AreNotOverfitted) {
  const auto of_defaults = [](test::Draws&) -> test::MakeCard {
    static const Fsrs defaults(fsrs_default_weights);
    return [](test::Draws&) { return std::make_unique<test::OtherWeights>(defaults); };
  };
  const Comparison comparison = printed("defaults", 200, held_out(of_defaults, 40'000, 60, 200));
  EXPECT_LT(comparison.fitted, comparison.defaults + 0.01);
}

TEST(FitMemory, NothingToLearnFrom_LeavesThePriorAsItIs) {
  EXPECT_EQ(fit_memory({}).value(), fsrs_default_weights);
  // First reviews and same-day reviews say nothing of forgetting.
  const std::vector<MemoryReview> reviews{{1, 0, Rating::Good}, {1, 0.2, Rating::Again}, {2, 0.5, Rating::Easy}};
  EXPECT_EQ(fit_memory(reviews).value(), fsrs_default_weights);
  FsrsWeights other = fsrs_default_weights;
  other[20] = 0.4;
  EXPECT_NEAR(fit_memory(reviews, other).value()[20], 0.4, 1e-12);
}

TEST(FitMemory, FittedWeights_AreALowPointOfThePenalisedLoss) {
  const auto reviews = test::simulate(test::half_life_learner, 7, 300);
  const FsrsWeights fitted = fit_memory(reviews).value();
  EXPECT_LT(loss_of(reviews, fitted).sum, loss_of(reviews, fsrs_default_weights).sum);
  // Fitted around where it ended, nothing pulls back: the loss itself falls further, and never rises.
  const FsrsWeights further = fit_memory(reviews, fitted).value();
  EXPECT_LE(loss_of(reviews, further).sum, loss_of(reviews, fitted).sum + 1e-9);
}

TEST(FitMemory, OneSidedReviews_EndWithinThePublishedBounds) {
  for (const Rating always : {Rating::Again, Rating::Hard, Rating::Easy}) {
    std::vector<MemoryReview> reviews;
    for (std::uint32_t card = 0; card < 40; ++card)
      for (int review = 0; review < 20; ++review) reviews.push_back({card, review * 3.0, always});
    const FsrsWeights fitted = fit_memory(reviews).value();
    EXPECT_EQ(within_bounds(fitted), fitted);
    EXPECT_NE(fitted, fsrs_default_weights);
    EXPECT_LT(loss_of(reviews, fitted).sum, loss_of(reviews, fsrs_default_weights).sum);
  }
}

std::vector<MemoryReview> fixed_reviews() {
  std::vector<MemoryReview> reviews;
  for (std::uint32_t i = 0; i < 120; ++i)
    reviews.push_back({i % 12, i * 0.75, static_cast<Rating>(1 + (i * i + i / 7) % 4)});
  return reviews;
}

TEST(FitMemory, FixedReviews_GiveTheseBitsOnEveryProcessor) {
  const FsrsWeights fitted = fit_memory(fixed_reviews()).value();
  EXPECT_EQ(std::bit_cast<std::uint64_t>(fitted[0]), 0x3fd1f0302ae4fa4du);
  EXPECT_EQ(std::bit_cast<std::uint64_t>(fitted[8]), 0x3ffde3a1ed892324u);
}

TEST(FitMemory, OrderOfTheCardsAmongEachOther_DoesNotMatter) {
  std::vector<MemoryReview> by_card = fixed_reviews();
  std::stable_sort(by_card.begin(), by_card.end(), [](const auto& a, const auto& b) { return a.card < b.card; });
  EXPECT_EQ(fit_memory(by_card).value(), fit_memory(fixed_reviews()).value());
}

TEST(FitMemory, MoreReviewsThanTheLimit_AreRefused) {
  const std::vector<MemoryReview> reviews(limits::memory_reviews_max + 1);
  const auto fitted = fit_memory(reviews);
  ASSERT_FALSE(fitted);
  EXPECT_EQ(fitted.error().code, ErrorCode::LimitExceeded);
}

}  // namespace
}  // namespace hornbook::interpret
