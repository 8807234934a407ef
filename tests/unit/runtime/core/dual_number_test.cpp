#include "runtime/core/dual_number.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>

namespace hornbook {
namespace {

using Dual = DualNumber<2>;

// Every operation, each argument on both sides.
template <class Number>
Number equation(const Number& x, const Number& y) {
  const Number quotient = (3 - x * y) / (x + 2) - 1 / y;
  return portable_exp(-(y * 0.5)) * portable_pow(x, y) + quotient * portable_log(x * 7) - 2 * y;
}

TEST(DualNumber, Slopes_AgreeWithDifferencesOfTheValue) {
  for (const double x : {0.3, 1.0, 4.5}) {
    for (const double y : {-2.0, 0.7, 3.1}) {
      const Dual dual = equation(Dual::variable(x, 0), Dual::variable(y, 1));
      const double h = 1e-6;
      const double scale = 100 + std::fabs(dual.slopes[0]) + std::fabs(dual.slopes[1]);
      EXPECT_NEAR(dual.slopes[0], (equation(x + h, y) - equation(x - h, y)) / (2 * h), 1e-9 * scale);
      EXPECT_NEAR(dual.slopes[1], (equation(x, y + h) - equation(x, y - h)) / (2 * h), 1e-9 * scale);
    }
  }
}

TEST(DualNumber, Value_HasTheBitsOfTheSameEquationOnDoubles) {
  const Dual dual = equation(Dual::variable(1.7, 0), Dual::variable(0.9, 1));
  EXPECT_EQ(std::bit_cast<std::uint64_t>(dual.value), std::bit_cast<std::uint64_t>(equation(1.7, 0.9)));
}

TEST(DualNumber, ConstantsHaveNoSlope_AndAVariableMayStandForAnother) {
  EXPECT_EQ(Dual(4).slopes, (std::array<double, 2>{0, 0}));
  // x = e^u: the slope of x² in u is 2·x².
  const Dual x = Dual::variable(3, 1, 3);
  EXPECT_EQ((x * x).slopes, (std::array<double, 2>{0, 18}));
  EXPECT_TRUE(Dual(2) < x);
  EXPECT_FALSE(x < Dual(2));
}

}  // namespace
}  // namespace hornbook
