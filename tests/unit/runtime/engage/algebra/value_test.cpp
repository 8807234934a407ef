// Expressions of the same value and of different values, rule by rule.
#include "tests/unit/runtime/engage/algebra/verdict.hpp"

namespace hornbook::engage::algebra {
namespace {

void expect_proved_same(const std::string& expected, const std::string& typed) {
  const Comparison comparison = comparison_of(expected, typed);
  EXPECT_EQ(comparison.equivalence, Equivalence::Same) << expected << "   " << typed;
  EXPECT_TRUE(comparison.is_proved) << expected << "   " << typed;
}

void expect_tested_same(const std::string& expected, const std::string& typed) {
  const Comparison comparison = comparison_of(expected, typed);
  EXPECT_EQ(comparison.equivalence, Equivalence::Same) << expected << "   " << typed;
  EXPECT_FALSE(comparison.is_proved) << expected << "   " << typed;
}

TEST(AlgebraValue, PolynomialsInAnyOrderAndShape_AreProvedSame) {
  expect_proved_same("2(x+3)", "6+2x");
  expect_proved_same("x^2-1", "(x-1)(x+1)");
  expect_proved_same("(x+y)^3", "x^3+3x^2y+3xy^2+y^3");
  expect_proved_same("0", "(a+b)^2-a^2-2ab-b^2");
}

TEST(AlgebraValue, WrongSignsAndCoefficients_AreProvedDifferent) {
  for (const char* typed : {"2x-6", "2x+5", "-2x-6", "3x+6", "2x", "6", "2y+6", "2(x+6)"}) {
    const Comparison comparison = comparison_of("2(x+3)", typed);
    EXPECT_EQ(comparison.equivalence, Equivalence::Different) << typed;
    EXPECT_TRUE(comparison.is_proved) << typed;
  }
}

TEST(AlgebraValue, DecimalsFractionsAndPercents_AreExact) {
  expect_proved_same("0.1+0.2", "0.3");
  expect_proved_same("1/3", "2/6");
  expect_proved_same("45%", "9/20");
  expect_different("1/3", "0.3333333333333333333333333333333333333333");
}

TEST(AlgebraValue, RationalFunctions_CancelWhatTheyShare) {
  expect_proved_same("1/(x+1)+1/(x-1)", "2x/(x^2-1)");
  expect_proved_same("x+1", "(x^2-1)/(x-1)");
  expect_proved_same("1/(a/b)", "b/a");
  expect_different("1/(x+1)", "1/x+1");
}

TEST(AlgebraValue, RootsOfNumbers_AreTakenOutAndRationalised) {
  expect_proved_same("sqrt(8)", "2sqrt(2)");
  expect_proved_same("1/sqrt(2)", "sqrt(2)/2");
  expect_proved_same("4/(1+sqrt(3))", "2sqrt(3)-2");
  expect_proved_same("sqrt(6)", "sqrt(2)sqrt(3)");
  expect_proved_same("sqrt(3/4)", "sqrt(3)/2");
  expect_proved_same(R"(\sqrt[3]{-8})", "-2");
  expect_proved_same("8^(2/3)", "4");
  expect_proved_same("(1+sqrt(5))^2", "6+2sqrt(5)");
  expect_different("sqrt(8)", "2.8284271247461900976033774484193961571393437507538961");
}

TEST(AlgebraValue, FractionalExponents_AreRoots) {
  expect_proved_same("x^(1/2)", "sqrt(x)");
  expect_proved_same("x^(3/2)", "x sqrt(x)");
  expect_proved_same("(x^2)^(1/3)", "x^(2/3)");
  expect_proved_same(R"(\sqrt[4]{x^8})", "x^2");
}

TEST(AlgebraValue, EvenRootsOfEvenPowers_AreAbsoluteValues) {
  expect_proved_same("|x|", "sqrt(x^2)");
  expect_proved_same("2|q^3|", "sqrt(4q^6)");
  expect_different("x", "sqrt(x^2)");
  expect_same("x", "sqrt(x^2)", {Form::Any, Letters::Positive, std::nullopt});
  expect_tested_same("|x+1|", "sqrt(x^2+2x+1)");
}

TEST(AlgebraValue, EqualOnlyWhereDefined_IsTestedThere) {
  expect_tested_same("sqrt(x)sqrt(y)", "sqrt(xy)");
  expect_tested_same("ln(x^2)", "2ln(x)");
}

TEST(AlgebraValue, NeverRealTogether_AreDifferent) {
  expect_different("sqrt(a)", "sqrt(-a)");
  expect_different("y^(3/2)", "(-y)^(3/2)");
  expect_different("sqrt(5+2sqrt(6))", "sqrt(-5+2sqrt(6))");
  expect_different("sqrt(n-4)", "sqrt(-n-4)");
  expect_different("x ln(x)", "-x ln(-x)");
  expect_same("sqrt(xy)", "sqrt(-x)sqrt(-y)");
}

TEST(AlgebraValue, NestedRoots_AreTested) {
  expect_tested_same("1+sqrt(2)", "sqrt(3+2sqrt(2))");
  expect_different("1+sqrt(2)", "sqrt(3+2sqrt(3))");
}

TEST(AlgebraValue, ExponentialLaws_AreProved) {
  expect_proved_same("2^(x+1)", "2*2^x");
  expect_proved_same("4^x", "2^(2x)");
  expect_proved_same("e^(2x)", "(e^x)^2");
  expect_proved_same("e^(x+y)", "e^x e^y");
  expect_proved_same("e^(-x)", "1/e^x");
  expect_proved_same("e^(ln(x))", "x");
  expect_different("2^(x+1)", "2^x+1");
}

TEST(AlgebraValue, LogarithmLaws_Hold) {
  expect_proved_same("log(1000)", "3");
  expect_proved_same("log_2(8)", "3");
  expect_proved_same("ln(6)", "ln 2 + ln 3");
  expect_proved_same("log_4(x)", "log_2(x)/2");
  expect_proved_same("ln(e^3)", "3");
  expect_tested_same("ln(x^2-1)", "ln(x-1)+ln(x+1)");
  expect_different("ln(x+y)", "ln(x)+ln(y)");
  expect_different("log(x)", "ln(x)");
}

TEST(AlgebraValue, TrigonometricIdentities_AreProved) {
  expect_proved_same("1", "sin^2 x + cos^2 x");
  expect_proved_same("sin(2x)", "2 sin x cos x");
  expect_proved_same("cos(2x)", "1 - 2 sin^2 x");
  expect_proved_same("tan x", "sin x / cos x");
  expect_proved_same("sec^2 x", "1 + tan^2 x");
  expect_proved_same("sin(a+b)", "sin a cos b + cos a sin b");
  expect_proved_same("sin(pi/2 - x)", "cos x");
  expect_proved_same("-sin x", "sin(-x)");
  expect_proved_same("cosh^2 x - sinh^2 x", "1");
  expect_different("sin(2x)", "2 sin x");
  expect_different("cos(x)", "sin(x)");
}

TEST(AlgebraValue, SpecialAngles_AreRadicals) {
  expect_proved_same("sqrt(3)/2", "sin(pi/3)");
  expect_proved_same("(sqrt(6)-sqrt(2))/4", "cos(75°)");
  expect_proved_same("-1", R"(\cos(\pi))");
  expect_proved_same("1", "tan 45°");
  expect_tested_same("(sqrt(5)-1)/4", "sin(18°)");
  expect_different("1/2", "sin(30)");
}

TEST(AlgebraValue, InverseFunctions_AreTested) {
  expect_tested_same("pi/4", "arctan(1)");
  expect_tested_same("pi/6", "arcsin(1/2)");
  expect_tested_same("pi/2", "arccos(x)+arcsin(x)");
  expect_different("arctan(x)", "arcsin(x)");
}

TEST(AlgebraValue, ComplexNumbers_AreProved) {
  expect_proved_same("-1", "i^2");
  expect_proved_same("2i", "sqrt(-4)");
  expect_proved_same("(3-i)/10", "1/(3+i)");
  expect_different("1+i", "1-i");
}

TEST(AlgebraValue, SequencesOfSigns_AreProved) {
  expect_proved_same("(-1)^n", "(-1)^(n+2)");
  expect_different("(-1)^n", "(-1)^(n+1)");
}

TEST(AlgebraValue, Factorials_AreNumbers) {
  expect_proved_same("120", "5!");
  expect_proved_same("10", "5!/(3!*2!)");
  expect_different("n!", "n");
}

TEST(AlgebraValue, DivisionByZero_IsNeverRight) {
  expect_different("1", "x/0");
  expect_different("2", "1/(x-x)");
}

TEST(AlgebraValue, WhatIsTooLargeToCompute_IsLeftToAPerson) {
  expect_verdict(Equivalence::CannotTell, "9^9^9^9", "1");
  expect_verdict(Equivalence::CannotTell, "x^(10^30)", "x");
}

TEST(AlgebraValue, NumbersWithinTheTolerance_AreSame) {
  const Requirement near{Form::Any, Letters::Real, Rational::create(1, 100).value()};
  expect_same("3.14", "3.15", near);
  expect_same("pi", "3.14", near);
  expect_different("3.14", "3.16", near);
  expect_different("pi", "3.1", near);
  expect_different("pi", "3.14");
  expect_different("x", "x+0.001", near);
}

}  // namespace
}  // namespace hornbook::engage::algebra
