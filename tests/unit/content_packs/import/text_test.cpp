#include "content_packs/import/oatutor/text.hpp"

#include <gtest/gtest.h>

#include "runtime/engage/template/text_template.hpp"

namespace hornbook::content::oatutor {
namespace {

struct Converted {
  Text text;
  std::vector<std::string> codes;
};

Converted convert(std::string_view source) {
  Remarks remarks;
  Converted converted{convert_text(source, "here", remarks), {}};
  for (const Remark& remark : remarks) converted.codes.push_back(remark.code);
  return converted;
}

std::string markup(std::string_view source) { return convert(source).text.markup; }

using Codes = std::vector<std::string>;

TEST(OatutorText, Mathematics_HasOneSignOnEachSide) {
  EXPECT_EQ(markup("What is $$\\frac{1}{2}$$ of $$x$$?"), "What is $\\frac{1}{2}$ of $x$?");
  EXPECT_EQ(markup("a $$$$ b"), "a b");
  EXPECT_EQ(markup("\\( \\frac{1}{2}*m*$$v$$ \\) is energy"), "$\\frac{1}{2}*m*v$ is energy");
  EXPECT_EQ(convert("$$a$$, $$b$$").text.formulas, Codes({"a", "b"}));
}

TEST(OatutorText, LineEnds_AreTwoCharactersButNoCommands) {
  EXPECT_EQ(markup("one\\ntwo\\n\\nthree \\n"), "one\ntwo\n\nthree");
  EXPECT_EQ(markup("$$a\\ne b$$\\n$$\\nabla f$$"), "$a\\ne b$\n$\\nabla f$");
  EXPECT_EQ(markup("a\\neq b"), "a≠ b");
}

TEST(OatutorText, SignsOfOurMarkup_AreTakenLiterally) {
  EXPECT_EQ(markup("It costs $5 or \\$6, 2*3"), "It costs \\$5 or \\$6, 2\\*3");
  EXPECT_EQ(markup("$$\\$3.71$$ and $$$5$$"), "$\\$3.71$ and $\\$5$");
  for (const char* text : {"$5 and {x} and *", "$$x^{10}$$ \\", "$$a\\$$ $", "$$$", "{{{", "\\(", "\\( x \\) $"})
    EXPECT_TRUE(engage::TextTemplate::parse(markup(text), engage::Holes::None)) << text;
}

TEST(OatutorText, Powers_KeepTheirWholeExponent) {
  EXPECT_EQ(convert_formula("x**2+y**10"), "x^2+y^{10}");
  EXPECT_EQ(convert_formula("e**(-2x)"), "e^{-2x}");
  EXPECT_EQ(convert_formula("x**{\\circ}"), "x^{\\circ}");
  EXPECT_EQ(convert_formula("x**-3"), "x^{-3}");
  EXPECT_EQ(convert_formula("x**"), "x^");
}

TEST(OatutorText, Pictures_AreTakenOutOfTheText) {
  const Converted both = convert("Look:\\n##figure1.gif## then ##b c.png\\nAfter");
  EXPECT_EQ(both.text.pictures, Codes({"figure1.gif", "b c.png"}));
  EXPECT_EQ(both.text.markup, "Look:\nthen\nAfter");
}

TEST(OatutorText, BlanksToFillIn_AreNoMathematics) { EXPECT_EQ(markup("2 + $$___$$ = 5"), "2 + ___ = 5"); }

TEST(OatutorText, FormulasThatStraySignsCut_AreJoined) {
  const Converted limit = convert("If $$\\lim_{x\\to $$3$$} $$f(x)=-3$$");
  EXPECT_EQ(limit.text.markup, "If $\\lim_{x\\to 3}$ $f(x)=-3$");
  EXPECT_EQ(limit.codes, Codes({"mathematics-cut"}));
  EXPECT_EQ(markup("$$\\frac{\\sin $$b}{c} is"), "$\\frac{\\sin b}{c}$ is");
  EXPECT_EQ(markup("$$\\begin{cases}x,&x<2\\\\5,&x\\ge $$2\\end{cases}$$, find $$y$$"),
            "$\\begin{cases}x,&x<2\\\\5,&x\\ge 2\\end{cases}$, find $y$");
}

TEST(OatutorText, WhatCannotBeMended_IsKeptAndReported) {
  EXPECT_EQ(convert("Solve $$x$$ for $$y").codes, Codes({"mathematics-not-closed"}));
  EXPECT_EQ(markup("Solve $$x$$ for $$y"), "Solve $x$ for y");
  const Converted braces = convert("$$\\frac{1}{2}}+\\sqrt{3$$");
  EXPECT_EQ(braces.text.markup, "$\\frac{1}{2}+\\sqrt{3}$");
  EXPECT_EQ(braces.codes, Codes({"braces-without-partner"}));
  EXPECT_TRUE(convert("$$x$$ $$").codes.empty());
}

TEST(OatutorText, PlainWords_HaveNoSigns) { EXPECT_EQ(plain_words("A \\$5 *big* $x^2$\nline"), "A $5 big x^2 line"); }

}  // namespace
}  // namespace hornbook::content::oatutor
