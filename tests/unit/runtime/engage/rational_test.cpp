#include "runtime/engage/rational.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace hornbook::engage {
namespace {

constexpr std::int64_t greatest = std::numeric_limits<std::int32_t>::max();

Rational fraction(std::int64_t numerator, std::int64_t denominator) {
  return Rational::create(numerator, denominator).value();
}

TEST(Rational, Create_ReducesAndKeepsTheSignAbove) {
  EXPECT_EQ(to_text(fraction(6, 8)), "3/4");
  EXPECT_EQ(to_text(fraction(6, -8)), "-3/4");
  EXPECT_EQ(to_text(fraction(-6, -8)), "3/4");
  EXPECT_EQ(to_text(fraction(0, -5)), "0");
  EXPECT_EQ(to_text(fraction(12, 4)), "3");
}

TEST(Rational, ZeroBelow_IsBadInput) { EXPECT_EQ(Rational::create(1, 0).error().code, ErrorCode::BadInput); }

TEST(Rational, PartsBeyondTheirRange_AreAnErrorAndNeverAWrongNumber) {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  EXPECT_EQ(Rational::create(greatest + 1, 1).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(Rational::create(1, greatest + 1).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(Rational::create(least, 1).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(Rational::create(1, least).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(fraction(least, least), Rational::whole(1));
  EXPECT_EQ(fraction(-greatest - 1, 1).numerator(), -greatest - 1);
}

TEST(Rational, FourOperations_AreExact) {
  EXPECT_EQ(add(fraction(1, 2), fraction(1, 3)).value(), fraction(5, 6));
  EXPECT_EQ(subtract(fraction(1, 2), fraction(2, 3)).value(), fraction(-1, 6));
  EXPECT_EQ(multiply(fraction(2, 3), fraction(9, 4)).value(), fraction(3, 2));
  EXPECT_EQ(divide(fraction(2, 3), fraction(-4, 9)).value(), fraction(-3, 2));
  EXPECT_EQ(divide(fraction(1, 2), Rational::whole(0)).error().code, ErrorCode::BadInput);
}

TEST(Rational, OverflowingArithmetic_IsLimitExceeded) {
  const Rational large = fraction(greatest, 1);
  const Rational small = fraction(1, greatest);
  EXPECT_EQ(add(large, large).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(multiply(large, large).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(multiply(small, small).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(divide(large, small).error().code, ErrorCode::LimitExceeded);
  const Rational least = fraction(-greatest - 1, greatest);
  EXPECT_EQ(subtract(least, fraction(greatest, greatest - 1)).error().code, ErrorCode::LimitExceeded);
}

TEST(Rational, Order_IsByValue) {
  EXPECT_LT(fraction(1, 3), fraction(1, 2));
  EXPECT_LT(fraction(-1, 2), fraction(-1, 3));
  EXPECT_GT(fraction(greatest, greatest - 1), fraction(greatest - 1, greatest));
}

TEST(TypedNumber, EveryWayToWriteOneValue_ReadsAsThatValue) {
  for (const char* text : {"3/4", " 3 / 4 ", "+3/4", "6/8", "0.75", "0,75", ".75", "0.7500"})
    EXPECT_EQ(parse_typed_number(text).value().value, fraction(3, 4)) << text;
  for (const char* text : {"1 3/4", "1  3 / 4", "7/4", "1.75", "1 6/8"})
    EXPECT_EQ(parse_typed_number(text).value().value, fraction(7, 4)) << text;
  EXPECT_EQ(parse_typed_number("-1 3/4").value().value, fraction(-7, 4));
  EXPECT_EQ(parse_typed_number("- 3").value().value, Rational::whole(-3));
  EXPECT_EQ(parse_typed_number("007").value().value, Rational::whole(7));
}

TEST(TypedNumber, Form_IsReported) {
  EXPECT_FALSE(parse_typed_number("3").value().is_fraction);
  EXPECT_TRUE(parse_typed_number("3/4").value().is_fraction);
  EXPECT_TRUE(parse_typed_number("3/4").value().is_lowest_terms);
  EXPECT_FALSE(parse_typed_number("6/8").value().is_lowest_terms);
  EXPECT_FALSE(parse_typed_number("3/4").value().is_mixed);
  EXPECT_TRUE(parse_typed_number("1 3/4").value().is_mixed);
  EXPECT_FALSE(parse_typed_number("1 6/8").value().is_lowest_terms);
  EXPECT_FALSE(parse_typed_number("1 5/4").value().is_lowest_terms);
  EXPECT_FALSE(parse_typed_number("0.75").value().is_fraction);
}

TEST(TypedNumber, WhatIsNoNumber_IsBadInput) {
  for (const char* text :
       {"",  " ",  "/",   "3/",  "/4", "3//4", "1/2/3", "1 2",   "1 2 3/4", "3.",   "3 .5/2", "1.5/2",
        "a", "3a", "--3", "+-3", "3-", "1e5",  "3/0",   "1 3/0", "0x10",    "3/-4", "\t3"})
    EXPECT_EQ(parse_typed_number(text).error().code, ErrorCode::BadInput) << text;
}

TEST(TypedNumber, TooLongOrTooLarge_IsLimitExceeded) {
  EXPECT_EQ(parse_typed_number("99999999999").error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(parse_typed_number("2147483648").error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(parse_typed_number("2147483647 1/2").error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(parse_typed_number(std::string(257, '1')).error().code, ErrorCode::LimitExceeded);
}

}  // namespace
}  // namespace hornbook::engage
