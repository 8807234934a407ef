#include "platform/programs/model/simulate/draw.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace hornbook::simulate {
namespace {

constexpr int draws = 20'000;

TEST(Draw, Normal_HasMeanZeroAndDeviationOne) {
  SeededRandom random(1);
  double sum = 0;
  double squares = 0;
  for (int draw = 0; draw < draws; ++draw) {
    const double value = normal(random);
    sum += value;
    squares += value * value;
  }
  EXPECT_NEAR(sum / draws, 0, 0.03);
  EXPECT_NEAR(squares / draws, 1, 0.05);
}

TEST(Draw, LogNormal_HasItsMedianInTheMiddle) {
  SeededRandom random(2);
  int below = 0;
  for (int draw = 0; draw < draws; ++draw) below += log_normal(random, 20, 0.4) < 20 ? 1 : 0;
  EXPECT_NEAR(below, draws / 2, 300);
}

TEST(Draw, Uniform_StaysInItsRange) {
  SeededRandom random(3);
  for (int draw = 0; draw < draws; ++draw) {
    const double value = uniform(random, {-2, 3});
    EXPECT_GE(value, -2);
    EXPECT_LT(value, 3);
  }
}

TEST(Draw, Shifted_MovesLogits) {
  EXPECT_NEAR(shifted(0.5, 1), 1 / (1 + std::exp(-1)), 1e-12);
  EXPECT_NEAR(shifted(shifted(0.3, 0.7), -0.7), 0.3, 1e-12);
}

TEST(Draw, Streams_DifferByEachName) {
  EXPECT_NE(stream_of(1, {2, 3}).next(), stream_of(1, {3, 2}).next());
  EXPECT_NE(stream_of(1, {2}).next(), stream_of(2, {2}).next());
  EXPECT_EQ(stream_of(1, {2, 3}).next(), stream_of(1, {2, 3}).next());
}

}  // namespace
}  // namespace hornbook::simulate
