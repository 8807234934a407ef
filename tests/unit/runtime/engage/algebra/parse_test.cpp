#include "runtime/core/limits.hpp"
#include "tests/unit/runtime/engage/algebra/verdict.hpp"

namespace hornbook::engage::algebra {
namespace {

TEST(AlgebraParser, TypedAndTexSpellings_AreOneAnswer) {
  expect_same(R"(\frac{1}{2})", "1/2");
  expect_same(R"(\dfrac12)", "1/2");
  expect_same(R"(2\left(x+3\right))", "2(x+3)");
  expect_same(R"(3\cdot x^{2})", "3*x**2");
  expect_same(R"(\sqrt[3]{x})", "cbrt(x)");
  expect_same(R"(x \div 2)", "x/2");
  expect_same(R"(\text{ } 5 \, x)", "5x");
  expect_same("$$-1.75$$", "-1.75");
}

TEST(AlgebraParser, UnicodeSigns_MeanTheirAscii) {
  expect_same("-x^2", "−x²");
  expect_same("2*x*3", "2·x×3");
  expect_same("sqrt(8)", "√8");
  expect_same("x^{-12}", "x⁻¹²");
  expect_same("7/2", "3½");
  expect_same("2*pi*r", "2πr");
  expect_same("x_1", "x₁");
  expect_same("0.75", "٠٫٧٥");
  expect_same("12", "१२");
}

TEST(AlgebraParser, LettersSideBySide_AreMultiplied) {
  expect_same("a*b*c", "abc");
  expect_same("x*sin(x)", "xsinx");
  expect_same("2*(x+1)*(x-1)", "2(x+1)(x-1)");
  expect_same("a*530*c", "a530c");
}

TEST(AlgebraParser, MinusBeforeAPower_BelongsToThePower) { expect_same("-(x^2)", "-x^2"); }

TEST(AlgebraParser, PowersOfPowers_StartFromTheRight) { expect_same("2^9", "2^3^2"); }

TEST(AlgebraParser, DivisionAndMultiplication_GoFromTheLeft) {
  expect_same("(1/2)*x", "1/2x");
  expect_same("(8/4)*2", "8/4*2");
}

TEST(AlgebraParser, WholeNumberBeforeAProperFraction_IsMixed) {
  expect_same("13/4", "3 1/4");
  expect_same("13/4", R"(3\frac{1}{4})");
  expect_same("-13/4", "-3 1/4");
}

TEST(AlgebraParser, WholeNumberBeforeAnImproperFraction_IsAProduct) { expect_same("72", R"(48\frac{3}{2})"); }

TEST(AlgebraParser, CommaBetweenDigits_IsReadTheWayThatFits) {
  expect_same("1000", "1,000");
  expect_same("1234567.5", "1,234,567.5");
  expect_same("1 234 567", "1234567");
  expect_same("3/4", "0,75");
  expect_same("330, 367", "367,330");
  expect_different("2,3", "2.3");
}

TEST(AlgebraParser, CalculatorNotation_IsAPowerOfTen) {
  expect_same("6.02*10^23", "6.02e23");
  expect_same("6.02*10^23", "6.02 x 10^23");
  expect_same("0.00005", "5E-5");
  expect_same("2000", "2e3");
  expect_same("6.67*10^(-11)", "6.67e-11");
  expect_same("2*e-3", "2e-3");
}

TEST(AlgebraParser, FunctionsWithoutBrackets_TakeTheProductAfterThem) {
  expect_same("sin(2x)", "sin 2x");
  expect_same("sin(x)*cos(x)", "sin x cos x");
  expect_same("(sin(x))^2", "sin^2 x");
  expect_same("sin(x^2)", "sin x^2");
  expect_same("(sin(x))/2", "sin x/2");
  expect_same("log_2(8)", "log2(8)");
}

TEST(AlgebraParser, InverseFunctions_HaveThreeSpellings) {
  expect_same("arcsin(x)", R"(\sin^{-1}(x))");
  expect_same("arctan(x)", "atan(x)");
}

TEST(AlgebraParser, BarsInsideBars_CloseTheInnermost) { expect_same("abs(abs(x)-1)", "||x|-1|"); }

TEST(AlgebraParser, RatiosMembersAndDefinitions_AreRead) {
  expect_same("3/4", "6:8");
  expect_same("[2,3)", "x ∈ [2, 3)");
  expect_same("f(x)=2x+1", "f(x) = 1+2x");
  expect_different("f(x)=2x+1", "f(x)=2x");
  expect_verdict(Equivalence::SameValueOtherForm, "f(x)=2x+1", "2x+1");
  expect_same(R"(\vec{v}=2\hat{i})", "v=2i");
}

TEST(AlgebraParser, WordsForNothingAndEverything_AreAnswers) {
  expect_same("no solution", R"(\emptyset)");
  expect_same("DNE", "no solution");
  expect_same("all real numbers", R"(\mathbb{R})");
  expect_same("all real numbers", "(-oo, oo)");
  expect_different("no solution", "0");
}

TEST(AlgebraParser, BrokenAnswers_ReturnBadInputWithASentence) {
  for (const char* text : {"", "  ", "2+", "(x", "x)", "2**", "3 4", "sqrt(", "|x", R"(\frac{1})", R"(\foo{2})", "a#b",
                           "x ♥", "[1,2,", "(1,2}", R"(\begin{cases} 1 \end{cases})", "1//2", "^2", "_"}) {
    const auto parsed = parse_expression(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().code, ErrorCode::BadInput) << text;
    EXPECT_FALSE(parsed.error().sentence.empty());
  }
}

TEST(AlgebraParser, WhatPassesALimit_ReturnsLimitExceeded) {
  const std::string deep(limits::algebra_depth_max + 1, '(');
  const std::string powers = [] {
    std::string text = "2";
    for (std::size_t i = 0; i <= limits::algebra_depth_max; ++i) text += "^2";
    return text;
  }();
  const std::string signs(limits::algebra_depth_max + 1, '-');
  for (const std::string& text :
       {deep + "1", powers, signs + "1", std::string(limits::algebra_digits_max + 1, '9'),
        std::string(limits::algebra_text_bytes_max + 1, 'x'), std::string(limits::algebra_nodes_max, 'x')}) {
    const auto parsed = parse_expression(text);
    ASSERT_FALSE(parsed) << text.substr(0, 20);
    EXPECT_EQ(parsed.error().code, ErrorCode::LimitExceeded) << text.substr(0, 20);
  }
}

TEST(AlgebraParser, ErrorsNeverQuoteTheAnswer) {
  const auto parsed = parse_expression("Amina#");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().sentence.find("Amina"), std::string::npos);
}

}  // namespace
}  // namespace hornbook::engage::algebra
