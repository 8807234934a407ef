#include "tests/unit/runtime/engage/algebra/verdict.hpp"

namespace hornbook::engage::algebra {
namespace {

TEST(AlgebraForm, Simplified_WantsFractionsInLowestTerms) {
  expect_form(Form::Simplified, "1/2", "1/2");
  expect_form(Form::Simplified, "-1/2", R"(\frac{-1}{2})");
  expect_other_form(Form::Simplified, "1/2", "2/4");
  expect_other_form(Form::Simplified, "3", "3/1");
  expect_other_form(Form::Simplified, "1/x", "2/(2x)");
  expect_other_form(Form::Simplified, "x", "x^2/x");
  expect_other_form(Form::Simplified, "x+2", "(x+1)(x+2)/(x+1)");
  expect_other_form(Form::Simplified, "2/3", "(1/3)/(1/2)");
}

TEST(AlgebraForm, Simplified_WantsLikeTermsCollected) {
  expect_form(Form::Simplified, "5x+1", "1+5x");
  expect_other_form(Form::Simplified, "5x", "2x+3x");
  expect_other_form(Form::Simplified, "x+3", "x+1+2");
  expect_other_form(Form::Simplified, "6x", "2*3x");
  expect_other_form(Form::Simplified, "x^2", "x*x");
  expect_other_form(Form::Simplified, "3sqrt(2)", "sqrt(2)+2sqrt(2)");
}

TEST(AlgebraForm, Simplified_WantsRootsTakenOut) {
  expect_form(Form::Simplified, "2sqrt(2)", "2√2");
  expect_other_form(Form::Simplified, "2sqrt(2)", "sqrt(8)");
  expect_other_form(Form::Simplified, "sqrt(2)/2", "1/sqrt(2)");
  expect_other_form(Form::Simplified, "3", "sqrt(9)");
  expect_other_form(Form::Simplified, "8", "2^3");
  expect_form(Form::Simplified, "3^8", "3^8");
}

TEST(AlgebraForm, Expanded_HasNoProductOfSums) {
  expect_form(Form::Expanded, "(x+1)^2", "x^2+2x+1");
  expect_other_form(Form::Expanded, "x^2+2x+1", "(x+1)^2");
  expect_other_form(Form::Expanded, "x^2+2x+1", "x(x+2)+1");
  expect_other_form(Form::Expanded, "x^2+2x+1", "x^2+x+x+1");
}

TEST(AlgebraForm, Factored_WantsTheExpectedFactors) {
  expect_form(Form::Factored, "(x-1)(x+1)", "(1+x)(x-1)");
  expect_form(Form::Factored, "(x-1)(x+1)", "-(1-x)(x+1)");
  expect_form(Form::Factored, "16(x-1)(x-1)", "16(x-1)^2");
  expect_form(Form::Factored, "3a^3(a+6)", "3(a+6)a^3");
  expect_other_form(Form::Factored, "(x-1)(x+1)", "x^2-1");
  expect_other_form(Form::Factored, "2(x-1)(x+1)", "(2x-2)(x+1)");
  expect_other_form(Form::Factored, "2(x-1)(x+1)", "2(x^2-1)");
  expect_other_form(Form::Factored, "x(x+1)", "x^2+x");
}

TEST(AlgebraForm, FractionDecimalAndScientific_AreWaysToWriteANumber) {
  expect_form(Form::Fraction, "0.5", "1/2");
  expect_other_form(Form::Fraction, "1/2", "0.5");
  expect_form(Form::Decimal, "1/2", "0.5");
  expect_other_form(Form::Decimal, "0.5", "1/2");
  expect_form(Form::Scientific, "34000", "3.4*10^4");
  expect_form(Form::Scientific, "0.00034", R"(3.4\times{10}^{\left(-4\right)})");
  expect_other_form(Form::Scientific, "34000", "34*10^3");
  expect_other_form(Form::Scientific, "34000", "34000");
}

TEST(AlgebraForm, WrongValueInTheRightForm_IsDifferent) {
  expect_verdict(Equivalence::Different, "(x-1)(x+1)", "(x-1)(x+2)", {Form::Factored, Letters::Real, std::nullopt});
}

}  // namespace
}  // namespace hornbook::engage::algebra
