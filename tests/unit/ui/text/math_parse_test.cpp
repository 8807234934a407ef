#include <gtest/gtest.h>

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "ui/text/math.hpp"

namespace hornbook::ui::text {
namespace {

MathRow parse(std::string_view tex) { return parse_math(tex).row; }

template <class What>
What only(const MathRow& row) {
  EXPECT_EQ(row.size(), 1u);
  return std::get<What>(row.at(0).what);
}

TEST(MathParse, MixedNumber_IsANumberAndAFraction) {
  const MathRow row = parse("1\\frac{3}{4}");
  ASSERT_EQ(row.size(), 2u);
  EXPECT_EQ(std::get<MathNumber>(row[0].what).digits, "1");
  const auto& fraction = std::get<MathFraction>(row[1].what);
  EXPECT_EQ(only<MathNumber>(fraction.numerator).digits, "3");
  EXPECT_EQ(only<MathNumber>(fraction.denominator).digits, "4");
}

TEST(MathParse, FractionWithoutBraces_TakesOneDigitEach) {
  const MathRow row = parse("\\frac125");
  ASSERT_EQ(row.size(), 2u);
  EXPECT_EQ(only<MathNumber>(std::get<MathFraction>(row[0].what).denominator).digits, "2");
  EXPECT_EQ(std::get<MathNumber>(row[1].what).digits, "5");
}

TEST(MathParse, CommaBeforeThreeDigits_PartsThousandsAndOthersDoNot) {
  EXPECT_EQ(only<MathNumber>(parse("1,234,567.89")).digits, "1,234,567.89");
  EXPECT_EQ(only<MathNumber>(parse("2{,}5")).digits, "2,5");
  EXPECT_EQ(parse("(0,2)").size(), 5u);
  EXPECT_EQ(parse("1,2345").size(), 3u);
  EXPECT_EQ(only<MathNumber>(parse(".5")).digits, ".5");
}

TEST(MathParse, ScriptsInEitherOrder_ShareTheirBase) {
  for (const char* tex : {"x_1^2", "x^2_1", "{x}^{2}_{1}"}) {
    const auto scripts = only<MathScripts>(parse(tex));
    EXPECT_EQ(only<MathSymbol>(scripts.base).character, U'x') << tex;
    EXPECT_EQ(only<MathNumber>(scripts.superscript).digits, "2") << tex;
    EXPECT_EQ(only<MathNumber>(scripts.subscript).digits, "1") << tex;
  }
}

TEST(MathParse, SecondSuperscript_IsNotUnderstood) {
  EXPECT_EQ(unknown_in(parse("x^2^3")), std::vector<std::string>{"^3"});
  EXPECT_TRUE(unknown_in(parse("f'^2")).empty());
}

TEST(MathParse, NumberWithAPower_IsTheBaseAsAWhole) {
  EXPECT_EQ(only<MathNumber>(only<MathScripts>(parse("12^2")).base).digits, "12");
}

TEST(MathParse, UprightBars_OpenAndCloseByWhatStandsBefore) {
  const MathRow row = parse("-|-9|+|x|");
  const auto kind = [&](std::size_t at) { return std::get<MathSymbol>(row.at(at).what).kind; };
  EXPECT_EQ(kind(1), MathClass::Opening);
  EXPECT_EQ(kind(4), MathClass::Closing);
  EXPECT_EQ(kind(6), MathClass::Opening);
  EXPECT_EQ(kind(8), MathClass::Closing);
}

TEST(MathParse, FenceWithAMiddle_HasOneDelimiterMoreThanParts) {
  const auto fence = only<MathFence>(parse("\\left\\{x\\middle|x>0\\right."));
  EXPECT_EQ(fence.delimiters, (std::vector<char32_t>{U'{', U'|', 0}));
  EXPECT_EQ(fence.parts.size(), 2u);
}

TEST(MathParse, InfixOver_TakesWhatStandsOnBothSides) {
  const MathRow row = parse("a+{x+1 \\over y}");
  const auto& group = std::get<MathGroup>(row[2].what);
  const auto fraction = only<MathFraction>(group.content);
  EXPECT_EQ(fraction.numerator.size(), 3u);
  EXPECT_EQ(fraction.denominator.size(), 1u);
}

TEST(MathParse, Array_HasItsColumnsAndLines) {
  const auto& table =
      only<MathTable>(parse("\\begin{array}{r|cc} a & b \\\\ \\hline c & d & e \\\\ \\hline \\end{array}"));
  EXPECT_EQ(table.columns, (std::vector{ColumnAlign::Right, ColumnAlign::Center, ColumnAlign::Center}));
  EXPECT_EQ(table.column_lines, (std::vector<std::uint8_t>{0, 1, 0, 0}));
  EXPECT_EQ(table.row_lines, (std::vector<std::uint8_t>{0, 1, 1}));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[1].size(), 3u);
}

TEST(MathParse, RowsOutsideOfAnEnvironment_AreAligned) {
  const auto table = only<MathTable>(parse("2x &= 8 \\\\ x &= 4"));
  EXPECT_EQ(table.rows.size(), 2u);
  EXPECT_TRUE(table.open_rows);
}

TEST(MathParse, ColumnArithmetic_HasItsSignAndItsPointInColumns) {
  const auto table = only<MathTable>(parse("\\begin{column} 12.5 \\\\ + 3.75 \\\\ \\hline 16.25 \\end{column}"));
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_TRUE(table.rows[0][0].empty());
  EXPECT_EQ(only<MathSymbol>(table.rows[1][0]).character, U'+');
  EXPECT_EQ(only<MathNumber>(table.rows[1][1]).digits, "3");
  EXPECT_EQ(only<MathNumber>(table.rows[1][2]).digits, ".75");
  EXPECT_EQ(table.row_lines, (std::vector<std::uint8_t>{0, 0, 1}));
}

TEST(MathParse, TextWithMathematicsInside_IsBoth) {
  const MathRow row = parse("\\text{if $x>0$ then \\$5}");
  ASSERT_EQ(row.size(), 3u);
  EXPECT_EQ(std::get<MathText>(row[0].what).words, "if ");
  EXPECT_EQ(std::get<MathGroup>(row[1].what).content.size(), 3u);
  EXPECT_EQ(std::get<MathText>(row[2].what).words, " then $5");
}

TEST(MathParse, ColoursAndSizes_ChangeNothing) {
  EXPECT_EQ(parse("\\color{red}x").size(), 1u);
  EXPECT_EQ(parse("\\textcolor{blue}{x}").size(), 1u);
  EXPECT_EQ(parse("\\large x\\nonumber").size(), 1u);
}

TEST(MathParse, Negation_TakesTheCrossedSign) {
  EXPECT_EQ(only<MathSymbol>(parse("\\not=")).character, U'≠');
  EXPECT_EQ(only<MathSymbol>(parse("\\not\\in")).character, U'∉');
}

TEST(MathParse, UnknownCommandAndEnvironment_AreKeptAsWritten) {
  EXPECT_EQ(unknown_in(parse("1+\\unknown{x}")), std::vector<std::string>{"\\unknown"});
  EXPECT_EQ(unknown_in(parse("\\begin{picture}\\x\\end{picture}+1")),
            std::vector<std::string>{"\\begin{picture}\\x\\end{picture}"});
  EXPECT_EQ(parse("\\begin{picture}\\x\\end{picture}+1").size(), 3u);
  EXPECT_TRUE(unknown_in(parse("\\frac{\\sqrt[3]{x}}{\\left(\\alpha\\right)}")).empty());
}

TEST(MathParse, SchoolCommands_AreAllKnown) {
  for (const char* tex :
       {"\\dfrac12\\tfrac12\\cfrac12\\sfrac12\\binom nk", "\\sum\\limits_{i=1}^n\\prod\\int\\oint\\lim_{x\\to0}\\max",
        "\\big(\\Big[\\bigg\\{\\Bigg|\\bigl(\\bigr)", "\\hat x\\bar x\\vec v\\tilde n\\dot x\\ddot x\\widehat{AB}",
        "\\overline{AB}\\overrightarrow{AB}\\overleftrightarrow{AB}\\underline x\\overbrace{x}^2\\underbrace{x}_2",
        "\\text a\\textbf b\\mathrm c\\mathbf d\\mathbb R\\mathcal L\\mathfrak g\\boldsymbol x\\operatorname{sgn}",
        "\\cancel x\\bcancel x\\xcancel x\\boxed x\\enclose{longdiv}{12}\\longdiv{12}\\cancelto{0}{x}",
        "a\\,b\\:c\\;d\\!e\\quad f\\qquad g\\ h~i\\hspace{1em}", "\\angle\\triangle\\parallel\\perp\\degree\\cong\\sim",
        "\\overset{a}{b}\\underset ab\\stackrel ab\\xrightarrow[a]{b}",
        "\\pounds\\euro\\yen\\cent\\$\\%\\#\\&\\_\\{\\}",
        "\\begin{cases}1\\\\2\\end{cases}\\begin{align*}1\\end{align*}\\begin{gathered}1\\end{gathered}",
        "\\forall\\exists\\in\\notin\\subset\\subseteq\\cup\\cap\\emptyset\\setminus\\land\\lor\\neg\\Rightarrow\\iff",
        "\\sin\\cos\\tan\\log\\ln\\arcsin\\sinh\\gcd\\det",
        "\\pm\\mp\\times\\div\\cdot\\le\\ge\\ne\\approx\\equiv\\propto",
        "\\displaystyle\\textstyle\\phantom x\\smash x\\not<\\bmod 3\\pmod 3\\color{red}x\\tag{1}\\substack{a\\\\b}"}) {
    const auto unknown = unknown_in(parse(tex));
    EXPECT_TRUE(unknown.empty()) << tex << ": " << (unknown.empty() ? "" : unknown[0]);
  }
}

std::size_t depth_of(const MathRow& row) {
  std::size_t deepest = 0;
  for (const MathItem& item : row) {
    for (const MathRow* part : parts_of(item)) deepest = std::max(deepest, 1 + depth_of(*part));
  }
  return deepest;
}

TEST(MathParse, NestingBeyondTheLimit_IsUnknownFromThere) {
  for (const char* piece : {"\\frac{", "{", "x^", "x'", "x^{2}", "^", "{x}^", "\\sqrt{", "\\left(", "\\begin{matrix}",
                            "\\substack{", "\\text{$"}) {
    std::string tex;
    for (int level = 0; level < 1000; ++level) tex += piece;
    const MathRow row = parse(tex);
    EXPECT_LE(depth_of(row), 2 * limits::math_depth_max) << piece;
  }
  EXPECT_FALSE(unknown_in(parse(std::string(1000, '{'))).empty());
}

TEST(MathParse, MorePartsThanTheLimit_AreUnknownFromThere) {
  const MathRow row = parse(std::string(limits::math_items_max + 100, 'x'));
  EXPECT_LE(row.size(), limits::math_items_max + 2);
  EXPECT_EQ(unknown_in(row).size(), 1u);
}

TEST(MathParse, TextWithoutItsEnds_IsReadToTheEnd) {
  for (const char* tex :
       {"\\frac", "\\frac{1", "\\sqrt[3", "\\left(", "\\begin{matrix} a & b", "x^", "\\", "}", "\\end{x}", "\\right)",
        "\\text{abc", "\\begin", "&", "\\\\", "\\left", "\\not", "_", "\\hspace"}) {
    EXPECT_LE(parse(tex).size(), 4u) << tex;
  }
}

}  // namespace
}  // namespace hornbook::ui::text
