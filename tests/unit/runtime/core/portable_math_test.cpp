#include "runtime/core/portable_math.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>

namespace hornbook {
namespace {

TEST(PortableMath, Exp_AgreesWithLibmToTwelveDigits) {
  for (double x = -60; x <= 60; x += 0.0937) EXPECT_NEAR(portable_exp(x) / std::exp(x), 1, 1e-13) << x;
}

TEST(PortableMath, Log_AgreesWithLibmToTwelveDigits) {
  for (double x = 1e-9; x < 1e9; x *= 1.37)
    EXPECT_NEAR(portable_log(x), std::log(x), 1e-13 * (1 + std::fabs(std::log(x)))) << x;
}

TEST(PortableMath, Pow_ErrsByNoMoreThanItsHeaderSays) {
  for (double x = 1e-5; x < 1e6; x *= 1.93) {
    for (double y = -20; y <= 20; y += 0.37) {
      const long double exact = std::pow(static_cast<long double>(x), static_cast<long double>(y));
      const double size = std::fabs(y * std::log(x));
      EXPECT_NEAR(static_cast<double>(portable_pow(x, y) / exact), 1, 1e-15 * (4 + size)) << x << "^" << y;
    }
  }
  EXPECT_EQ(portable_pow(1, -0.1542), 1);
  EXPECT_EQ(portable_pow(0.001, 0), 1);
}

TEST(PortableMath, OutOfRangeArguments_GiveFiniteValues) {
  EXPECT_TRUE(std::isfinite(portable_exp(1e308)));
  EXPECT_GT(portable_exp(-1e308), 0);
  EXPECT_EQ(portable_log(0), -700);
  EXPECT_EQ(portable_log(-1), -700);
}

TEST(PortableMath, FixedArguments_GiveTheseBitsOnEveryProcessor) {
  EXPECT_EQ(std::bit_cast<std::uint64_t>(portable_exp(1.0)), 0x4005bf0a8b145768u);
  EXPECT_EQ(std::bit_cast<std::uint64_t>(portable_exp(-3.7)), 0x3f99511fc6871045u);
  EXPECT_EQ(std::bit_cast<std::uint64_t>(portable_log(10.0)), 0x40026bb1bbb55516u);
  EXPECT_EQ(std::bit_cast<std::uint64_t>(logistic(0.75)), 0x3fe5bbd4f7a323ecu);
  EXPECT_EQ(std::bit_cast<std::uint64_t>(portable_pow(0.9, -6.25)), 0x3ffee90e7397f622u);
  EXPECT_EQ(logistic(0), 0.5);
  EXPECT_NEAR(logistic(logit(0.3)), 0.3, 1e-14);
}

}  // namespace
}  // namespace hornbook
