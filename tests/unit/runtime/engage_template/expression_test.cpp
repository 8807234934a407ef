#include "runtime/engage/template/expression.hpp"

#include <gtest/gtest.h>

#include <string>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

const Values& values() {
  static const Values fixed = {
      {"a", Rational::whole(3)}, {"b", Rational::whole(4)}, {"zero", Rational::whole(0)}, {"yes", true}};
  return fixed;
}

std::string number(std::string_view text) {
  const auto expression = Expression::parse(text);
  if (!expression) return expression.error().sentence;
  const auto value = expression->number(values());
  return value ? to_text(*value) : value.error().sentence;
}

bool truth(std::string_view text) { return Expression::parse(text).value().truth(values()).value(); }

ErrorCode failure(std::string_view text) { return Expression::parse(text).value().evaluate(values()).error().code; }

TEST(Expression, Arithmetic_IsExactAndBindsAsAtSchool) {
  EXPECT_EQ(number("1 + 2 * 3"), "7");
  EXPECT_EQ(number("(1 + 2) * 3"), "9");
  EXPECT_EQ(number("a / b"), "3/4");
  EXPECT_EQ(number("1/3 + 1/6"), "1/2");
  EXPECT_EQ(number("10 - 4 - 3"), "3");
  EXPECT_EQ(number("24 / 4 / 3"), "2");
  EXPECT_EQ(number("-a + 1"), "-2");
  EXPECT_EQ(number("17 % 5"), "2");
  EXPECT_EQ(number("-1 % 5"), "4");
}

TEST(Expression, Functions_GiveTheirValues) {
  EXPECT_EQ(number("gcd(12, 18)"), "6");
  EXPECT_EQ(number("lcm(4, 6)"), "12");
  EXPECT_EQ(number("min(3, 1, 2)"), "1");
  EXPECT_EQ(number("max(a, b)"), "4");
  EXPECT_EQ(number("abs(2 - 7/2)"), "3/2");
  EXPECT_EQ(number("floor(7/2)"), "3");
  EXPECT_EQ(number("floor(-7/2)"), "-4");
  EXPECT_EQ(number("ceiling(7/2)"), "4");
  EXPECT_EQ(number("ceiling(3)"), "3");
  EXPECT_EQ(number("numerator(6/8)"), "3");
  EXPECT_EQ(number("denominator(6/8)"), "4");
  EXPECT_EQ(number("if(a < b, 1, 2)"), "1");
  EXPECT_TRUE(truth("is_whole(8/4)"));
  EXPECT_FALSE(truth("is_whole(8/3)"));
}

TEST(Expression, Logic_EvaluatesOnlyWhatItNeeds) {
  EXPECT_TRUE(truth("a < b and not a == b"));
  EXPECT_TRUE(truth("a > b or yes"));
  EXPECT_TRUE(truth("a >= 3 and a <= 3 and a != b"));
  EXPECT_FALSE(truth("zero != 0 and 1 / zero > 1"));
  EXPECT_EQ(number("if(zero == 0, 5, 1 / zero)"), "5");
}

TEST(Expression, WhatCannotBeComputed_IsAnErrorThatQuotesIt) {
  EXPECT_EQ(failure("1 / zero"), ErrorCode::BadInput);
  EXPECT_EQ(failure("1 % zero"), ErrorCode::BadInput);
  EXPECT_EQ(failure("nobody + 1"), ErrorCode::BadInput);
  EXPECT_EQ(failure("yes + 1"), ErrorCode::BadInput);
  EXPECT_EQ(failure("a and b"), ErrorCode::BadInput);
  EXPECT_EQ(failure("gcd(1/2, 3)"), ErrorCode::BadInput);
  EXPECT_EQ(failure("2147483647 + 1"), ErrorCode::LimitExceeded);
  EXPECT_NE(number("nobody + 1").find("nobody"), std::string::npos);
}

TEST(Expression, WholeNumbers_AreHeldToTheirRange) {
  EXPECT_EQ(Expression::parse("a").value().whole(values(), 3, 3).value(), 3);
  EXPECT_FALSE(Expression::parse("a").value().whole(values(), 4, 9).has_value());
  EXPECT_FALSE(Expression::parse("a / b").value().whole(values(), 0, 9).has_value());
}

TEST(Expression, WhatIsNoExpression_IsRefused) {
  for (const char* text : {"", " ", "1 +", "* 2", "(1", "1)", "a b", "2a", "gcd(1)", "gcd(1, 2, 3)", "unknown(1)",
                           "1 < 2 < 3", "a = b", "1.5", "and", "min()", "a ? b : c", "99999999999", "--1"})
    EXPECT_EQ(Expression::parse(text).error().code, ErrorCode::BadInput) << text;
}

TEST(Expression, TooLongOrTooDeep_IsRefusedWithoutExhaustingTheStack) {
  std::string long_sum = "1";
  for (std::size_t i = 0; i < limits::expression_nodes_max; ++i) long_sum += "+1";
  EXPECT_EQ(Expression::parse(long_sum).error().code, ErrorCode::LimitExceeded);
  EXPECT_FALSE(Expression::parse(std::string(100'000, '(')).has_value());
}

}  // namespace
}  // namespace hornbook::engage
