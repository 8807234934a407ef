#include "runtime/engage/algebra/bounds.hpp"

#include <gtest/gtest.h>

namespace hornbook::engage::algebra {
namespace {

Bounds number(long numerator, long denominator = 1) { return Bounds::around(make_number(numerator, denominator)); }

// The bounds hold the number with these decimals, and are at most 2^-200 apart.
void expect_holds(const MaybeBounds& bounds, const char* digits, bool negative = false) {
  ASSERT_TRUE(bounds);
  Number value = from_digits(digits);
  if (negative) value = -value;
  const Number step = power_of_ten(-60);
  const Bounds low = Bounds::around(Number(value - step));
  const Bounds high = Bounds::around(Number(value + step));
  EXPECT_GT(bounds->low, low.low) << digits;
  EXPECT_LT(bounds->high, high.high) << digits;
  EXPECT_LT(bits(Integer(bounds->high - bounds->low)), 56u) << digits;
}

// Reference digits: Abramowitz and Stegun, table 1.1, and SymPy's evalf.
TEST(AlgebraBounds, ElementaryFunctions_HoldTheirKnownDigits) {
  expect_holds(pi_bounds(), "3.14159265358979323846264338327950288419716939937510582097494459");
  expect_holds(exponential(number(1)), "2.71828182845904523536028747135266249775724709369995957496696763");
  expect_holds(exponential(number(-1)), "0.36787944117144232159552377016146086744581113103176783450783680");
  expect_holds(natural_logarithm(number(2)), "0.69314718055994530941723212145817656807550013436025525412068001");
  expect_holds(natural_logarithm(number(10)), "2.30258509299404568401799145468436420760110148862877297603332790");
  expect_holds(root(number(2), 2), "1.41421356237309504880168872420969807856967187537694807317667974");
  expect_holds(sine(number(1)), "0.84147098480789650665250232163029899962256306079837106567275171");
  expect_holds(cosine(number(1)), "0.54030230586813971740093660744297660373231042061792222767009726");
  expect_holds(arc_tangent(number(1)), "0.78539816339744830961566084581987572104929234984377645524373615");
}

TEST(AlgebraBounds, SineOfManyTurns_KeepsItsDigits) {
  expect_holds(sine(number(1000000)), "0.34999350217129295211765248678077146906140660532871627385705905", true);
}

TEST(AlgebraBounds, ExponentialAndLogarithm_UndoEachOther) {
  for (long k = -40; k <= 40; k += 7) {
    const MaybeBounds there = exponential(number(k, 8));
    ASSERT_TRUE(there);
    const MaybeBounds back = natural_logarithm(*there);
    ASSERT_TRUE(back);
    EXPECT_FALSE(back->is_disjoint_from(number(k, 8))) << k;
  }
}

TEST(AlgebraBounds, SquaresOfSineAndCosine_HoldOne) {
  for (long k = -30; k <= 30; ++k) {
    const MaybeBounds s = sine(number(k, 3));
    const MaybeBounds c = cosine(number(k, 3));
    const Bounds sum = add(*multiply(*s, *s), *multiply(*c, *c));
    EXPECT_FALSE(sum.is_disjoint_from(number(1))) << k;
    EXPECT_TRUE(sum.is_narrow());
  }
}

TEST(AlgebraBounds, WhatIsUndefined_ReturnsNothing) {
  EXPECT_FALSE(divide(number(1), number(0)));
  EXPECT_FALSE(natural_logarithm(number(0)));
  EXPECT_FALSE(natural_logarithm(number(-1)));
  EXPECT_FALSE(root(number(-4), 2));
  EXPECT_FALSE(exponential(number(100000)));
  EXPECT_FALSE(whole_power(number(10), 99999));
  EXPECT_TRUE(root(number(-8), 3));
}

TEST(AlgebraBounds, EachOperationRoundsOutwards) {
  const Bounds third = number(1, 3);
  EXPECT_LT(third.low, third.high);
  const Bounds sum = add(add(third, third), third);
  EXPECT_FALSE(sum.is_disjoint_from(number(1)));
  const MaybeBounds product = multiply(third, number(-3));
  EXPECT_FALSE(product->is_disjoint_from(number(-1)));
}

}  // namespace
}  // namespace hornbook::engage::algebra
