#include <gtest/gtest.h>

#include "content_packs/import/oatutor/formula_answer.hpp"
#include "content_packs/import/oatutor/question.hpp"

namespace hornbook::content::oatutor {
namespace {

Question arithmetic(std::vector<std::string> answers, std::vector<std::string> formulas = {}) {
  Question question;
  question.where = "s";
  question.problem_type = "TextBox";
  question.answer_type = "arithmetic";
  question.answers = std::move(answers);
  question.formulas = std::move(formulas);
  return question;
}

Question text(std::string answer) {
  Question question = arithmetic({std::move(answer)});
  question.answer_type = "string";
  return question;
}

// The task when it is of that kind; otherwise one without an answer.
template <class Task>
Task task_as(const Question& question) {
  Remarks remarks;
  const auto task = typed_task(question, remarks);
  return task && std::holds_alternative<Task>(*task) ? std::get<Task>(*task) : Task();
}
ImportedExpression expression(const Question& question) { return task_as<ImportedExpression>(question); }
ImportedShortText short_text(const Question& question) { return task_as<ImportedShortText>(question); }

TEST(TypedAnswer, Mathematics_IsAnExpression) {
  EXPECT_EQ(expression(arithmetic({"$$\\frac{1}{2} x$$"})).answer, "$\\frac{1}{2} x$");
  EXPECT_EQ(expression(arithmetic({"72**{\\circ}"})).answer, "$72^{\\circ}$");
  EXPECT_EQ(expression(arithmetic({"$$4.16$$ * $${10}^3$$"})).answer, "$4.16 * {10}^3$");
  EXPECT_EQ(expression(arithmetic({"cos(74 degrees)"})).answer, "cos(74°)");
  EXPECT_EQ(expression(arithmetic({"$$h$$ $$\\approx$$ $$3.88$$"})).answer, "h = 3.88");
  EXPECT_EQ(expression(arithmetic({"$$\\begin{bmatrix} 6 & -4 \\\\ 0 & 1 \\end{bmatrix}$$"})).answer,
            "$\\begin{bmatrix} 6 & -4 \\\\ 0 & 1 \\end{bmatrix}$");
  EXPECT_EQ(expression(arithmetic({"No solution"})).answer, "No solution");
}

TEST(TypedAnswer, TexOfTheSameValue_IsShown) {
  Question question = arithmetic({"(3/2)*x"});
  question.answer_latex = "$$\\frac{3}{2} x$$";
  EXPECT_EQ(expression(question).answer, "$\\frac{3}{2} x$");
  question.answer_latex = "$$\\frac{2}{3} x$$";
  EXPECT_EQ(expression(question).answer, "(3/2)*x");
}

TEST(TypedAnswer, FurtherAnswers_AreAccepted) {
  const ImportedExpression task = expression(arithmetic({"$$5$$", "$$7$$", "$$5.0$$"}));
  EXPECT_EQ(task.answer, "5");
  EXPECT_EQ(task.accept, std::vector<std::string>{"7"});
}

TEST(TypedAnswer, CopyingTheQuestion_IsNoAnswer) {
  EXPECT_EQ(expression(arithmetic({"$$5$$"}, {"2+3"})).form, "simplified");
  EXPECT_EQ(expression(arithmetic({"$$xp+3p$$"}, {"\\left(x+3\\right) p"})).form, "expanded");
  EXPECT_EQ(expression(arithmetic({"$$\\left(x+2\\right) \\left(x+3\\right)$$"}, {"x^2+5x+6"})).form, "factored");
  EXPECT_EQ(expression(arithmetic({"$$-7$$"}, {"x+19=12"})).form, "any");
  EXPECT_EQ(expression(arithmetic({"$$5$$"}, {"5"})).form, "any");
}

TEST(TypedAnswer, NumberWithItsUnit_IsAQuantity) {
  EXPECT_TRUE(expression(arithmetic({"9.8 \\text{ m/s}"})).quantity);
  EXPECT_TRUE(expression(arithmetic({"550 nm"})).quantity);
  for (const char* plain : {"$$8r^2 s^5$$", "$$v_0 t$$", "$$3x$$", "5", "$$2 \\pi$$"})
    EXPECT_FALSE(expression(arithmetic({plain})).quantity) << plain;
}

TEST(TypedAnswer, NumberOfSomeDecimals_HasATolerance) {
  Question question = arithmetic({"3.14"});
  question.answer_type = "numeric";
  question.precision = "2";
  EXPECT_EQ(expression(question).tolerance, "1/200");
}

TEST(TypedAnswer, WordsAndFormulasOfSubstances_AreTexts) {
  EXPECT_EQ(short_text(arithmetic({"Na+"})).answer, "Na+");
  EXPECT_TRUE(short_text(arithmetic({"Na+"})).exact_case);
  EXPECT_EQ(short_text(arithmetic({"Not a parabola"})).answer, "Not a parabola");
  EXPECT_FALSE(short_text(arithmetic({"Not a parabola"})).exact_case);
  Remarks remarks;
  static_cast<void>(typed_task(arithmetic({"Na+"}), remarks));
  ASSERT_EQ(remarks.size(), 1u);
  EXPECT_EQ(remarks[0].code, "answer-not-mathematics");
  EXPECT_EQ(remarks[0].weight, Outcome::Approximated);
}

TEST(TypedAnswer, Strings_AreTextsWithTheirOtherSpellings) {
  const ImportedShortText task = short_text(text("(-inf, x**2)"));
  EXPECT_EQ(task.answer, "(-inf, x**2)");
  EXPECT_EQ(task.accept, (std::vector<std::string>{"(-inf,x**2)", "(-inf, x^2)", "(-∞, x**2)"}));
  EXPECT_EQ(short_text(text("$$x$$")).answer, "x");
}

TEST(TypedAnswer, Essay_IsRefused) {
  Question question = text("anything");
  question.answer_type = "short-essay";
  Remarks remarks;
  EXPECT_FALSE(typed_task(question, remarks));
  EXPECT_EQ(outcome_of(remarks), Outcome::Refused);
}

TEST(TypedAnswer, TextThatIsTooLongToType_IsRefused) {
  Remarks remarks;
  EXPECT_FALSE(typed_task(text(std::string(300, 'x')), remarks));
  EXPECT_EQ(remarks.at(0).code, "answer-too-long");
}

TEST(TypedAnswer, UnknownTypes_AreTakenForWhatTheirFieldsSay) {
  Question question = arithmetic({"5"});
  question.problem_type = "Slider";
  const SourceTree none;
  const PoolProblem problem;
  std::map<std::string, Bytes> media;
  Remarks remarks;
  EXPECT_TRUE(task_of(question, Figures(problem, "p", media), remarks));
  EXPECT_EQ(remarks.at(0).code, "problem-type-unknown");
  question.answers.clear();
  EXPECT_FALSE(task_of(question, Figures(problem, "p", media), remarks));
}

}  // namespace
}  // namespace hornbook::content::oatutor
