// Answers that are more than one number: equations, inequalities, intervals, tuples, lists, matrices.
#include "tests/unit/runtime/engage/algebra/verdict.hpp"

namespace hornbook::engage::algebra {
namespace {

TEST(AlgebraEquation, SwappedOrScaledSides_AreSame) {
  expect_same("y=3x+2", "3x+2=y");
  expect_same("y=3x+2", "2y-6x=4");
  expect_same("(x+2)^2=9", "9=(2+x)^2");
  expect_same("x=2y-25", "y=(x+25)/2");
  expect_same("y=20/x", "xy=20");
}

TEST(AlgebraEquation, AnotherEquation_IsDifferent) {
  expect_different("y=3x+2", "y=3x-2");
  expect_different("y=3x+2", "y=2x+3");
  expect_different("x=2", "x^2=2x");
  expect_different("y=sin(x)", "y=cos(x)");
  expect_different("x=2", "y=2");
}

TEST(AlgebraEquation, SolutionWithoutItsLetter_IsSame) {
  expect_same("x=5", "5");
  expect_same("5", "x=5");
  expect_same("x=5", "5=x");
}

TEST(AlgebraEquation, FunctionWithoutItsLetter_LacksItsForm) {
  expect_verdict(Equivalence::SameValueOtherForm, "y=3x", "3x");
}

TEST(AlgebraEquation, EquationWithTheRightSolution_IsNotYetSolved) {
  expect_verdict(Equivalence::SameValueOtherForm, "x=2", "2x=4");
}

TEST(AlgebraInequality, TurnedOrScaled_IsSame) {
  expect_same("x>3", "3<x");
  expect_same("x>3", "-x<-3");
  expect_same(R"(x \le 1/2)", "2x<=1");
  expect_same("y>2x+1", "2x-y<-1");
}

TEST(AlgebraInequality, OtherDirectionOrEnd_IsDifferent) {
  expect_different("x>3", "x<3");
  expect_different("x>3", "x>=3");
  expect_different("x>3", "x>-3");
  expect_different("y>2x", "-y>-2x");
  expect_different("x>3", "x=3");
}

TEST(AlgebraInterval, IntervalsAndInequalities_AreTheSamePiecesOfTheLine) {
  expect_same(R"((3,\infty))", "x>3");
  expect_same("(1,5]", "1<x<=5");
  expect_same("(1,5]", "x>1 and x<=5");
  expect_same(R"((-\infty,-1)\cup(3,\infty))", "x<-1 or x>3");
  expect_same(R"((-\infty,-1)\cup(3,\infty))", "(3,oo)U(-oo,-1)");
  expect_same("[sqrt(2), 4)", "√2 ≤ t < 4");
}

TEST(AlgebraInterval, OtherBracketsOrEnds_AreDifferent) {
  expect_different("(1,5]", "(1,5)");
  expect_different("(1,5]", "[1,5]");
  expect_different("(1,5]", "(1,6]");
  expect_different("(1,oo)", "(-oo,1)");
  expect_different(R"((-\infty,-1)\cup(3,\infty))", "(3,oo)");
}

TEST(AlgebraList, SolutionsInAnyOrderAndSpelling_AreSame) {
  expect_same("x=2 or x=-3", "x=-3 or x=2");
  expect_same("x=2 or x=-3", "-3, 2");
  expect_same("x=2, x=-3", "{-3,2}");
  expect_same(R"(\left\{2,-3\right\})", "2 and -3");
  expect_same("3, -3", "±3");
  expect_same(R"(x=\frac{5\pm\sqrt{61}}{2})", "x=(5+sqrt(61))/2 or x=(5-sqrt(61))/2");
}

TEST(AlgebraList, MissingOrExtraSolutions_AreDifferent) {
  expect_different("2, -3", "2");
  expect_different("2", "2, -3");
  expect_different("2, -3", "2, 3");
  expect_different("3, -3", "3");
}

TEST(AlgebraTuple, OrderMatters) {
  expect_same("(2,3)", "( 2, 6/2 )");
  expect_different("(2,3)", "(3,2)");
  expect_different("(2,3)", "(2,3,0)");
  expect_same("(-3,5), (3,5)", "(3,5),(-3,5)");
}

TEST(AlgebraTuple, SolvedSystem_IsItsPoint) {
  expect_same("(2,3)", "x=2, y=3");
  expect_same("(2,3)", "y=3 and x=2");
  expect_different("(2,3)", "x=3, y=2");
}

TEST(AlgebraTuple, MissingBrackets_AreAnotherForm) {
  expect_verdict(Equivalence::SameValueOtherForm, "(2,3)", "2, 3");
  expect_different("(2,3)", "3, 2");
}

TEST(AlgebraTuple, VectorsInAngleBrackets_AreTuples) {
  expect_same(R"(\langle 1, 2, 3 \rangle)", "<1,2,3>");
  expect_same("2i+3j", "3j+2i");
  expect_different("2i+3j", "3i+2j");
}

TEST(AlgebraMatrix, EntriesAreComparedByValue) {
  expect_same(R"(\begin{bmatrix} 1 & 2 \\ 0 & \frac{1}{2} \end{bmatrix})",
              R"(\begin{pmatrix} 1 & 2 \\ 0 & 0.5 \end{pmatrix})");
  expect_different(R"(\begin{bmatrix} 1 & 2 \\ 0 & 1 \end{bmatrix})",
                   R"(\begin{bmatrix} 1 & 0 \\ 2 & 1 \end{bmatrix})");
  expect_different(R"(\begin{bmatrix} 1 & 2 \end{bmatrix})", R"(\begin{bmatrix} 1 \\ 2 \end{bmatrix})");
}

}  // namespace
}  // namespace hornbook::engage::algebra
